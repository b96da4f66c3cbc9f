package ringmaster.shared.snapshot;

import java.util.Arrays;

/** Which entity slots, for each of the last ticks: one bit a slot, one row a tick. */
final class SlotSet {
  private final int words;
  private final long[] bits;
  private final int[] tick;

  /**
   * @param rows a power of two
   */
  SlotSet(int capacity, int rows) {
    words = capacity + 63 >>> 6;
    bits = new long[rows * words];
    tick = new int[rows];
    clear();
  }

  /** Forgets all rows. */
  void clear() {
    Arrays.fill(tick, -1);
  }

  /** Whether a tick's row is kept. */
  boolean has(int ofTick) {
    return ofTick >= 0 && tick[row(ofTick)] == ofTick;
  }

  private int row(int ofTick) {
    return ofTick & tick.length - 1;
  }

  /** An empty row for a tick, in place of an older one's. */
  void begin(int newTick) {
    int row = row(newTick);
    tick[row] = newTick;
    Arrays.fill(bits, row * words, (row + 1) * words, 0);
  }

  /** Forgets a tick's row. */
  void drop(int ofTick) {
    tick[row(ofTick)] = -1;
  }

  void add(int ofTick, int slot) {
    bits[row(ofTick) * words + (slot >>> 6)] |= 1L << slot;
  }

  boolean contains(int ofTick, int slot) {
    return (bits[row(ofTick) * words + (slot >>> 6)] >>> slot & 1) != 0;
  }

  /** The last slot of a row before one; -1 if there is none. */
  int previous(int ofTick, int beforeSlot) {
    int start = row(ofTick) * words;
    int word = beforeSlot >>> 6;
    long rest = word < words ? bits[start + word] & (1L << beforeSlot) - 1 : 0;
    while (rest == 0) {
      word--;
      if (word < 0) {
        return -1;
      }
      rest = bits[start + word];
    }
    return (word << 6) + Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
  }

  /** The first slot of a row from one on; -1 if there is none. */
  int next(int ofTick, int fromSlot) {
    int word = fromSlot >>> 6;
    if (word >= words) {
      return -1;
    }
    int start = row(ofTick) * words;
    long rest = bits[start + word] & -1L << fromSlot;
    while (rest == 0) {
      word++;
      if (word == words) {
        return -1;
      }
      rest = bits[start + word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
