package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.Brain;

final class ScrumAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_TICKS = 2_000;
  private static final int ROUND_TICKS = 500;
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @CsvSource({"10, striker", "16, striker-hard", "10, random"})
  void aTickItsCaptureAndItsBrainsAllocateNothing(int players, String brain) {
    ScrumMatch match = ScrumMatch.full(players, 3);
    Brain[] brains = match.brains(brain, 4);
    int[] words = new int[players * match.simulation.ownerWords()];
    play(match, brains, words, WARM_UP_TICKS);
    long leastBytes = Long.MAX_VALUE;
    // The least of some rounds: the compiler may still replace a method once, and say so on this
    // thread's account.
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      play(match, brains, words, ROUND_TICKS);
      leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, leastBytes);
  }

  private static void play(ScrumMatch match, Brain[] brains, int[] words, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      match.play(brains);
      match.hash();
      for (int seat = 0; seat < brains.length; seat++) {
        match.simulation.captureOwner(seat, words, seat * match.simulation.ownerWords());
      }
    }
  }
}
