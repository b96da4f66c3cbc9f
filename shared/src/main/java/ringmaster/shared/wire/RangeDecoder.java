package ringmaster.shared.wire;

/**
 * Reads what a {@link RangeEncoder} wrote with the same frequencies. Any bytes decode to something;
 * past the end it reads zeros, so whoever uses it bounds how many symbols there may be.
 */
public final class RangeDecoder {
  private static final long BOTTOM = 1L << RangeEncoder.BOTTOM_BITS;

  private byte[] buffer = {};
  private int end;
  private int next;
  private long code;
  private long range;

  /** Starts over at {@code offset} of {@code source}, with {@code lengthBytes} to read. */
  public void wrap(byte[] source, int offset, int lengthBytes) {
    if (offset < 0 || lengthBytes < 0 || offset + lengthBytes > source.length) {
      throw new IndexOutOfBoundsException("offset " + offset + " length " + lengthBytes);
    }
    buffer = source;
    next = offset;
    end = offset + lengthBytes;
    range = 0xFFFFFFFFL;
    code = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      code = code << Byte.SIZE | take();
    }
  }

  /** Where the next symbol's share of the range lies, 0 .. 1 << TOTAL_BITS - 1. */
  public int target() {
    range >>>= RangeEncoder.TOTAL_BITS;
    return (int) Math.min(code / range, (1 << RangeEncoder.TOTAL_BITS) - 1);
  }

  /** Takes the symbol in whose share {@link #target} lay, with its frequency. */
  public void take(int from, int frequency) {
    code -= from * range;
    range *= frequency;
    normalize();
  }

  /** Reads {@code count} bits, 0 .. {@link RangeEncoder#MAX_RAW_BITS}. */
  public int bits(int count) {
    range >>>= count;
    int value = (int) Math.min(code / range, (1L << count) - 1);
    code -= value * range;
    normalize();
    return value;
  }

  private void normalize() {
    while (range < BOTTOM) {
      code = (code << Byte.SIZE | take()) & 0xFFFFFFFFL;
      range <<= Byte.SIZE;
    }
  }

  private int take() {
    return next < end ? buffer[next++] & 0xFF : 0;
  }

  /** Whether bytes are left that no symbol needed: then it was no message. */
  public boolean hasSurplus() {
    return next < end;
  }
}
