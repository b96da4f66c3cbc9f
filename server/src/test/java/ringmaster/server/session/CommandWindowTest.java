package ringmaster.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class CommandWindowTest {
  private final CommandWindow window = new CommandWindow();

  @Test
  void theFirstTickMayBeAny() {
    assertTrue(window.accept(Integer.MAX_VALUE));
    assertFalse(window.accept(Integer.MAX_VALUE));
    assertFalse(window.accept(0));
    window.reset();
    assertTrue(window.accept(0));
    assertFalse(window.accept(0));
  }

  @Test
  void ticksBeforeTheFirstPassOnceToo() {
    assertTrue(window.accept(70));
    assertTrue(window.accept(7));
    assertFalse(window.accept(7));
    assertFalse(window.accept(6));
  }

  @Test
  void aLeapKeepsWhatItMust() {
    assertTrue(window.accept(0));
    assertTrue(window.accept(63));
    assertFalse(window.accept(0));
    assertTrue(window.accept(1));
    assertTrue(window.accept(127));
    assertFalse(window.accept(63));
    assertTrue(window.accept(64));
    assertTrue(window.accept(Integer.MAX_VALUE));
    assertFalse(window.accept(127));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noTickPassesTwice(long seed) {
    Rng rng = new Rng(seed);
    Set<Integer> accepted = new HashSet<>();
    int around = 0;
    int newest = -1;
    for (int i = 0; i < 20_000; i++) {
      around += rng.nextInt(i % 50 == 0 ? 300 : 2);
      int tick = Math.max(0, around - rng.nextInt(90));
      boolean expected = !accepted.contains(tick) && newest - tick < 64;
      assertEquals(expected, window.accept(tick), "seed " + seed);
      if (expected) {
        accepted.add(tick);
        newest = Math.max(newest, tick);
      }
    }
  }
}
