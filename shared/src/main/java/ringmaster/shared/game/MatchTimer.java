package ringmaster.shared.game;

import java.util.List;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.state.StateVisitor;

/**
 * Counts a match's ticks and leads it through its phases.
 *
 * <pre>
 * WARM_UP   until two players (or the only one) have been there for {@link #WARM_UP}
 * PLAYING   for the match's time limit
 * OVERTIME  only if it is undecided then: until it is decided, {@link #OVERTIME} at most
 * RESULTS   10 s
 * OVER
 * </pre>
 *
 * A game calls {@link #advance} once at the end of each tick; all of this is match state, to be
 * visited.
 */
public final class MatchTimer {
  /** For the settings of a game that warms up; 0: play begins at once, whoever is there. */
  public static final GameSetting WARM_UP =
      new GameSetting("warmUp", 0, 600, 5, "seconds of warm-up once two players are there");

  /** For the settings of a game that is not left undecided; 0: it is. */
  public static final GameSetting OVERTIME =
      new GameSetting("overtime", 0, 600, 60, "seconds of overtime at most when it is undecided");

  /** What {@link #remainingSeconds} can come to. */
  public static final int MAX_REMAINING_SECONDS = MatchSettings.MAX_TIME_LIMIT_SECONDS;

  private static final int PHASE = 0;
  private static final int REMAINING = 1;

  /** Whether results are on screen, by what {@link #capture} set in a slot that shows a match. */
  public static boolean shownOver(EntityView seen, int slot) {
    return seen.get(slot, PHASE) >= Phase.RESULTS.ordinal();
  }

  /** The columns that {@link #capture} sets; further ones may follow them. */
  public static final List<EntityField> FIELDS =
      List.of(
          EntityField.count("phase", 0, Phase.OVER.ordinal()),
          new EntityField("remaining", "s", 0, MAX_REMAINING_SECONDS, 1));

  /** The type of the entity that shows how a match stands, of a game with nothing to add. */
  public static final EntityType TYPE =
      new EntityType("match", FIELDS, EntityType.Shape.NONE, 0, 0);

  private static final int RESULTS_SECONDS = 10;
  private static final int PLAYERS_TO_START = 2;

  private final int hz;
  private final int warmUpTicks;
  private final int playTicks;
  private final int overtimeTicks;
  private final int playersToStart;
  private int tick;
  private int phase;
  private int phaseTicksLeft;
  private boolean waiting;

  public MatchTimer(MatchSettings settings) {
    hz = settings.rate().hz();
    warmUpTicks = settings.get(WARM_UP) * hz;
    playTicks = settings.timeLimitSeconds() * hz;
    overtimeTicks = settings.get(OVERTIME) * hz;
    playersToStart = Math.min(PLAYERS_TO_START, settings.maxPlayers());
    enter(warmUpTicks > 0 ? Phase.WARM_UP : Phase.PLAYING);
    waiting = warmUpTicks > 0;
  }

  /** Number of the tick under way, or of the next one between ticks. */
  public int tick() {
    return tick;
  }

  public Phase phase() {
    return Phase.of(phase);
  }

  /** Whether what happens now counts. */
  public boolean playing() {
    return phase() == Phase.PLAYING || phase() == Phase.OVERTIME;
  }

  /** Whether the result is known and nothing can change it. */
  public boolean over() {
    return phase >= Phase.RESULTS.ordinal();
  }

  /** Seconds to the end of the phase, begun ones counted; 0 while waiting for players or over. */
  public int remainingSeconds() {
    return waiting ? 0 : Math.ceilDiv(phaseTicksLeft, hz);
  }

  /**
   * Ends a tick.
   *
   * @param players seats that are taken
   * @param decided whether somebody, or one team, is ahead of all others
   * @return whether a new phase begins with the next tick
   */
  public boolean advance(int players, boolean decided) {
    tick++;
    Phase now = phase();
    if (now == Phase.WARM_UP) {
      waiting = players < playersToStart;
      phaseTicksLeft = waiting ? warmUpTicks : phaseTicksLeft;
    }
    if (now == Phase.OVER || waiting) {
      return false;
    }
    phaseTicksLeft--;
    if (now == Phase.OVERTIME && decided) {
      return enter(Phase.RESULTS);
    }
    return phaseTicksLeft <= 0 && enter(next(now, decided));
  }

  private Phase next(Phase now, boolean decided) {
    return switch (now) {
      case WARM_UP -> Phase.PLAYING;
      case PLAYING -> decided || overtimeTicks == 0 ? Phase.RESULTS : Phase.OVERTIME;
      case OVERTIME -> Phase.RESULTS;
      case RESULTS, OVER -> Phase.OVER;
    };
  }

  /** Play ends with this tick, before its time: somebody has won. */
  public void finish() {
    if (playing()) {
      enter(Phase.RESULTS);
    }
  }

  private boolean enter(Phase next) {
    phase = next.ordinal();
    phaseTicksLeft =
        switch (next) {
          case WARM_UP -> warmUpTicks;
          case PLAYING -> playTicks;
          case OVERTIME -> overtimeTicks;
          case RESULTS -> RESULTS_SECONDS * hz;
          case OVER -> 0;
        };
    return true;
  }

  /** Shows phase and time in the entity of a slot, whose first columns are {@link #FIELDS}. */
  public void capture(EntityFrame frame, int slot) {
    frame.setQuantized(slot, PHASE, phase);
    frame.setQuantized(slot, REMAINING, remainingSeconds());
  }

  public void visit(StateVisitor visitor) {
    tick = visitor.count(tick, Integer.MAX_VALUE);
    phase = visitor.count(phase, Phase.OVER.ordinal());
    phaseTicksLeft = visitor.count(phaseTicksLeft, Integer.MAX_VALUE);
    waiting = visitor.bool(waiting);
  }
}
