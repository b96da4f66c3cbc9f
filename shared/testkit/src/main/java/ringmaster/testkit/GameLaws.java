package ringmaster.testkit;

import java.util.List;
import java.util.function.Consumer;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;

/**
 * The laws that every game has to keep, checked in one call:
 *
 * <pre>{@code
 * @Test
 * void tagKeepsTheLaws() {
 *   GameLaws.check(new Tag());
 * }
 * }</pre>
 *
 * <p>What breaks one is a single {@link AssertionError} that names the law, the tick, and the line:
 *
 * <pre>
 * tag breaks the law that the same commands lead to the same state: after tick 123 the state
 * differs: TagSimulation.visit(TagSimulation.java:87), element 2 of ints: 5 and 6, in a match and
 * in a replay of its commands
 * </pre>
 *
 * <p>The match they are checked on is played by the game's brains over a poor network, seats are
 * left and taken meanwhile, and it ends in its results. {@link DeterminismCheck} reads the class
 * files first: it names a {@code Math.sin} that would show on another machine only.
 */
public final class GameLaws {
  /**
   * @param sentence goes on after "the law that"
   */
  private record Law(String sentence, Consumer<Trial> check) {}

  /** The first plays the match that the others look at. */
  private static final List<Law> LAWS =
      List.of(
          new Law("the same commands lead to the same state", Sameness::ofPlayAndReplay),
          new Law("nothing depends on the workers", Sameness::forAnyWorkers),
          new Law("a match knows nothing of another", Sameness::besideAnotherMatch),
          new Law("a restored match goes on the same", Sameness::afterRestoring),
          new Law("each byte of a saved state counts", SavedBytes::eachCounts),
          new Law(SchemaFit.LAW, Captures::fitTheSchema),
          new Law("private fields stay private", Secrecy::isKept),
          new Law("a player alone is predicted to the bit", Foresight::isExactAlone),
          new Law("nothing that players do makes it throw", Crowding::isHarmless),
          new Law("a tick allocates nothing", Costs::areNoBytes));

  private static final int DEFAULT_PLAYERS = 8;
  private static final int DEFAULT_SECONDS = 20;

  private final Game game;
  private int players;
  private int seconds = DEFAULT_SECONDS;
  private long[] seeds = {1, 2, 3, 4};
  private List<Allowance> allowances = List.of();
  private final TestMatch.Setup setup;

  private GameLaws(Game game) {
    this.game = game;
    players = Math.min(DEFAULT_PLAYERS, game.maxPlayers());
    setup = TestMatch.of(game);
  }

  /** Checks a game with eight players, or as many as it has, for 20 s under four seeds. */
  public static void check(Game game) {
    of(game).check();
  }

  /** Begins to say how a game is to be checked. */
  public static GameLaws of(Game game) {
    return new GameLaws(game);
  }

  /** Seats of the match, all taken. */
  public GameLaws players(int seats) {
    players = seats;
    return this;
  }

  /**
   * How long the match is played under each seed. Its time limit is two thirds of that, so that its
   * results are seen too.
   */
  public GameLaws seconds(int newSeconds) {
    seconds = newSeconds;
    return this;
  }

  /** One match is played for each seed. */
  public GameLaws seeds(long... newSeeds) {
    seeds = newSeeds.clone();
    return this;
  }

  /** One of the game's maps; by default the one for so many players. */
  public GameLaws map(String name) {
    setup.map(name);
    return this;
  }

  /** A map of the test's own. */
  public GameLaws map(GameMap ownMap) {
    setup.map(ownMap);
    return this;
  }

  /** Decides one of the game's own settings. */
  public GameLaws set(String setting, int value) {
    setup.set(setting, value);
    return this;
  }

  /** With a patience of its own. */
  GameLaws watch(Watch watch) {
    setup.watch(watch);
    return this;
  }

  /** Exceptions for the check of the class files. */
  public GameLaws allowing(List<Allowance> allowed) {
    allowances = List.copyOf(allowed);
    return this;
  }

  /**
   * Checks all laws.
   *
   * @throws AssertionError for the first that is broken
   */
  public void check() {
    List<String> breaches = DeterminismCheck.of(game.getClass()).allowing(allowances).breaches();
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          game.mode() + " uses what may differ:\n  " + String.join("\n  ", breaches));
    }
    checkRuns();
  }

  /** All but the class files. */
  void checkRuns() {
    for (long seed : seeds) {
      setup.players(players).seed(seed).timeLimit(Math.max(1, seconds * 2 / 3));
      Trial trial = new Trial(game, setup, seconds);
      LAWS.forEach(law -> trial.under(law.sentence(), law.check()));
    }
  }
}
