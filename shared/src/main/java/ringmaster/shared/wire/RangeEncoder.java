package ringmaster.shared.wire;

/**
 * Writes symbols in as many bits as they are surprising: a range coder with frequencies known to
 * both sides, which carry no state from one buffer to the next.
 *
 * <p>The bytes are a fraction in [0, 1), most significant byte first, within the range that the
 * symbols narrowed down; what follows the last byte counts as zeros. After G. N. N. Martin, "Range
 * encoding", 1979.
 */
public final class RangeEncoder {
  /** Frequencies of a table of symbols add up to 1 shifted by so many bits. */
  public static final int TOTAL_BITS = 15;

  /** Bits that {@link #bits} takes at most. */
  public static final int MAX_RAW_BITS = 16;

  static final int BOTTOM_BITS = 24;
  private static final long BOTTOM = 1L << BOTTOM_BITS;
  private static final long LOW_MASK = 0xFFFFFFFFL;

  private byte[] buffer = {};
  private int start;
  private int end;
  private int next;
  private long low;
  private long range;
  private boolean overflowed;

  /** Starts over at {@code offset} of {@code target}, with room for {@code lengthBytes}. */
  public void wrap(byte[] target, int offset, int lengthBytes) {
    if (offset < 0 || lengthBytes < 0 || offset + lengthBytes > target.length) {
      throw new IndexOutOfBoundsException("offset " + offset + " length " + lengthBytes);
    }
    buffer = target;
    start = offset;
    next = offset;
    end = offset + lengthBytes;
    low = 0;
    range = LOW_MASK;
    overflowed = false;
  }

  /**
   * Narrows the range to a symbol's share.
   *
   * @param from sum of the frequencies of all symbols before it
   * @param frequency its own, at least 1
   */
  public void symbol(int from, int frequency) {
    range >>>= TOTAL_BITS;
    low += from * range;
    range *= frequency;
    normalize();
  }

  /** Writes {@code count} bits, 0 .. {@link #MAX_RAW_BITS}, all values being as likely. */
  public void bits(int value, int count) {
    range >>>= count;
    low += value * range;
    normalize();
  }

  private void normalize() {
    if (low > LOW_MASK) {
      low &= LOW_MASK;
      carry();
    }
    while (range < BOTTOM) {
      put((int) (low >>> BOTTOM_BITS));
      low = low << Byte.SIZE & LOW_MASK;
      range <<= Byte.SIZE;
    }
  }

  /** One more to the bytes before: there is a first that takes it, since the sum is below 1. */
  private void carry() {
    int at = Math.min(next, end) - 1;
    while (at >= start && ++buffer[at] == 0) {
      at--;
    }
  }

  private void put(int value) {
    if (next < end) {
      buffer[next] = (byte) value;
    } else {
      overflowed = true;
    }
    next++;
  }

  /** Whether something did not fit; nothing written from then on means anything. */
  public boolean overflowed() {
    return overflowed;
  }

  /** What was written so far, in 1/16 bits, to within one of them. */
  public int costSixteenths() {
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(range);
    int fraction = (int) (range >>> (exponent - 4)) & 15;
    return ((next - start) * Byte.SIZE + Integer.SIZE - exponent) * 16 - fraction;
  }

  /**
   * Ends the message with the shortest bytes that mean it.
   *
   * @return its length in bytes; trailing zeros are left out
   */
  public int finish() {
    low += BOTTOM - 1;
    if (low > LOW_MASK) {
      low &= LOW_MASK;
      carry();
    }
    put((int) (low >>> BOTTOM_BITS));
    int last = Math.min(next, end);
    while (last > start && buffer[last - 1] == 0) {
      last--;
    }
    return last - start;
  }
}
