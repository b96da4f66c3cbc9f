package ringmaster.shared.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class ReplayWindowTest {
  private static final long LAST_U32 = 0xFFFF_FFFFL;

  private final ReplayWindow window = new ReplayWindow();

  @Test
  void counterZeroIsNeverAccepted() {
    assertFalse(window.accept(0));
    assertTrue(window.accept(1));
    assertFalse(window.accept(0));
  }

  @Test
  void eachCounterPassesOnce() {
    assertTrue(window.accept(5));
    assertFalse(window.accept(5));
    assertTrue(window.accept(3));
    assertFalse(window.accept(3));
    assertEquals(5, window.newest());
  }

  @Test
  void theOldestOfTheWindowPassesAndTheOneBeforeDoesNot() {
    assertTrue(window.accept(1_000));
    assertTrue(window.accept(1_000 - ReplayWindow.SIZE + 1));
    assertFalse(window.accept(1_000 - ReplayWindow.SIZE));
  }

  @Test
  void aLeapForgetsWhatItLeftBehind() {
    for (long counter = 1; counter <= 300; counter++) {
      assertTrue(window.accept(counter));
    }
    assertTrue(window.accept(10_000));
    for (long counter = 9_999; counter > 10_000 - ReplayWindow.SIZE; counter--) {
      assertTrue(window.accept(counter), "counter " + counter);
    }
    assertFalse(window.accept(300));
  }

  /** The counter on the wire ends at the first; the arithmetic must hold at the second, too. */
  @ParameterizedTest
  @ValueSource(longs = {LAST_U32, Long.MAX_VALUE})
  void theLastCounterIsLikeAnyOther(long last) {
    assertTrue(window.accept(last - ReplayWindow.SIZE));
    assertTrue(window.accept(last - 1));
    assertTrue(window.accept(last));
    assertFalse(window.accept(last));
    assertFalse(window.accept(last - 1));
    assertFalse(window.accept(last - ReplayWindow.SIZE));
    assertTrue(window.accept(last - ReplayWindow.SIZE + 1));
    assertFalse(window.accept(1));
    assertEquals(last, window.newest());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noCounterEverPassesTwice(long seed) {
    Rng rng = new Rng(seed);
    Set<Long> accepted = new HashSet<>();
    long around = 1;
    for (int i = 0; i < 20_000; i++) {
      around += rng.nextInt(3) == 0 ? rng.nextInt(i % 100 == 0 ? 1_000 : 4) : 0;
      long counter = Math.max(0, around - rng.nextInt(400));
      boolean fresh = counter > 0 && !accepted.contains(counter);
      boolean inWindow = window.newest() - counter < ReplayWindow.SIZE;
      assertEquals(fresh && inWindow, window.accept(counter), "seed " + seed);
      if (fresh && inWindow) {
        accepted.add(counter);
      }
    }
  }
}
