package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HashGridTest {
  private static final int MAX_BITS = 21;

  @Test
  void cellsOfAQueryNeverShareABucket() {
    for (int bits = 8; bits <= MAX_BITS; bits++) {
      int step = HashGrid.bucketsBetweenRows(bits);
      int across = HashGrid.maxCellsAcross(bits);
      int buckets = 1 << bits;
      for (int rows = 0; rows < across; rows++) {
        int apart = rows * step & buckets - 1;
        int columns = Math.min(apart, buckets - apart);
        assertTrue(rows == 0 ? buckets >= across : columns >= across, bits + " bits, " + rows);
      }
    }
  }
}
