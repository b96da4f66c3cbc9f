package ringmaster.shared.physics;

import java.util.Arrays;

/** A growing list of pairs of slots, {@code a << 32 | b}; its array is read directly. */
final class PairList {
  private static final int FIRST_CAPACITY = 64;

  /** Up to so many, moving each to its place is faster than a digit at a time. */
  private static final int FEW = 48;

  private static final int DIGIT_BITS = 8;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  long[] values = new long[FIRST_CAPACITY];
  int count;

  private long[] spare = {};
  private final int[] place = new int[1 << DIGIT_BITS];

  void clear() {
    count = 0;
  }

  void add(int a, int b) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = (long) a << 32 | b;
  }

  void addAll(PairList other) {
    if (count + other.count > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, count + other.count));
    }
    System.arraycopy(other.values, 0, values, count, other.count);
    count += other.count;
  }

  /** By a, then by b. {@link Arrays#sort(long[])} would allocate where there are many. */
  void sort() {
    if (count <= FEW) {
      sortFew();
    } else {
      sortMany();
    }
  }

  private void sortFew() {
    for (int i = 1; i < count; i++) {
      long pair = values[i];
      int to = i;
      while (to > 0 && values[to - 1] > pair) {
        values[to] = values[to - 1];
        to--;
      }
      values[to] = pair;
    }
  }

  /** Radix sort from the lowest digit, leaving out those in which all pairs agree. */
  private void sortMany() {
    long differing = 0;
    for (int i = 0; i < count; i++) {
      differing |= values[i] ^ values[0];
    }
    if (spare.length < values.length) {
      spare = new long[values.length];
    }
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if ((differing >>> shift & DIGIT_MASK) != 0) {
        sortByDigit(shift);
      }
    }
  }

  private void sortByDigit(int shift) {
    Arrays.fill(place, 0);
    for (int i = 0; i < count; i++) {
      place[(int) (values[i] >>> shift) & DIGIT_MASK]++;
    }
    int from = 0;
    for (int digit = 0; digit < place.length; digit++) {
      int length = place[digit];
      place[digit] = from;
      from += length;
    }
    for (int i = 0; i < count; i++) {
      spare[place[(int) (values[i] >>> shift) & DIGIT_MASK]++] = values[i];
    }
    long[] sorted = spare;
    spare = values;
    values = sorted;
  }
}
