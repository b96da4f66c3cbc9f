package ringmaster.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.server.Server;
import ringmaster.server.ServerOptions;
import ringmaster.server.ServerSettings;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.transport.DatagramEndpoint;
import ringmaster.server.transport.TransportException;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.GuestGame;
import ringmaster.shared.install.GuestGames;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.TickRate;

/** Hosts matches until it is told to stop. */
@Command(
    name = "serve",
    description = "Hosts matches. Prints one line READY {...} when players can connect.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class ServeCommand implements Callable<Integer> {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final long POLL_NANOS = 1_000_000;
  private static final int MAX_MATCHES_LIMIT = 4096;

  /** Playing time of a match. */
  private static final int TIME_LIMIT_SECONDS = 300;

  @Option(
      names = "--port",
      defaultValue = "7777",
      description =
          "Control port (TCP); datagrams go to the UDP ports from it on. 0 picks free ones.")
  private int port;

  @Option(
      names = "--net-threads",
      defaultValue = "1",
      description = "Threads that receive datagrams, each with a UDP port.")
  private int netThreads;

  @Option(names = "--bind", defaultValue = "0.0.0.0", description = "Address to listen on.")
  private String bind;

  @Option(
      names = "--public",
      paramLabel = "HOST",
      description = "What invites say (default: this machine's address).")
  private @Nullable String publicHost;

  @Option(
      names = "--announce",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Say on this machine's networks that there is a server.")
  private boolean announce;

  @Option(
      names = "--http",
      defaultValue = "127.0.0.1:7780",
      paramLabel = "HOST:PORT",
      converter = Values.HostAndPort.class,
      description = "Where status and metrics are served.")
  private InetSocketAddress http;

  @Option(
      names = "--data",
      defaultValue = "ringmaster-data",
      paramLabel = "DIR",
      description = "Data directory.")
  private Path data;

  @Option(
      names = "--match",
      defaultValue = "skirmish:8:1",
      split = ",",
      paramLabel = MatchSpec.FORM,
      converter = MatchSpec.Converter.class,
      description =
          "Matches that always stand (repeatable), with settings of the game:"
              + " skirmish:8:2/teams=2.")
  private List<MatchSpec> matches;

  @Mixin private GamesFolder gamesFolder;

  @Option(
      names = "--max-matches",
      defaultValue = "256",
      description = "Matches at most, those made on demand included.")
  private int maxMatches;

  @Option(
      names = "--fill-bots",
      defaultValue = "0",
      paramLabel = "N",
      description = "Keep each standing match at N players with bots.")
  private int fillBots;

  @Option(
      names = "--fill-brain",
      paramLabel = "NAME",
      description = "How they play, for example fighter-easy (default: each game's own).")
  private @Nullable String fillBrain;

  @Option(
      names = "--tick-rate",
      defaultValue = "60",
      paramLabel = "HZ",
      description = "Ticks per second: 30, 60 or 120.")
  private int tickRate;

  @Option(
      names = "--snapshot-rate",
      paramLabel = "HZ",
      description =
          "Snapshots per second and player; divides the tick rate (default: 60, or the tick rate if"
              + " that is lower).")
  private @Nullable Integer snapshotRate;

  @Option(
      names = "--player-budget",
      defaultValue = "32kB",
      paramLabel = "SIZE",
      converter = Values.Bytes.class,
      description = "Bytes per second sent to one player at most.")
  private int playerBudget;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that step matches beside the tick thread (default: cores - 2).")
  private @Nullable Integer workers;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file with defaults for these options; keys are their names.")
  private @Nullable Path config;

  @Option(
      names = "--stop-with",
      hidden = true,
      paramLabel = "PID",
      description = "Stops when that process has ended, however it ended.")
  private @Nullable Long stopWith;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CountDownLatch fatal = new CountDownLatch(1);
    AtomicReference<String> sentence = new AtomicReference<>("");
    GuestGames games = gamesFolder.open();
    ServerOptions options = options(games.games());
    games.guests().stream().map(GuestGame::describe).forEach(System.err::println);
    Server server =
        open(
            options,
            games.games(),
            error -> {
              sentence.set(error);
              fatal.countDown();
            });
    stopOnExit(server, fatal);
    if (stopWith != null) {
      ProcessHandle.of(stopWith)
          .map(ProcessHandle::onExit)
          .orElseGet(() -> CompletableFuture.completedFuture(ProcessHandle.current()))
          .thenRun(() -> System.exit(0));
    }
    server.start();
    awaitReady(server, fatal);
    announce(server);
    try {
      fatal.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RunFailed(Objects.requireNonNull(sentence.get()));
  }

  private ServerOptions options(Games games) {
    if (publicHost != null && publicHost.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--public needs a host");
    }
    Values.requireRange(spec, "--net-threads", netThreads, 1, 64);
    Values.requireRange(spec, "--port", port, 0, 0x10000 - netThreads);
    Values.requireRange(spec, "--max-matches", maxMatches, 1, MAX_MATCHES_LIMIT);
    Values.requireRange(spec, "--fill-bots", fillBots, 0, 64);
    int threads = workers == null ? Math.max(0, cores() - 2) : workers;
    Values.requireRange(spec, "--workers", threads, 0, 256);
    List<MatchOrder> orders = orders(games);
    if (orders.size() > maxMatches) {
      throw new ParameterException(
          spec.commandLine(),
          "--match asks for " + orders.size() + " matches, --max-matches allows " + maxMatches);
    }
    return new ServerOptions(
        new InetSocketAddress(bind, port),
        netThreads,
        publicHost == null ? ownAddress() : publicHost,
        http,
        data,
        announce,
        fillBots,
        fillBrain(orders),
        new ServerSettings(orders, maxMatches, TIME_LIMIT_SECONDS, threads, replication()));
  }

  private List<MatchOrder> orders(Games games) {
    GameMaps maps = new GameMaps();
    List<MatchOrder> orders = new ArrayList<>();
    for (MatchSpec match : matches) {
      try {
        orders.addAll(Collections.nCopies(match.count(), match.order(games, maps)));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(), "--match " + match.typed() + ": " + e.getMessage(), e);
      }
    }
    return orders;
  }

  /** One game that has it suffices: several may stand side by side. */
  private String fillBrain(List<MatchOrder> orders) {
    if (fillBrain == null) {
      return "";
    }
    List<String> brains =
        orders.stream().flatMap(order -> order.game().brains().stream()).distinct().toList();
    if (!brains.contains(fillBrain)) {
      throw new ParameterException(
          spec.commandLine(), "--fill-brain must be one of " + brains + ", not " + fillBrain);
    }
    return fillBrain;
  }

  private ReplicationSettings replication() {
    try {
      int snapshotHz = snapshotRate == null ? Math.min(tickRate, 60) : snapshotRate;
      return new ReplicationSettings(new TickRate(tickRate), snapshotHz, playerBudget);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Where others reach this machine: the address listened on, else its first outward one. */
  private String ownAddress() {
    InetAddress bound = new InetSocketAddress(bind, port).getAddress();
    if (bound != null && !bound.isAnyLocalAddress()) {
      return bound.getHostAddress();
    }
    try {
      return NetworkInterface.networkInterfaces()
          .filter(ServeCommand::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .findFirst()
          .map(InetAddress::getHostAddress)
          .orElse("127.0.0.1");
    } catch (SocketException e) {
      return "127.0.0.1";
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException e) {
      return false;
    }
  }

  private Server open(ServerOptions options, Games games, Consumer<String> onFatal) {
    try {
      Server server = new Server(options, games, provenance(), onFatal);
      sayWhatWasFound(server);
      return server;
    } catch (IOException | TransportException e) {
      throw new RunFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private Provenance provenance() {
    String typed = String.join(" ", spec.commandLine().getParseResult().originalArgs());
    return Provenance.here("ringmaster " + typed, Instant.now());
  }

  private static void sayWhatWasFound(Server server) {
    if (server.oldJournal() != null) {
      System.err.println(
          "The journal of an earlier server was kept as " + server.oldJournal() + ".");
    }
    for (DatagramEndpoint endpoint : server.endpoints()) {
      if (endpoint.receiveBufferBytes() < DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES) {
        System.err.printf(
            "The system grants UDP port %d a receive buffer of %,d bytes instead of %,d; bursts may"
                + " be lost (Linux: sysctl -w net.core.rmem_max=%d).%n",
            endpoint.port(),
            endpoint.receiveBufferBytes(),
            DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES,
            DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES);
      }
    }
  }

  /**
   * The JVM would end with 128 + signal after its hooks; a server that was asked to stop did well.
   */
  private static void stopOnExit(Server server, CountDownLatch fatal) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  System.err.println("Stopped; the journal is complete.");
                  System.out.flush();
                  Runtime.getRuntime().halt(fatal.getCount() == 0 ? 1 : 0);
                },
                "stop"));
  }

  private static void awaitReady(Server server, CountDownLatch fatal) {
    while (!server.isReady() && fatal.getCount() > 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private void announce(Server server) {
    Map<String, Object> ready = new LinkedHashMap<>();
    ready.put("pid", ProcessHandle.current().pid());
    ready.put("control", server.controlPort());
    ready.put("datagram", server.datagramPorts());
    ready.put("http", httpHost() + ":" + server.httpAddress().getPort());
    ready.put("invite", server.invite());
    ready.put("dataDir", data.toAbsolutePath().normalize().toString());
    ready.put("matches", server.matches().stream().map(ServeCommand::describe).toList());
    System.out.println("READY " + JSON.toJson(ready));
    System.out.flush();
  }

  private String httpHost() {
    String host = http.getHostString();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static Map<String, Object> describe(MatchSummary match) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("id", match.id());
    described.put("mode", match.mode());
    described.put("map", match.map());
    described.put("max", match.max());
    return described;
  }
}
