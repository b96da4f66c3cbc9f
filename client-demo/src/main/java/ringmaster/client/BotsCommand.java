package ringmaster.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.Invite;
import ringmaster.client.load.LoadRun;
import ringmaster.client.load.ProgressLine;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.RandomBrain;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;

/** The load generator: many bots, and what they and the server measured. */
@Command(
    name = "bots",
    description = "Lets many bots play, and measures server and network.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class BotsCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";
  private static final String DEFAULT_MODE = "skirmish";
  private static final int MAX_PLAYERS = 100_000;
  private static final int MAX_SECONDS = 24 * 3600;

  @Parameters(
      arity = "0..1",
      paramLabel = "INVITE or HOST[:PORT]",
      converter = InviteConverter.class,
      description = "The server; with none, one is started, measured and stopped.")
  private @Nullable Invite server;

  @Option(names = "--players", defaultValue = "16", description = "How many bots.")
  private int players;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "How long to measure, counted from the last join plus the warm-up.")
  private int seconds;

  @Option(names = "--warmup", defaultValue = "10", description = "Seconds before measuring.")
  private int warmupSeconds;

  @Option(
      names = "--players-per-match",
      defaultValue = "8",
      paramLabel = "K",
      description = "Seats of each match of a server started here.")
  private int playersPerMatch;

  @Option(
      names = "--mode",
      description = "What to play (default: any; skirmish on a server started here).")
  private @Nullable String mode;

  @Mixin private GamesFolder gamesFolder;

  @Option(
      names = "--net",
      defaultValue = "none",
      paramLabel = "PROFILE",
      converter = NetworkConverter.class,
      description =
          "Simulated network, each direction: lan, dsl, wifi-bad, 4g, satellite, or settings such"
              + " as latency=50ms,jitter=10ms,loss=2%%,hole=2s@30s.")
  private NetworkProfile network;

  @Option(
      names = "--brain",
      paramLabel = "NAME",
      description = "Who plays (default: random where the mode has it, else the mode's first).")
  private @Nullable String brain;

  @Option(
      names = "--view",
      defaultValue = "newest",
      paramLabel = "VIEW",
      converter = ViewConverter.class,
      description =
          "What brains see of the others: newest, the newest snapshot; or drawn, as people do,"
              + " between two snapshots.")
  private AimedView view;

  @Option(
      names = "--status",
      paramLabel = "URL or HOST:PORT",
      converter = StatusConverter.class,
      description = "Where a server given by address serves its status, to measure it as well.")
  private @Nullable URI status;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a page with all figures.")
  private @Nullable Path report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - prints them as the last line.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadRun.Order order = order();
    requireWritable(report);
    requireWritable(STANDARD_OUTPUT.equals(json) || json == null ? null : Path.of(json));
    ProgressLine progress = ProgressLine.onStandardError();
    LoadRun.Outcome outcome = run(order, progress);
    progress.end();
    write(outcome);
    if (!STANDARD_OUTPUT.equals(json)) {
      spec.commandLine().getOut().println(outcome.summary());
    }
    String failure = outcome.failure();
    if (failure != null) {
      throw new RunFailed(failure);
    }
    return 0;
  }

  /** A report that cannot be written is noticed before the run, not after it. */
  private static void requireWritable(@Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new RunFailed(file + " cannot be written");
    }
  }

  /** Checks the options against each other and against the games there are. */
  private LoadRun.Order order() {
    Values.requireRange(spec, "--players", players, 1, MAX_PLAYERS);
    Values.requireRange(spec, "--seconds", seconds, 1, MAX_SECONDS);
    Values.requireRange(spec, "--warmup", warmupSeconds, 0, MAX_SECONDS);
    if (status != null && server == null) {
      throw wrong("--status needs the server's address beside it");
    }
    String wantedMode = mode != null ? mode : server == null ? DEFAULT_MODE : "";
    Games games = gamesFolder.open().games();
    checkGame(games, wantedMode);
    return new LoadRun.Order(
        server,
        status,
        players,
        playersPerMatch,
        seconds,
        warmupSeconds,
        wantedMode,
        brain == null ? RandomBrain.NAME : brain,
        view,
        network,
        games,
        gamesFolder.folder());
  }

  private void checkGame(Games games, String wantedMode) {
    Game game = wantedMode.isEmpty() ? null : game(games, wantedMode);
    int most = game == null ? MatchSettings.MAX_PLAYERS : game.maxPlayers();
    Values.requireRange(spec, "--players-per-match", playersPerMatch, 1, most);
    if (game != null && brain != null && !game.brains().contains(brain)) {
      throw wrong("--brain must be one of " + game.brains() + ", not " + brain);
    }
  }

  private Game game(Games games, String wantedMode) {
    try {
      return Modes.named(games, wantedMode);
    } catch (IllegalArgumentException e) {
      throw wrong("--mode: " + e.getMessage());
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private LoadRun.Outcome run(LoadRun.Order order, ProgressLine progress) {
    String command = "ringmaster " + String.join(" ", arguments());
    Provenance provenance = Provenance.here(command, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      return new LoadRun(provenance, order, progress).run();
    } catch (IOException e) {
      progress.end();
      throw new RunFailed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("the run was interrupted", e);
    }
  }

  private List<String> arguments() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }

  private void write(LoadRun.Outcome outcome) {
    try {
      if (report != null) {
        outcome.writePage(report);
      }
      if (json != null) {
        JsonOutput.write(json, outcome.json(), spec.commandLine().getOut());
      }
    } catch (IOException e) {
      throw new RunFailed("the report cannot be written: " + e.getMessage(), e);
    }
  }

  /** HOST:PORT, as the server's READY line has it, or a whole URL. */
  static final class StatusConverter implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      try {
        URI uri = new URI(value.contains("://") ? value : "http://" + value);
        boolean bare = uri.getPath().isEmpty() || uri.getPath().equals("/");
        if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
          return bare ? uri.resolve("/api/status") : uri;
        }
      } catch (URISyntaxException e) {
        // said below
      }
      throw new TypeConversionException("'" + value + "' is neither HOST:PORT nor an http URL");
    }
  }

  /** Reads an address. */
  static final class InviteConverter implements ITypeConverter<Invite> {
    @Override
    public Invite convert(String value) {
      try {
        return Invite.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Reads a view by its word. */
  static final class ViewConverter implements ITypeConverter<AimedView> {
    @Override
    public AimedView convert(String value) {
      for (AimedView view : AimedView.values()) {
        if (view.word().equals(value)) {
          return view;
        }
      }
      throw new TypeConversionException("'" + value + "' is neither newest nor drawn");
    }
  }

  /** Reads a network profile. */
  static final class NetworkConverter implements ITypeConverter<NetworkProfile> {
    @Override
    public NetworkProfile convert(String value) {
      try {
        return NetworkProfile.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
