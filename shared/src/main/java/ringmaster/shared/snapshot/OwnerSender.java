package ringmaster.shared.snapshot;

import java.util.Arrays;
import ringmaster.shared.protocol.Limits;

/**
 * Decides which snapshots carry a player's own exact state, its words. The player foretells it bit
 * for bit, so most of the time it is enough to send a check of it. The words follow a tick that
 * nobody could foretell, until the player has proven to have them, or later ones.
 */
final class OwnerSender {
  private static final int NEVER = -1;
  private static final int HISTORY = Limits.FRAME_HISTORY;

  /**
   * One in so many snapshots carries the words in any case: what is wrong with a prediction is over
   * by then, even where a client does not ask.
   */
  private static final int WORDS_INTERVAL = 60;

  /** By row of the last ticks: the tick, if its snapshot carried the words. */
  private final int[] wordsTick = new int[HISTORY];

  /** Newest tick whose words the viewer has proven to have; or NEVER. */
  private int heldTick;

  private int untilWords;

  OwnerSender() {
    reset();
  }

  /** The viewer has nothing. */
  void reset() {
    Arrays.fill(wordsTick, NEVER);
    heldTick = NEVER;
    untilWords = 0;
  }

  boolean wordsDue(int surpriseTick, boolean wanted) {
    return wanted || heldTick == NEVER || surpriseTick > heldTick || untilWords <= 1;
  }

  void sent(int tick, boolean withWords) {
    wordsTick[tick & HISTORY - 1] = withWords ? tick : NEVER;
    untilWords = withWords ? WORDS_INTERVAL : untilWords - 1;
  }

  void acknowledge(int tick) {
    if (wordsTick[tick & HISTORY - 1] == tick) {
      heldTick = Math.max(heldTick, tick);
    }
  }
}
