package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/** When each seat's tank last touched the ball since the kick-off: whose goal it was. */
final class BallTouches {
  /** Nobody's goal. */
  static final int NOBODY = -1;

  private static final int NEVER = -1;

  /** A defender who touched the ball so soon after an attacker only got in the shot's way. */
  private static final int DEFLECTION_SECONDS = 3;

  private final int seats;
  private final int deflectionTicks;
  private final int letGoTicks;
  private final int[] lastTick;

  BallTouches(int seats, TickRate rate) {
    this.seats = seats;
    deflectionTicks = DEFLECTION_SECONDS * rate.hz();
    letGoTicks = rate.hz() / 4;
    lastTick = new int[seats];
    clear();
  }

  /** Before a kick-off nobody has touched the ball. */
  void clear() {
    Arrays.fill(lastTick, NEVER);
  }

  void leave(int seat) {
    lastTick[seat] = NEVER;
  }

  /**
   * A tank touches the ball.
   *
   * @return whether it had let go: a ball that is pushed along skips on the hull, which is one
   *     touch
   */
  boolean touch(int seat, int tick) {
    boolean fresh = lastTick[seat] == NEVER || tick - lastTick[seat] > letGoTicks;
    lastTick[seat] = tick;
    return fresh;
  }

  /** Whether anybody has touched the ball. */
  boolean any() {
    for (int tick : lastTick) {
      if (tick != NEVER) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whose goal it is if a team scores now: that of its last player at the ball, or {@link
   * #NOBODY}'s if the others carried it in themselves.
   */
  int scorer(Teams teams, int scoring) {
    int attacker = last(teams, scoring);
    int defender = last(teams, Goals.opponent(scoring));
    if (attacker == NOBODY || defender == NOBODY) {
      return attacker;
    }
    boolean own = lastTick[defender] - lastTick[attacker] > deflectionTicks;
    return own ? NOBODY : attacker;
  }

  private int last(Teams teams, int team) {
    int last = NOBODY;
    int latest = NEVER;
    for (int seat = 0; seat < seats; seat++) {
      if (teams.of(seat) == team && lastTick[seat] > latest) {
        last = seat;
        latest = lastTick[seat];
      }
    }
    return last;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(lastTick, seats);
  }
}
