package ringmaster.client.connection;

import java.util.Arrays;

/** Quantiles over the last values: a ring in order of arrival, and the same values in order. */
final class SlidingQuantile {
  private final long[] ring;
  private final long[] sorted;
  private int next;
  private int count;

  SlidingQuantile(int window) {
    ring = new long[window];
    sorted = new long[window];
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
    next = 0;
  }

  void add(long value) {
    if (count == ring.length) {
      remove(ring[next]);
    }
    ring[next] = value;
    next = (next + 1) % ring.length;
    insert(value);
  }

  /** Adds something to every value held. */
  void shift(long difference) {
    for (int i = 0; i < count; i++) {
      ring[i] += difference;
      sorted[i] += difference;
    }
  }

  /**
   * The value below which about that part of the values lie. There must be one.
   *
   * @param fraction 0 to 1
   */
  long quantile(double fraction) {
    return sorted[(int) (fraction * (count - 1))];
  }

  private void insert(long value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = value;
    count++;
  }

  private void remove(long value) {
    int at = Arrays.binarySearch(sorted, 0, count, value);
    System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
    count--;
  }
}
