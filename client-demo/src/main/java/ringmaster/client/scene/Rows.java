package ringmaster.client.scene;

import java.util.Arrays;

/** Rows of floats for the graphics card, in an array that grows once and is used again. */
final class Rows {
  private final int floatsPerRow;
  private float[] values;
  private int count;

  Rows(int floatsPerRow, int expectedRows) {
    this.floatsPerRow = floatsPerRow;
    values = new float[expectedRows * floatsPerRow];
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  float[] values() {
    return values;
  }

  /** Appends a row, and returns where in {@link #values} it begins. */
  int add() {
    int at = count * floatsPerRow;
    if (at == values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    count++;
    return at;
  }
}
