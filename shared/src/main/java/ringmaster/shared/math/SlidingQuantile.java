package ringmaster.shared.math;

import java.util.Arrays;

/** Quantiles over the last values: a ring in order of arrival, and the same values in order. */
public final class SlidingQuantile {
  private final long[] ring;
  private final long[] sorted;
  private int next;
  private int count;

  /**
   * @param window values that are kept
   */
  public SlidingQuantile(int window) {
    ring = new long[window];
    sorted = new long[window];
  }

  /** Values held. */
  public int count() {
    return count;
  }

  /** Forgets all values. */
  public void clear() {
    count = 0;
    next = 0;
  }

  /** Takes a value, and forgets the oldest if there are too many. */
  public void add(long value) {
    if (count == ring.length) {
      remove(ring[next]);
    }
    ring[next] = value;
    next = (next + 1) % ring.length;
    insert(value);
  }

  /** Adds something to every value held. */
  public void shift(long difference) {
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
  public long quantile(double fraction) {
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
