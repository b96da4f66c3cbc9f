package ringmaster.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.fill.FillBots;
import ringmaster.server.guard.Patience;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.DataDirectory;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.journal.Journal;
import ringmaster.server.journal.JournalBarrier;
import ringmaster.server.session.MatchView;
import ringmaster.server.status.StatusServer;
import ringmaster.server.status.StatusSource;
import ringmaster.server.transport.Announcer;
import ringmaster.server.transport.CombinedControl;
import ringmaster.server.transport.CombinedDatagrams;
import ringmaster.server.transport.ControlEvent;
import ringmaster.server.transport.Counters;
import ringmaster.server.transport.DatagramEndpoint;
import ringmaster.server.transport.KryonetControl;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.server.transport.TransportException;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** A server on real sockets, disk and clock, with a thread for each agent. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** Free ports are asked of the system so often until all datagram ports in a row are free. */
  private static final int PORT_ATTEMPTS = 20;

  private static final long STOP_WAIT_NANOS = 1_000_000_000L;
  private static final long ERROR_LOG_INTERVAL_NANOS = 1_000_000_000L;

  private final ServerOptions options;
  private final Clock clock = new SystemClock();
  private final DataDirectory dataDirectory;
  private final @Nullable String oldJournal;
  private final long serverId;
  private final Sockets sockets;
  private final ServerCore core;
  private final StatusServer status;
  private final List<AgentThread> threads = new ArrayList<>();
  private final List<AgentThread> journalThreads = new ArrayList<>();
  private volatile @Nullable AgentThread journalAgentThread;
  private volatile @Nullable AgentThread journalWriterThread;
  private volatile long lastErrorNanos = clock.nanoTime() - ERROR_LOG_INTERVAL_NANOS;

  /**
   * Binds and wires everything; {@link #start} sets it going.
   *
   * @param games what can be hosted
   * @param provenance what the status says of this run
   * @param onFatal told in one sentence when the server cannot go on
   * @throws IOException with one sentence for the host: the data directory cannot be used
   * @throws TransportException with one sentence for the host: a port cannot be used
   */
  public Server(ServerOptions options, Games games, Provenance provenance, Consumer<String> onFatal)
      throws IOException {
    this.options = options;
    dataDirectory = DataDirectory.open(options.dataDirectory());
    try {
      sockets = Sockets.bind(options);
    } catch (RuntimeException e) {
      dataDirectory.close();
      throw e;
    }
    SecureRandom random = new SecureRandom();
    serverId = random.nextLong();
    GameMaps maps = new GameMaps();
    try {
      HttpServer http = StatusServer.bind(options.http());
      // Only now: a server that cannot start leaves the last one's journal in its place.
      oldJournal = dataDirectory.startJournal();
      core = core(games, maps, random);
      makeThreads(games, maps, random.nextLong(), onFatal);
      status = new StatusServer(http, statusSource(provenance));
    } catch (IOException | RuntimeException e) {
      sockets.close();
      dataDirectory.close();
      throw e;
    }
    core.openMatches();
  }

  private ServerCore core(Games games, GameMaps maps, SecureRandom random) throws IOException {
    return new ServerCore(
        options.settings(),
        new ServerCore.Outside(
            clock,
            sockets.combinedControl(),
            sockets.combinedLanes(),
            new FileDisk(dataDirectory.journal()),
            this::barrier,
            random::nextLong,
            random::nextLong,
            serverId,
            games,
            maps,
            Patience.usual(clock)));
  }

  private StatusSource statusSource(Provenance provenance) {
    AgentThread tickThread = threads.get(core.agents().indexOf(core.tickLoop()));
    return CoreStatus.of(
        core,
        clock,
        tickThread.thread().threadId(),
        sockets.endpoints().stream().map(DatagramEndpoint::counters).toList(),
        controlEvents(),
        provenance);
  }

  private JournalBarrier barrier(Journal journal) {
    return journal.threadedBarrier(
        clock, () -> wake(journalAgentThread), () -> wake(journalWriterThread));
  }

  private static void wake(@Nullable AgentThread thread) {
    if (thread != null) {
      thread.wake();
    }
  }

  private void makeThreads(Games games, GameMaps maps, long seed, Consumer<String> onFatal) {
    AgentThread.ErrorHandler fatal =
        (agent, error) -> {
          LOG.error("{} cannot go on", agent.role(), error);
          onFatal.accept("the " + agent.role() + " thread met an error: " + error);
          return false;
        };
    for (Agent agent : core.agents()) {
      boolean vital = agent == core.tickLoop();
      threads.add(new AgentThread(agent, clock, vital ? fatal : this::logError));
    }
    if (options.fillBots() > 0) {
      FillBots bots =
          new FillBots(
              options.fillBots(),
              options.fillBrain(),
              new FillBots.Loopback(sockets.loopback(), sockets.loopbackLanes(), datagramPorts()),
              core.control().directory()::summaries,
              games,
              maps,
              core.gameTelemetry(),
              seed);
      threads.add(new AgentThread(bots, clock, this::logError));
    }
    if (options.announce()) {
      Announcement announcement =
          new Announcement(Limits.PROTOCOL_VERSION, controlPort(), serverId);
      Announcer announcer = new Announcer(announcement, options.bind().getAddress());
      threads.add(new AgentThread(announcer, clock, this::logError));
    }
    Journal journal = core.journal();
    if (journal != null) {
      AgentThread agent = new AgentThread(journal.agent(), clock, fatal);
      AgentThread writer = new AgentThread(journal.writer(), clock, fatal);
      journalAgentThread = agent;
      journalWriterThread = writer;
      journalThreads.addAll(List.of(agent, writer));
    }
  }

  /** At most one line a second: an error that repeats must not fill the log. */
  private boolean logError(Agent agent, Throwable error) {
    long now = clock.nanoTime();
    if (now - lastErrorNanos > ERROR_LOG_INTERVAL_NANOS) {
      lastErrorNanos = now;
      LOG.error("{} met an error and goes on", agent.role(), error);
    }
    return true;
  }

  public void start() {
    core.tickLoop().start(clock.nanoTime());
    journalThreads.forEach(AgentThread::start);
    threads.forEach(AgentThread::start);
  }

  /** What the journal found in the data directory was renamed to; null if there was none. */
  public @Nullable String oldJournal() {
    return oldJournal;
  }

  public ServerCore core() {
    return core;
  }

  public int controlPort() {
    return sockets.control().port();
  }

  public List<Integer> datagramPorts() {
    return sockets.endpoints().stream().map(DatagramEndpoint::port).toList();
  }

  /** Where the status is served. */
  public InetSocketAddress httpAddress() {
    return status.address();
  }

  /** What a player is told to connect to. */
  public String invite() {
    String host = options.publicHost();
    return "ringmaster://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + controlPort();
  }

  /** What the control channel met. */
  public Counters<ControlEvent> controlEvents() {
    return sockets.control().counters();
  }

  public List<DatagramEndpoint> endpoints() {
    return sockets.endpoints();
  }

  public List<MatchSummary> matches() {
    return core.control().directory().summaries();
  }

  /** Whether players can connect: all standing matches run. */
  public boolean isReady() {
    return !core.control().stopped()
        && matches().stream()
            .filter(MatchSummary::permanent)
            .allMatch(match -> match.stage() == MatchView.Stage.RUNNING);
  }

  /** Refuses joins, tells the players, keeps what is in the journal, and stops all threads. */
  @Override
  public void close() {
    core.control().stop();
    long deadline = clock.nanoTime() + STOP_WAIT_NANOS;
    while (!core.control().stopped() && clock.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    threads.reversed().forEach(AgentThread::close);
    journalThreads.forEach(AgentThread::close);
    core.close();
    sockets.close();
    status.close();
    try {
      dataDirectory.close();
    } catch (IOException e) {
      LOG.warn("the data directory's lock could not be given back: {}", e.getMessage());
    }
  }

  /** The server's sockets and their loopback twins. */
  private record Sockets(
      KryonetControl control,
      List<DatagramEndpoint> endpoints,
      LoopbackControl loopback,
      List<LoopbackDatagrams> loopbackLanes) {

    static Sockets bind(ServerOptions options) {
      for (int attempt = 1; ; attempt++) {
        KryonetControl control = new KryonetControl(options.bind());
        List<DatagramEndpoint> endpoints = new ArrayList<>();
        try {
          List<LoopbackDatagrams> loopbacks = new ArrayList<>();
          for (int i = 0; i < options.netThreads(); i++) {
            InetSocketAddress address =
                new InetSocketAddress(options.bind().getAddress(), control.port() + i);
            endpoints.add(new DatagramEndpoint(address));
            loopbacks.add(new LoopbackDatagrams());
          }
          return new Sockets(control, endpoints, new LoopbackControl(), loopbacks);
        } catch (TransportException | IllegalArgumentException e) {
          control.close();
          endpoints.forEach(DatagramEndpoint::close);
          if (options.bind().getPort() != 0 || attempt == PORT_ATTEMPTS) {
            throw e;
          }
        }
      }
    }

    CombinedControl combinedControl() {
      return new CombinedControl(control, loopback);
    }

    List<CombinedDatagrams> combinedLanes() {
      List<CombinedDatagrams> lanes = new ArrayList<>();
      for (int i = 0; i < endpoints.size(); i++) {
        lanes.add(new CombinedDatagrams(endpoints.get(i), loopbackLanes.get(i)));
      }
      return lanes;
    }

    void close() {
      control.close();
      endpoints.forEach(DatagramEndpoint::close);
    }
  }
}
