package ringmaster.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.WaitingCommands;
import ringmaster.shared.interest.InterestGrid;
import ringmaster.shared.interest.InterestRules;
import ringmaster.shared.interest.ViewerInterest;
import ringmaster.shared.math.Rng;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.time.TickRate;

/**
 * A match of a game in this process, under a time of its own: a test plays an hour of it in
 * seconds, and the same hour every time.
 *
 * <pre>{@code
 * TestMatch match = TestMatch.of(new Tag()).players(2).seed(7).network("4g").start();
 * match.hold(0, Command.of(0, 127, 0, 0));
 * match.run(3);
 * assertTrue(match.value("it", 0, "x") > 3); // the truth
 * assertTrue(match.view(1).has("it", 0)); // what player 1 was shown
 * }</pre>
 *
 * <p>Players stand behind a simulated network. What they see went through the codec, so it is
 * quantised, late, and without what they may not know, what is too far away, and what their game's
 * sight hides; what they want goes up as it does from a real client, and a tick takes one command
 * of each. A player whose commands are not decided otherwise holds {@link Command#NEUTRAL}.
 */
public final class TestMatch {
  private static final GameMaps MAPS = new GameMaps();

  private final Watch watch;
  private final Run run;
  private final NetworkProfile network;
  private final String networkName;
  private final WaitingCommands waiting;
  private final FrameRing frames;
  private final InterestGrid grid;
  private final EntityFrame frame;
  private final EventLog events;
  private final Pilot[] pilots;
  private final @Nullable TestPlayer[] players;
  private final Recording recording = new Recording();

  private TestMatch(Setup setup) {
    watch = setup.watch;
    GameMap map = setup.map();
    run = new Run(setup.game, setup.settings(map), map);
    network = setup.network.withSeed(setup.seed);
    networkName = setup.networkName;
    waiting = new WaitingCommands(run.seats(), run.settings.rate().hz());
    frames = new FrameRing(run.schema);
    grid = new InterestGrid(InterestRules.of(run.game, run.settings, map));
    frame = new EntityFrame(run.schema);
    events = new EventLog(run.schema);
    pilots = new Pilot[run.seats()];
    Arrays.fill(pilots, held(Command.NEUTRAL));
    players = new TestPlayer[run.seats()];
    for (int seat = 0; seat < run.seats(); seat++) {
      waiting.clear(seat);
    }
  }

  /** Begins to describe a match of a game. */
  public static Setup of(Game game) {
    return new Setup(game);
  }

  /** What a match is made of; each has a default. */
  public static final class Setup {
    private final Game game;
    private String mapName = "";
    private @Nullable GameMap map;
    private int players = 2;
    private int seated = -1;
    private long seed = 1;
    private int hz = 60;
    private int timeLimitSeconds = 300;
    private String brain = "";
    private String networkName = "none";
    private NetworkProfile network = NetworkProfile.NONE;
    private MatchSettings settings;
    private Watch watch;

    private Setup(Game game) {
      this.game = game;
      watch = new Watch(game);
      settings = new MatchSettings(game.mode(), "", 1, new TickRate(hz), timeLimitSeconds, 0);
    }

    /** Seats, 2 unless told otherwise. All are taken at the start, but see {@link #seated}. */
    public Setup players(int seats) {
      players = seats;
      return this;
    }

    /** How many seats are taken at the start, the lowest ones; the others may join later. */
    public Setup seated(int first) {
      seated = first;
      return this;
    }

    /** One of the game's maps; by default the one for so many players. */
    public Setup map(String name) {
      mapName = name;
      return this;
    }

    /** A map of the test's own. */
    public Setup map(GameMap ownMap) {
      map = ownMap;
      return this;
    }

    /** Of the match, its brains and its network. */
    public Setup seed(long newSeed) {
      seed = newSeed;
      return this;
    }

    /** Ticks per second: 30, 60 or 120. */
    public Setup tickRate(int newHz) {
      hz = newHz;
      return this;
    }

    /** Playing time before results; five minutes by default. */
    public Setup timeLimit(int seconds) {
      timeLimitSeconds = seconds;
      return this;
    }

    /** Decides one of the game's own settings. */
    public Setup set(String setting, int value) {
      GameSetting found =
          game.settings().stream()
              .filter(candidate -> candidate.name().equals(setting))
              .findFirst()
              .orElseThrow(() -> noSetting(setting));
      settings = settings.with(found, value);
      return this;
    }

