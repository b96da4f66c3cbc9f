package ringmaster.client.scene;

import java.util.Arrays;

/**
 * What the player did that was shown before the server reported it, until it does: so nothing is
 * shown twice, and what did not come to pass is taken back.
 */
final class Foretold {
  /** Nothing waits so long: a new one takes the place of the oldest. */
  private static final int CAPACITY = 32;

  /** A command that came late may have been taken a few ticks after its own. */
  private static final int GRACE_TICKS = 6;

  /** None, or reported by now. */
  private static final int FREE = -1;

  private final Effects effects;
  private final Happening[] kind = new Happening[CAPACITY];
  private final int[] tick = new int[CAPACITY];
  private final int[] effect = new int[CAPACITY];
  private int next;

  Foretold(Effects effects) {
    this.effects = effects;
    Arrays.fill(tick, FREE);
  }

  /**
   * The player did something.
   *
   * @param shownAs what {@link Effects} called it
   */
  void add(Happening what, int atTick, int shownAs) {
    int i = next++ % CAPACITY;
    kind[i] = what;
    tick[i] = atTick;
    effect[i] = shownAs;
  }

  /**
   * The server reports what the player did.
   *
   * @return whether it has been shown; a beam then ends where the server says
   */
  boolean confirm(Happening what, int atTick, float toX, float toY) {
    for (int i = 0; i < CAPACITY; i++) {
      if (tick[i] != FREE && kind[i] == what && Math.abs(tick[i] - atTick) <= GRACE_TICKS) {
        if (what == Happening.RAIL) {
          effects.redirectBeam(effect[i], toX, toY);
        }
        tick[i] = FREE;
        return true;
      }
    }
    return false;
  }

  /** Takes back what the server would have reported by a tick. */
  void settle(int reportedTick) {
    for (int i = 0; i < CAPACITY; i++) {
      if (tick[i] != FREE && tick[i] + GRACE_TICKS < reportedTick) {
        takeBack(i);
        tick[i] = FREE;
      }
    }
  }

  private void takeBack(int i) {
    switch (kind[i]) {
      case RAIL -> effects.fadeBeam(effect[i]);
      case ROCKET -> effects.fadeFlash(effect[i]);
      case SHOVE -> effects.fadeRing(effect[i]);
      default -> {}
    }
  }
}
