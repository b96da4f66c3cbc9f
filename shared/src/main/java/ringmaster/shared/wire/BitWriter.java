package ringmaster.shared.wire;

/**
 * Packs integers of 1 to 64 bits into a byte array, least significant bit first.
 *
 * <p>What does not fit is not written and sets {@link #overflowed()}; a writer can be taken back to
 * an earlier {@link #position()}, so a caller may try a record and undo it.
 */
public final class BitWriter extends BitCursor {
  private boolean overflowed;

  /** Starts over at {@code offset} of {@code target}, with room for {@code lengthBytes}. */
  public BitWriter wrap(byte[] target, int offset, int lengthBytes) {
    begin(target, offset, lengthBytes);
    overflowed = false;
    return this;
  }

  /** Appends the low {@code count} bits of {@code value}; {@code count} in 0..64. */
  public void bits(long value, int count) {
    if (count > limitBit - bit) {
      overflowed = true;
      return;
    }
    long rest = value;
    int left = count;
    while (left > 0) {
      int index = bit >>> 3;
      int shift = bit & 7;
      int take = Math.min(8 - shift, left);
      int mask = (1 << take) - 1;
      int kept = buffer[index] & ((1 << shift) - 1);
      buffer[index] = (byte) (kept | (((int) rest & mask) << shift));
      rest >>>= take;
      bit += take;
      left -= take;
    }
  }

  /** Appends one bit. */
  public void flag(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /** Takes the writer back to an earlier position and forgets an overflow since then. */
  public void rewind(int position) {
    goBack(position);
    overflowed = false;
  }

  /** Whole bytes in use; the unused high bits of the last one are zero. */
  public int lengthBytes() {
    return (position() + 7) >>> 3;
  }

  /** Whether something did not fit since {@link #wrap} or {@link #rewind}. */
  public boolean overflowed() {
    return overflowed;
  }
}