    private IllegalArgumentException noSetting(String setting) {
      List<String> names = game.settings().stream().map(GameSetting::name).toList();
      return new IllegalArgumentException(
          game.mode() + " has no setting " + setting + "; it has " + names);
    }

    /**
     * What lies between the players and the server: a name such as {@code lan}, {@code 4g} or
     * {@code wifi-bad}, or settings, as in {@link NetworkProfile#parse}. {@code none} by default.
     */
    public Setup network(String profile) {
      networkName = profile;
      network = NetworkProfile.parse(profile);
      return this;
    }

    /** The game's default brain plays every seat. */
    public Setup brains() {
      return brains(game.brains().getFirst());
    }

    /** A brain of that name plays every seat; {@link TestMatch#brain} changes single ones. */
    public Setup brains(String name) {
      brain = name;
      return this;
    }

    /** Makes the match, in its state before tick 0, with its first players seated. */
    public TestMatch start() {
      return watch.over(this::make);
    }

    private TestMatch make() {
      TestMatch match = new TestMatch(this);
      for (int seat = 0; seat < (seated < 0 ? players : seated); seat++) {
        match.join(seat);
      }
      for (int seat = 0; seat < players && !brain.isEmpty(); seat++) {
        match.brain(seat, brain);
      }
      return match;
    }

    /** With a patience of its own. */
    Setup watch(Watch newWatch) {
      watch = newWatch;
      return this;
    }

    Watch watch() {
      return watch;
    }

    private GameMap map() {
      return map != null
          ? map
          : MAPS.load(game, mapName.isEmpty() ? game.mapFor(players) : mapName);
    }

    private MatchSettings settings(GameMap played) {
      return new MatchSettings(
          game.mode(),
          played.name(),
          players,
          new TickRate(hz),
          timeLimitSeconds,
          seed,
          settings.options());
    }
  }

  /** A player takes a free seat before the next tick. */
  public void join(int seat) {
    if (players[seat] != null) {
      throw new IllegalStateException("seat " + seat + " is taken");
    }
    watch.over(() -> run.join(seat));
    recording.joined(seat);
    waiting.clear(seat);
    ViewerInterest viewer = new ViewerInterest(grid, run.settings, seat);
    players[seat] =
        new TestPlayer(
            seat, run.codec, viewer, run.settings.rate(), network, run.ticks(), pilots[seat]);
  }

  /** The player of a taken seat goes before the next tick. */
  public void leave(int seat) {
    player(seat);
    watch.over(() -> run.leave(seat));
    recording.left(seat);
    waiting.clear(seat);
    players[seat] = null;
  }

  /** Whether a player sits there. */
  public boolean isTaken(int seat) {
    return players[seat] != null;
  }

  /** From here on a seat holds a command, as by fingers that do not move. */
  public void hold(int seat, long command) {
    pilot(seat, held(command));
  }

  /** From here on a seat's commands come from a function of their tick. */
  public void script(int seat, IntToLongFunction commandOfTick) {
    pilot(
        seat,
        (view, self, tick) -> {
          Watch.entering("a script", run.ticks());
          return commandOfTick.applyAsLong(tick);
        });
  }

  /** From here on a brain of the game plays a seat, on what that seat is shown. */
  public void brain(int seat, String name) {
    long seed = Rng.mix(run.settings.seed() + seat);
    Brain brain =
        watch.over(() -> {
          Watch.entering("Game.newBrain");
          return run.game.newBrain(name, run.settings.withoutSeed(), run.map, seed);
        });
    pilot(
        seat,
        (view, self, tick) -> {
          Watch.entering("Brain.command", run.ticks());
          return brain.command(view, self, tick);
        });
  }

  private static Pilot held(long command) {
    return (view, self, tick) -> command;
  }

  private void pilot(int seat, Pilot pilot) {
    pilots[seat] = pilot;
    TestPlayer player = players[seat];
    if (player != null) {
      player.pilot(pilot);
    }
  }

  private TestPlayer player(int seat) {
    TestPlayer player = players[seat];
    if (player == null) {
      throw new IllegalStateException("nobody sits on seat " + seat);
    }
    return player;
  }

