package ringmaster.shared.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the library's sort; seeds are in the names. */
class InPlaceSortProperties {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itSortsAsTheLibraryDoesAndLeavesTheRest(long seed) {
    Rng rng = new Rng(seed);
    for (int round = 0; round < 200; round++) {
      int length = 1 + rng.nextInt(3_000);
      int count = rng.nextInt(length + 1);
      int range = 1 + rng.nextInt(1 << rng.nextInt(31));
      long[] longs = new long[length];
      int[] ints = new int[length];
      for (int i = 0; i < length; i++) {
        ints[i] = rng.nextInt(range) - range / 2;
        longs[i] = (long) ints[i] << rng.nextInt(32);
      }
      long[] wantedLongs = longs.clone();
      int[] wantedInts = ints.clone();
      Arrays.sort(wantedLongs, 0, count);
      Arrays.sort(wantedInts, 0, count);
      InPlaceSort.ascending(longs, count);
      InPlaceSort.ascending(ints, count);
      assertArrayEquals(wantedLongs, longs);
      assertArrayEquals(wantedInts, ints);
    }
  }

  /** What makes the library allocate: two sorted runs. */
  @Test
  void itAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] values = new long[1_000];
    long leastBytes = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i % 500;
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      InPlaceSort.ascending(values, values.length);
      leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, leastBytes);
  }
}
