package ringmaster.shared.physics;

import java.util.Arrays;

/** A growing list of ints; its array is read directly. */
final class IntList {
  private static final int FIRST_CAPACITY = 64;

  int[] values = new int[FIRST_CAPACITY];
  int count;

  void clear() {
    count = 0;
  }

  /** The array, of at least this length. */
  int[] reserve(int capacity) {
    if (capacity > values.length) {
      values = Arrays.copyOf(values, Math.max(capacity, 2 * values.length));
    }
    return values;
  }

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }
}