  private List<TestPlayer> seatedPlayers() {
    return Arrays.stream(players).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  /** Advances by one tick. */
  public void tick() {
    watch.over(this::step);
  }

  private void step() {
    int tick = run.ticks();
    long nowNanos = run.settings.rate().nanosOf(tick);
    List<TestPlayer> seated = seatedPlayers();
    seated.forEach(player -> player.receive(nowNanos));
    seated.forEach(player -> player.command(tick, nowNanos));
    seated.forEach(player -> player.deliver(tick, nowNanos, waiting));
    waiting.take(tick);
    recording.stepped(waiting, run.seats());
    run.step(waiting, Workers.ALONE);
    capture();
    events.happened(tick, frame.events());
    seated.forEach(player -> player.send(frames, run, waiting, nowNanos));
    seated.forEach(player -> player.receive(nowNanos));
  }

  private void capture() {
    frame.copyFrom(run.capture());
    String misfit = SchemaFit.misfit(frame, run.schema.events());
    if (misfit != null) {
      throw new SchemaFit.Misfit(frame.tick(), misfit);
    }
    frames.begin(frame.tick()).copyFrom(frame);
    frames.commit(frame.tick());
    grid.rebuild(frames.newest());
  }

  /** Advances by seconds of the match. */
  public void run(double seconds) {
    int end = run.ticks() + ticks(seconds);
    watch.over(() -> {
      while (run.ticks() < end) {
        step();
      }
    });
  }

  /**
   * Advances until something is so.
   *
   * @throws AssertionError if it is not within so many seconds of the match
   */
  public void until(BooleanSupplier condition, double maxSeconds) {
    int end = run.ticks() + ticks(maxSeconds);
    watch.over(() -> {
      while (!isSo(condition)) {
        if (run.ticks() >= end) {
          throw new AssertionError("what was waited for did not come within " + maxSeconds + " s");
        }
        step();
      }
    });
  }

  private boolean isSo(BooleanSupplier condition) {
    Watch.entering("what is waited for", run.ticks());
    return condition.getAsBoolean();
  }

  private int ticks(double seconds) {
    return (int) Math.round(seconds * run.settings.rate().hz());
  }

  /** Ticks so far. */
  public int ticks() {
    return run.ticks();
  }

  /** What stage the match has reached. */
  public Simulation.Phase phase() {
    return watch.over(run::phase);
  }

  /** Hash of all the match's state. */
  public long hash() {
    return watch.over(run::hash);
  }

  /** What there is to see after the newest tick: the truth. Empty before the first. */
  public FrameView frame() {
    return new FrameView(run.game, run.settings, frame, frame);
  }

  /** What a seat's player holds: late by the way it came, and without what is not for its eyes. */
  public FrameView view(int seat) {
    return new FrameView(run.game, run.settings, frame, player(seat).held());
  }

  /** See {@link FrameView#entities}, of the truth. */
  public List<TestEntity> entities(String type) {
    return frame().entities(type);
  }

  /** See {@link FrameView#has}, of the truth. */
  public boolean has(String type, int seat) {
    return frame().has(type, seat);
  }

  /** See {@link FrameView#value(String, String)}, of the truth. */
  public float value(String type, String field) {
    return frame().value(type, field);
  }

  /** See {@link FrameView#value(String, int, String)}, of the truth. */
  public float value(String type, int seat, String field) {
    return frame().value(type, seat, field);
  }

  /** All events of a type so far, oldest first. */
  public List<TestEvent> events(String type) {
    return events.of(type);
  }

  /** Those that a seat's player was told of. */
  public List<TestEvent> events(int seat, String type) {
    return player(seat).events().of(type);
  }

  /** The match's settings, the seed among them. */
  public MatchSettings settings() {
    return run.settings;
  }

  /** The map it is played on. */
  public GameMap map() {
    return run.map;
  }

  Run simulated() {
    return run;
  }

  Recording recording() {
    return recording;
  }

  /** All that is needed to see the same again, and how far it has come. */
  @Override
  public String toString() {
    MatchSettings s = run.settings;
    return String.format(
        Locale.ROOT,
        "%s on %s, %d seats, seed %d, %d Hz, network %s, options %s, after %d ticks (%.2f s)",
        s.mode(),
        s.map(),
        s.maxPlayers(),
        s.seed(),
        s.rate().hz(),
        networkName,
        s.options(),
        run.ticks(),
        (double) run.ticks() / s.rate().hz());
  }
}
