package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class PairListProperties {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 47, 48, 49, 1_000, 20_000})
  void pairsAreSortedByTheFirstThenTheSecond(int count) {
    Rng rng = new Rng(count);
    for (int slots : new int[] {2, 300, 70_000, Limits.MAX_SHAPES}) {
      PairList list = new PairList();
      PairList half = new PairList();
      long[] expected = new long[count];
      for (int i = 0; i < count; i++) {
        int a = rng.nextInt(slots);
        int b = rng.nextInt(slots);
        expected[i] = (long) a << 32 | b;
        (i % 2 == 0 ? list : half).add(a, b);
      }
      list.addAll(half);
      list.sort();
      Arrays.sort(expected);
      assertArrayEquals(
          expected, Arrays.copyOf(list.values, list.count), "seed " + count + " slots " + slots);
    }
  }
}
