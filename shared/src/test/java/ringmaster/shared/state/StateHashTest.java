package ringmaster.shared.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StateHashTest {
  private static final int MAX_LENGTH = 21;

  private static long of(int[] column) {
    StateHash hash = new StateHash();
    hash.ints(column, column.length);
    return hash.value();
  }

  @Test
  void anyBitOfAnyWordOfAColumnCounts() {
    for (int length = 1; length <= MAX_LENGTH; length++) {
      Set<Long> seen = new HashSet<>();
      int[] column = IntStream.range(0, length).toArray();
      seen.add(of(column));
      for (int bit = 0; bit < Integer.SIZE * length; bit++) {
        column[bit / Integer.SIZE] ^= 1 << bit % Integer.SIZE;
        assertTrue(seen.add(of(column)), "bit " + bit + " of " + length + " words");
        column[bit / Integer.SIZE] ^= 1 << bit % Integer.SIZE;
      }
    }
  }

  @Test
  void theOrderOfWordsCounts() {
    for (int i = 0; i < MAX_LENGTH; i++) {
      for (int j = 0; j < i; j++) {
        int[] column = IntStream.range(0, MAX_LENGTH).toArray();
        long before = of(column);
        column[i] = j;
        column[j] = i;
        assertNotEquals(before, of(column), "words " + j + " and " + i);
      }
    }
  }

  @Test
  void theLengthOfAnEmptyLookingColumnCounts() {
    Set<Long> seen = new HashSet<>();
    for (int length = 0; length <= MAX_LENGTH; length++) {
      assertTrue(seen.add(of(new int[length])), length + " zeros");
    }
  }

  @Test
  void whatCameBeforeAColumnCounts() {
    int[] column = IntStream.range(0, MAX_LENGTH).toArray();
    StateHash hash = new StateHash();
    hash.int32(1);
    hash.ints(column, MAX_LENGTH);
    long one = hash.value();
    hash.reset().int32(2);
    hash.ints(column, MAX_LENGTH);
    assertNotEquals(one, hash.value());
  }

  @Test
  void floatsCountByTheirBits() {
    int[] bits = new int[MAX_LENGTH];
    float[] column = new float[MAX_LENGTH];
    for (int i = 0; i < MAX_LENGTH; i++) {
      column[i] = i % 2 == 0 ? -0f : 1f / i;
      bits[i] = Float.floatToRawIntBits(column[i]);
    }
    StateHash hash = new StateHash();
    hash.floats(column, MAX_LENGTH);
    assertEquals(of(bits), hash.value());
  }

  @Test
  void onlyTheFirstElementsOfAColumnCount() {
    int[] column = IntStream.range(0, MAX_LENGTH).toArray();
    for (int count = 0; count < MAX_LENGTH; count++) {
      StateHash hash = new StateHash();
      hash.ints(column, count);
      assertEquals(of(IntStream.range(0, count).toArray()), hash.value(), count + " elements");
    }
  }
}
