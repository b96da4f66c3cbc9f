package ringmaster.server.bench.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.time.SystemClock;

/** Sizes are exact and the same everywhere, so what is claimed of them is held here. */
final class ComparisonTest {
  private static final int TICKS = 900;

  /**
   * Of this trace; to be replaced by what is met whenever the game's motion, its map or its brains
   * change on purpose.
   */
  private static final String HASH = "3e9f1a056ba9af7";

  @Test
  void oursTakesAFractionOfWhatOthersTake() {
    Trace trace = Trace.ofSkirmish("citadel", 32, 1, TICKS);
    assertEquals(HASH, Long.toHexString(trace.hash()));
    Conditions conditions = new Conditions(60, 100, 5);
    Comparison comparison =
        Comparison.of(conditions, Comparison.training(trace), trace, new SystemClock());
    assertAtMost(0.42, comparison, "ringmaster", "bit-packed");
    assertAtMost(0.65, comparison, "ringmaster-generic", "bit-packed");
    assertAtMost(0.33, comparison, "ringmaster", "quake3-like");
    assertAtMost(0.24, comparison, "ringmaster", "varint-patch");
  }

  private static void assertAtMost(double most, Comparison comparison, String own, String rival) {
    double ratio = comparison.ratio(own, rival);
    assertTrue(ratio <= most, "%s takes %.3f x %s".formatted(own, ratio, rival));
  }
}
