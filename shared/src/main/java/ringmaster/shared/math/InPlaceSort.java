package ringmaster.shared.math;

/**
 * Sorts the beginning of a column in place: {@link java.util.Arrays#sort} allocates when it finds
 * runs in more than some forty elements. Shell's sort with the gaps of Ciura (2001), for up to a
 * few thousand.
 */
public final class InPlaceSort {
  private static final int[] GAPS = {1750, 701, 301, 132, 57, 23, 10, 4, 1};

  private InPlaceSort() {}

  /** Sorts the first {@code count} elements, smallest first. */
  public static void ascending(long[] values, int count) {
    for (int gap : GAPS) {
      for (int i = gap; i < count; i++) {
        long inserted = values[i];
        int at = i;
        for (; at >= gap && values[at - gap] > inserted; at -= gap) {
          values[at] = values[at - gap];
        }
        values[at] = inserted;
      }
    }
  }

  /** Sorts the first {@code count} elements, smallest first. */
  public static void ascending(int[] values, int count) {
    for (int gap : GAPS) {
      for (int i = gap; i < count; i++) {
        int inserted = values[i];
        int at = i;
        for (; at >= gap && values[at - gap] > inserted; at -= gap) {
          values[at] = values[at - gap];
        }
        values[at] = inserted;
      }
    }
  }
}
