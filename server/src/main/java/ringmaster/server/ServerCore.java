package ringmaster.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.Guards;
import ringmaster.server.guard.Patience;
import ringmaster.server.ingress.CommandAgent;
import ringmaster.server.ingress.ControlAgent;
import ringmaster.server.ingress.ControlCounters;
import ringmaster.server.ingress.IngressCounters;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.Ring;
import ringmaster.server.ingress.TickSchedule;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.Journal;
import ringmaster.server.journal.JournalBarrier;
import ringmaster.server.journal.JournalSettings;
import ringmaster.server.loop.MatchBuilder;
import ringmaster.server.loop.TickLoop;
import ringmaster.server.match.MatchTable;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.replication.SnapshotPublisher;
import ringmaster.server.session.MatchViews;
import ringmaster.server.session.SessionTable;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.telemetry.InputTelemetry;
import ringmaster.server.telemetry.TickTelemetry;
import ringmaster.server.transport.ControlTransport;
import ringmaster.server.transport.DatagramTransport;
import ringmaster.shared.Version;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.time.Clock;

/**
 * A whole server, wired but without threads: the agents can each be given a thread, or be driven in
 * turn by one under a virtual clock.
 */
public final class ServerCore implements AutoCloseable {
  /** 64 K slots of 64 bytes: a second of 1,000 players with the tick thread standing still. */
  private static final int RING_SLOTS = 1 << 16;

  /** For ticks, hashes and control records when players' traffic has filled the rest. */
  private static final int RESERVED_SLOTS = 1 << 13;

  /** Matches that are created while the ones they follow still stand. */
  private static final int FOLLOWERS = 2;

  /**
   * What lies outside the server.
   *
   * @param lanes datagram endpoints, one network thread each
   * @param journalDisk null for no journal
   * @param barrier how the tick thread waits for a journal
   * @param sessionIds unguessable random numbers
   * @param seeds of the matches' random numbers
   * @param serverId random number of this run, for all to know
   * @param patience with games from jars
   */
  public record Outside(
      Clock clock,
      ControlTransport control,
      List<? extends DatagramTransport> lanes,
      @Nullable Disk journalDisk,
      Function<Journal, JournalBarrier> barrier,
      LongSupplier sessionIds,
      LongSupplier seeds,
      long serverId,
      Games games,
      GameMaps maps,
      Patience patience) {}

  private final ServerSettings settings;
  private final Ring ring = new Ring(RING_SLOTS, RESERVED_SLOTS);
  private final MatchViews views = new MatchViews();
  private final SessionTable sessions;
  private final WorkerPool pool;
  private final Games games;
  private final Guards guards;
  private final GameTelemetry gameTelemetry;
  private final @Nullable Journal journal;
  private final ControlCounters controlCounters = new ControlCounters();
  private final List<IngressCounters> ingressCounters = new ArrayList<>();
  private final List<InputTelemetry> inputs = new ArrayList<>();
  private final SnapshotPublisher publisher;
  private final TickTelemetry telemetry;
  private final ControlAgent control;
  private final List<CommandAgent> commands = new ArrayList<>();
  private final MatchBuilder builder;
  private final TickLoop tickLoop;

  /**
   * Wires a server.
   *
   * @throws IOException if the journal cannot be begun
   */
  public ServerCore(ServerSettings settings, Outside outside) throws IOException {
    this.settings = settings;
    Clock clock = outside.clock();
    Ring.Reader tickReader = ring.newReader();
    Disk disk = outside.journalDisk();
    journal =
        disk == null
            ? null
            : new Journal(ring.newReader(), disk, JournalSettings.defaults(Version.current()));
    JournalBarrier barrier =
        journal == null ? JournalBarrier.OFF : outside.barrier().apply(journal);
    sessions = new SessionTable(outside.sessionIds());
    pool = new WorkerPool(settings.workers());
    games = outside.games();
    guards = new Guards(outside.patience());
    gameTelemetry = new GameTelemetry(games.modes());
    var rate = settings.replication().rate();
    telemetry = new TickTelemetry(rate.periodNanos());
    TickSchedule schedule = new TickSchedule(rate, 0, clock.nanoTime() + rate.periodNanos());
    publisher = new SnapshotPublisher(pool, outside.lanes());
    builder =
        new MatchBuilder(
            games, outside.maps(), views, settings.replication(), ring, guards, gameTelemetry);
    control =
        new ControlAgent(
            new ControlAgent.Setup(
                outside.control(),
                sessions,
                views,
                ring,
                schedule,
                games,
                outside.maps(),
                outside.seeds(),
                settings.maxMatches(),
                guards::hasLost,
                settings.timeLimitSeconds(),
                settings.replication().snapshotHz(),
                outside.lanes().stream().map(DatagramTransport::port).toList(),
                outside.serverId(),
                controlCounters));
    for (int lane = 0; lane < outside.lanes().size(); lane++) {
      IngressCounters counters = new IngressCounters();
      ingressCounters.add(counters);
      InputTelemetry input = new InputTelemetry();
      inputs.add(input);
      DatagramTransport transport = outside.lanes().get(lane);
      commands.add(new CommandAgent(lane, transport, sessions, schedule, ring, counters, input));
    }
    tickLoop =
        new TickLoop(
            new TickLoop.Setup(
                ring,
                tickReader,
                schedule,
                new MatchTable<>(FOLLOWERS * settings.maxMatches()),
                builder,
                views,
                sessions,
                barrier,
                journal == null ? null : journal.state(),
                pool,
                guards.turnRound(),
                publisher,
                telemetry,
                gameTelemetry,
                clock));
  }

  /** Orders the matches that stand always; before the first turn. */
  public void openMatches() {
    for (MatchOrder order : settings.orders()) {
      control.openPermanent(order);
    }
  }

  /** All agents but the journal's, in the order in which one thread would drive them. */
  public List<Agent> agents() {
    List<Agent> agents = new ArrayList<>();
    agents.add(control);
    agents.addAll(commands);
    agents.add(builder);
    agents.add(tickLoop);
    return agents;
  }

  public ControlAgent control() {
    return control;
  }

  public TickLoop tickLoop() {
    return tickLoop;
  }

  public @Nullable Journal journal() {
    return journal;
  }

  public SessionTable sessions() {
    return sessions;
  }

  /** The matches created and not yet closed. */
  public MatchViews views() {
    return views;
  }

  public WorkerPool pool() {
    return pool;
  }

  public Ring ring() {
    return ring;
  }

  public TickTelemetry telemetry() {
    return telemetry;
  }

  public Games games() {
    return games;
  }

  public Guards guards() {
    return guards;
  }

  /** What befell the matches of each mode. */
  public GameTelemetry gameTelemetry() {
    return gameTelemetry;
  }

  public ControlCounters controlCounters() {
    return controlCounters;
  }

  /** By lane. */
  public List<IngressCounters> ingressCounters() {
    return List.copyOf(ingressCounters);
  }

  /** How players' commands come, by network thread. */
  public List<InputTelemetry> inputs() {
    return List.copyOf(inputs);
  }

  public SnapshotPublisher publisher() {
    return publisher;
  }

  @Override
  public void close() {
    pool.close();
    guards.close();
  }
}
