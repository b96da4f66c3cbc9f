package ringmaster.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import ringmaster.client.bot.Level;
import ringmaster.client.connection.Invite;
import ringmaster.client.hud.PracticeWish;
import ringmaster.client.play.DemoClient;
import ringmaster.client.play.PlayFailed;
import ringmaster.client.play.PlayOptions;
import ringmaster.client.testbed.Layer;
import ringmaster.client.testbed.Testbed;
import ringmaster.client.testbed.TestbedOptions;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.time.SystemClock;

/** The demo client. */
@Command(
    name = "play",
    description = "Plays: opens a window on a match. With no address it shows the server browser.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class PlayCommand implements Callable<Integer> {
  private static final int MAX_SECONDS = 24 * 3600;
  private static final int MIN_SIDE = 160;
  private static final int MAX_SIDE = 8192;

  @Parameters(
      arity = "0..1",
      paramLabel = "INVITE or HOST[:PORT]",
      description = "The server to join.")
  private @Nullable String address;

  @Option(names = "--name", description = "Your name, this time (default: as in the settings).")
  private @Nullable String name;

  @Option(
      names = "--mode",
      description =
          "Join a match of this mode, or practise it; with --practice also"
              + " MODE[@MAP][:MAXPLAYERS][/NAME=VALUE...], as serve --match takes it.")
  private @Nullable String mode;

  @Mixin private GamesFolder gamesFolder;

  @Option(names = "--match", paramLabel = "ID", description = "Join this match.")
  private @Nullable Integer matchId;

  @Option(names = "--spectate", description = "Watch, without a seat.")
  private boolean spectate;

  @Option(names = "--practice", description = "Play with bots, on a server in this process.")
  private boolean practice;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      converter = LevelConverter.class,
      description = "How well the bots of --practice play: easy, normal or hard.")
  private @Nullable Level level;

  @Option(
      names = "--net",
      defaultValue = "none",
      paramLabel = "PROFILE",
      converter = BotsCommand.NetworkConverter.class,
      description =
          "Simulated network, each direction: lan, dsl, wifi-bad, 4g, satellite, or settings such"
              + " as latency=50ms,jitter=10ms,loss=2%%,hole=2s@30s.")
  private NetworkProfile network;

  @Option(
      names = "--scene",
      paramLabel = "NAME",
      completionCandidates = SceneNames.class,
      description =
          "Show a staged match instead, fight (8 tanks) or crowd (64 tanks, 200 crates), or a scene"
              + " of the physics engine. There are ${COMPLETION-CANDIDATES}. With --headless its"
              + " time is counted in frames, so the same frame always looks the same.")
  private @Nullable String scene;

  @Option(
      names = "--show",
      split = ",",
      paramLabel = "LAYER",
      completionCandidates = LayerNames.class,
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "Show more of a physics scene, with commas between: ${COMPLETION-CANDIDATES}. In the"
              + " window these are keys; H lists them.")
  private List<String> show = List.of();

  @Option(names = "--headless", description = "Draw without a display or window.")
  private boolean headless;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "End after so long (default: when you leave; headless: 10).")
  private @Nullable Double seconds;

  @Option(
      names = "--shot",
      paramLabel = "FILE.png",
      description = "Write the last frame as a picture.")
  private @Nullable Path shot;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      converter = SizeConverter.class,
      description = "Of the window, or headless of the picture (default: 1280x720).")
  private @Nullable Size size;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description =
          "Press keys from a file. A line is SECONDS keydown KEY, SECONDS keyup KEY, SECONDS mouse"
              + " X Y, SECONDS click BUTTON or SECONDS type TEXT.")
  private @Nullable Path script;

  @Option(
      names = "--probe",
      paramLabel = "FILE",
      description =
          "Write a line of JSON each second: frames, pose, health, ping, prediction error; -"
              + " prints them.")
  private @Nullable String probe;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The settings file (default: in your own folder for settings).")
  private @Nullable Path settings;

  @Spec private CommandSpec spec;

  /** All that --scene knows. */
  static final class SceneNames extends ArrayList<String> {
    SceneNames() {
      super(DemoClient.SCENES);
      Scenes.all().forEach(known -> add(known.name()));
    }
  }

  /** All that --show knows. */
  static final class LayerNames extends ArrayList<String> {
    LayerNames() {
      super(Layer.words());
    }
  }

  /** Of a window or picture, in pixels. */
  record Size(int width, int height) {}

  @Override
  public Integer call() {
    Games games = gamesFolder.open().games();
    check();
    MatchOrder order = practice ? practiceOrder(games) : null;
    if (mode != null && !practice) {
      checkMode(games, mode);
    }
    System.setProperty("joml.nounsafe", "true"); // else the JDK warns of how it reaches memory
    try (ProbeLines lines = ProbeLines.open(probe, spec.commandLine().getOut())) {
      Scene physics = physicsScene();
      if (physics == null) {
        DemoClient.run(
            options(games, order),
            new SystemClock(),
            InstantSource.system(),
            lines,
            System.err::println);
      } else {
        Testbed.run(testbedOptions(physics), new SystemClock(), lines);
      }
    } catch (PlayFailed e) {
      throw new RunFailed(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private @Nullable Scene physicsScene() {
    return scene == null ? null : Scenes.find(scene).orElse(null);
  }

  private TestbedOptions testbedOptions(Scene physics) {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    show.forEach(word -> layers.add(Layer.named(word).orElseThrow()));
    return new TestbedOptions(
        physics, layers, headless, limitSeconds(), shot, width(), height(), script);
  }

  private double limitSeconds() {
    return seconds != null ? seconds : headless ? 10 : 0;
  }

  /** 0: the usual. */
  private int width() {
    return size == null ? 0 : size.width();
  }

  private int height() {
    return size == null ? 0 : size.height();
  }

  private PlayOptions options(Games games, @Nullable MatchOrder order) {
    return new PlayOptions(
        games,
        address,
        name,
        mode == null || practice ? "" : mode,
        matchId == null ? 0 : matchId,
        spectate,
        order,
        level == null ? Level.NORMAL : level,
        network,
        scene,
        headless,
        limitSeconds(),
        shot,
        width(),
        height(),
        script,
        settings);
  }

  private void check() {
    if (address != null) {
      checkAddress(address);
    }
    if (address != null && practice) {
      throw wrong("--practice has a server of its own: give no address beside it");
    }
    if (scene != null && (address != null || practice)) {
      throw wrong("--scene needs no server: give no address and no --practice beside it");
    }
    List<String> scenes = new SceneNames();
    if (scene != null && !scenes.contains(scene)) {
      throw wrong("--scene must be one of " + String.join(", ", scenes) + "; not " + scene);
    }
    checkLayers();
    if (level != null && !practice) {
      throw wrong("--level " + level.word() + " is for the bots of --practice");
    }
    if (address == null && (spectate || matchId != null || (mode != null && !practice))) {
      String option =
          spectate ? "--spectate" : matchId != null ? "--match " + matchId : "--mode " + mode;
      throw wrong(
          practice
              ? option + " does not go with --practice"
              : option + " needs the address of a server");
    }
    if (matchId != null) {
      Values.requireRange(spec, "--match", matchId, 1, Integer.MAX_VALUE);
    }
    if (seconds != null && !(seconds > 0 && seconds <= MAX_SECONDS)) {
      throw wrong("--seconds must be above 0 and at most " + MAX_SECONDS + ", not " + seconds);
    }
    if (script != null && !Files.isReadable(script)) {
      throw wrong("--script: " + script + " cannot be read");
    }
    if (shot != null) {
      checkShot(shot);
    }
  }

  private void checkMode(Games games, String typed) {
    try {
      Modes.named(games, typed);
    } catch (IllegalArgumentException e) {
      throw wrong("--mode: " + e.getMessage());
    }
  }

  /** The game that a person begins with if none is named. */
  private MatchOrder practiceOrder(Games games) {
    String typed = mode == null ? PracticeWish.firstMode(games) : mode;
    try {
      MatchSpec wanted = new MatchSpec.Converter().convert(typed);
      if (wanted.count() != 1) {
        throw wrong("--mode " + typed + ": practice is one match");
      }
      return wanted.order(games, new GameMaps());
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw wrong("--mode " + typed + ": " + e.getMessage());
    }
  }

  private void checkLayers() {
    if (!show.isEmpty() && physicsScene() == null) {
      throw wrong("--show needs a --scene of the physics engine");
    }
    for (String word : show) {
      if (Layer.named(word).isEmpty()) {
        throw wrong("--show takes " + String.join(", ", Layer.words()) + "; not " + word);
      }
    }
  }

  private void checkAddress(String typed) {
    try {
      Invite.parse(typed);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** A picture that cannot be written is noticed before the run, not after it. */
  private void checkShot(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean hasPlace = folder != null && Files.isDirectory(folder) && !Files.isDirectory(file);
    if (!hasPlace || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw wrong("--shot: " + file + " cannot be written");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Reads a level by its word. */
  static final class LevelConverter implements ITypeConverter<Level> {
    @Override
    public Level convert(String value) {
      for (Level level : Level.values()) {
        if (level.word().equals(value)) {
          return level;
        }
      }
      throw new TypeConversionException("'" + value + "' is not easy, normal or hard");
    }
  }

  /** Reads WIDTHxHEIGHT. */
  static final class SizeConverter implements ITypeConverter<Size> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

    @Override
    public Size convert(String value) {
      Matcher form = FORM.matcher(value);
      if (form.matches()) {
        Size size = new Size(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        if (inRange(size.width()) && inRange(size.height())) {
          return size;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is not of the form 1280x720, each from " + MIN_SIDE + " to " + MAX_SIDE);
    }

    private static boolean inRange(int side) {
      return side >= MIN_SIDE && side <= MAX_SIDE;
    }
  }
}
