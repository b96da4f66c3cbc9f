package ringmaster.server.pool;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * A range of indices, each run once by whichever thread claims it. One thread offers it, again and
 * again, claims too and then waits for what others have claimed.
 *
 * <p>Indices are claimed one by one from a single word, (count, next). A thread that read it long
 * ago can claim only what nobody has claimed, and what there is to run is read after that. Running
 * allocates nothing.
 */
abstract class Round {
  private static final int NONE = -1;

  /** About 60 microseconds: longer than a block, shorter than a park and its wake-up. */
  private static final int SPINS = 2_000;

  // Both words are written by many threads: they lie 128 bytes from each other and from anything
  // else, since a core fetches cache lines in pairs.
  private static final int CLAIM = 16;
  private static final int DONE = 32;
  private final AtomicLongArray words = new AtomicLongArray(48);

  private volatile @Nullable Throwable failure;

  /** Runs one index. What it throws is kept, and the others are run all the same. */
  abstract void runOne(int index, int lane);

  /** Lets 0 .. count - 1 be claimed. Whoever claims one sees what the caller wrote before. */
  final void offer(int count) {
    words.setPlain(DONE, 0);
    words.set(CLAIM, (long) count << Integer.SIZE);
  }

  /** Claims and runs until nothing is left to claim. Returns whether anything was run. */
  final boolean take(int lane) {
    int taken = 0;
    for (int index = claim(); index != NONE; index = claim()) {
      runGuarded(index, lane);
      taken++;
    }
    if (taken > 0) {
      words.getAndAdd(DONE, taken);
    }
    return taken > 0;
  }

  private int claim() {
    while (true) {
      long word = words.get(CLAIM);
      if (!hasNext(word)) {
        return NONE;
      }
      if (words.compareAndSet(CLAIM, word, word + 1)) {
        return next(word);
      }
    }
  }

  private void runGuarded(int index, int lane) {
    try {
      runOne(index, lane);
    } catch (Throwable t) {
      failure = t;
    }
  }

  /** Whether an index waits to be claimed. */
  final boolean hasNext() {
    return hasNext(words.get(CLAIM));
  }

  private static boolean hasNext(long word) {
    return next(word) < count(word);
  }

  private static int next(long word) {
    return (int) word;
  }

  private static int count(long word) {
    return (int) (word >>> Integer.SIZE);
  }

  /** Whether all have been run. The thread that offered them then sees what they wrote. */
  final boolean isDone() {
    return words.get(DONE) == count(words.getPlain(CLAIM));
  }

  /**
   * Throws what an index threw, if one did.
   *
   * @param sentence what happened
   * @throws IllegalStateException with it as the cause
   */
  final void throwFailure(String sentence) {
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException(sentence, thrown);
    }
  }

  /**
   * Lets a moment pass before another thread's doing is looked at once more. Where other programs
   * leave two threads one core, whoever only spins keeps it from the one it waits for.
   */
  static void pause(int attempt) {
    if (isLong(attempt)) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  /** Whether so many pauses take longer than most waiting does. */
  static boolean isLong(int attempts) {
    return attempts >= SPINS;
  }
}
