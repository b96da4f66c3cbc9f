package ringmaster.shared.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlidingQuantileProperties {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalsSortingTheLastValues(long seed) {
    Rng rng = new Rng(seed);
    SlidingQuantile quantiles = new SlidingQuantile(64);
    ArrayDeque<Long> last = new ArrayDeque<>();
    for (int i = 0; i < 1000; i++) {
      long value = rng.nextInt(100) - 50L;
      quantiles.add(value);
      last.add(value);
      if (last.size() > 64) {
        last.remove();
      }
      long[] sorted = last.stream().mapToLong(Long::longValue).sorted().toArray();
      assertEquals(sorted.length, quantiles.count());
      for (double fraction : new double[] {0, 0.01, 0.5, 0.99, 1}) {
        int index = (int) (fraction * (sorted.length - 1));
        assertEquals(sorted[index], quantiles.quantile(fraction), "seed " + seed);
      }
    }
  }

  @Test
  void shiftingMovesEveryValue() {
    SlidingQuantile quantiles = new SlidingQuantile(4);
    for (long value : new long[] {9, 1, 5, 7, 3}) {
      quantiles.add(value);
    }
    quantiles.shift(100);
    quantiles.add(0);
    assertEquals(0, quantiles.quantile(0));
    assertEquals(107, quantiles.quantile(1));
    quantiles.clear();
    assertEquals(0, quantiles.count());
  }
}
