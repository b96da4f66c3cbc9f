package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.Rng;

final class SkirmishAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_TICKS = 2_000;
  private static final int ROUND_TICKS = 500;
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @CsvSource({"8, fighter", "64, fighter", "8, random"})
  void aTickItsCaptureAndItsBrainsAllocateNothing(int players, String brain) {
    SkirmishMatch match = SkirmishMatch.full(players, 3);
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

  /** The least of some matches, for the same reason. */
  @Test
  void theBeginningOfPlayAllocatesNothing() {
    GameMap map = SkirmishMatch.map("yard");
    long leastBytes = Long.MAX_VALUE;
    for (int seed = 0; seed < 2 * ROUNDS; seed++) {
      SkirmishMatch match =
          new SkirmishMatch(
              map, SkirmishMatch.settings(map, 8, 60, 600, seed).with(MatchTimer.WARM_UP, 10));
      match.joinAll();
      Rng rng = new Rng(seed);
      for (int tick = 0; tick < 599; tick++) {
        match.setRandom(rng);
        match.step();
      }
      assertEquals(Phase.WARM_UP, match.simulation.phase());
      long before = THREADS.getCurrentThreadAllocatedBytes();
      match.step();
      leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertEquals(Phase.PLAYING, match.simulation.phase());
    }
    assertEquals(0, leastBytes);
  }

  private static void play(SkirmishMatch match, Brain[] brains, int[] words, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      match.play(brains);
      match.hash();
      for (int seat = 0; seat < brains.length; seat++) {
        match.simulation.captureOwner(seat, words, seat * match.simulation.ownerWords());
      }
    }
  }
}
