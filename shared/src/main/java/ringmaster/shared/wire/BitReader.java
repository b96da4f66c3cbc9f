package ringmaster.shared.wire;

/**
 * Reads what {@link BitWriter} packed. Reading past the end returns zeros and sets {@link
 * #overrun()}: the caller checks once, after the last field.
 */
public final class BitReader extends BitCursor {
  private boolean overrun;

  /** Starts over at {@code offset} of {@code source}; {@code lengthBytes} may be read. */
  public BitReader wrap(byte[] source, int offset, int lengthBytes) {
    begin(source, offset, lengthBytes);
    overrun = false;
    return this;
  }

  /** The next {@code count} bits, unsigned; {@code count} in 0..64. */
  public long bits(int count) {
    if (count > limitBit - bit) {
      overrun = true;
      bit = limitBit;
      return 0;
    }
    long value = 0;
    int have = 0;
    while (have < count) {
      int shift = bit & 7;
      int take = Math.min(8 - shift, count - have);
      long chunk = (buffer[bit >>> 3] >>> shift) & ((1 << take) - 1);
      value |= chunk << have;
      have += take;
      bit += take;
    }
    return value;
  }

  /** The next {@code count} bits, 1..32, as an unsigned int (32 bits may come out negative). */
  public int int32(int count) {
    return (int) bits(count);
  }

  /** The next {@code count} bits, 1..32, sign-extended. */
  public int signed(int count) {
    int shift = 32 - count;
    return (int) bits(count) << shift >> shift;
  }

  public boolean flag() {
    return bits(1) != 0;
  }

  /** Goes back to an earlier position, to read what follows it once more. */
  public void rewind(int position) {
    goBack(position);
  }

  /** The array that is read. */
  public byte[] array() {
    return buffer;
  }

  /** Index in {@link #array} of the first byte that was not begun. */
  public int nextByte() {
    return bit + 7 >>> 3;
  }

  /** How many bytes follow from {@link #nextByte} on. */
  public int remainingBytes() {
    return (limitBit >>> 3) - nextByte();
  }

  /** Whether anything was read past the end since {@link #wrap}. */
  public boolean overrun() {
    return overrun;
  }
}
