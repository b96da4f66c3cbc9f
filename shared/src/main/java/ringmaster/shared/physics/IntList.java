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

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }
}
