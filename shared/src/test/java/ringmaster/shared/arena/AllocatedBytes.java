package ringmaster.shared.arena;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import ringmaster.shared.game.Brain;

/** Measures what a match allocates. */
final class AllocatedBytes {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_TICKS = 2_000;
  private static final int ROUND_TICKS = 500;
  private static final int ROUNDS = 5;

  private AllocatedBytes() {}

  /** By what this thread has done so far. */
  static long soFar() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /**
   * By ticks, brains, captures and hashes once they are warm. The least of some rounds: the
   * compiler may still replace a method once, and say so on this thread's account.
   */
  static long ofPlay(ArenaMatch<?> match, String brain) {
    Brain[] brains = match.brains(brain, 4);
    int[] words = new int[match.simulation.ownerWords()];
    play(match, brains, words, WARM_UP_TICKS);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = soFar();
      play(match, brains, words, ROUND_TICKS);
      least = Math.min(least, soFar() - before);
    }
    return least;
  }

  private static void play(ArenaMatch<?> match, Brain[] brains, int[] words, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      match.play(brains);
      match.hash();
      for (int seat = 0; seat < brains.length; seat++) {
        match.simulation.captureOwner(seat, words, 0);
      }
    }
  }
}
