package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class SnapshotAcksProperties {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theMaskNamesExactlyTheTicksTaken(long seed) {
    Rng rng = new Rng(seed);
    SnapshotAcks acks = new SnapshotAcks();
    Set<Integer> taken = new TreeSet<>();
    int tick = rng.nextInt(3);
    for (int i = 0; i < 2000; i++) {
      acks.take(tick);
      taken.add(tick);
      for (int bit = 0; bit < 32; bit++) {
        boolean named = (acks.mask() >>> bit & 1) != 0;
        assertEquals(taken.contains(tick - 1 - bit), named, "seed " + seed + " bit " + bit);
      }
      tick += 1 + (rng.nextBoolean(0.05f) ? rng.nextInt(70) : rng.nextInt(3));
    }
  }

  @Test
  void nothingIsTakenAfterClearing() {
    SnapshotAcks acks = new SnapshotAcks();
    acks.take(5);
    acks.take(6);
    acks.clear();
    assertEquals(-1, acks.newestTick());
    assertEquals(0, acks.mask());
    acks.take(7);
    assertEquals(0, acks.mask());
  }
}
