package ringmaster.shared.wire;

/** How far a reader or a writer of bits has come in a stretch of a byte array. */
abstract sealed class BitCursor permits BitReader, BitWriter {
  byte[] buffer = {};
  int bit;
  int limitBit;
  private int startBit;

  final void begin(byte[] array, int offset, int lengthBytes) {
    if (offset < 0 || lengthBytes < 0 || offset + lengthBytes > array.length) {
      throw new IndexOutOfBoundsException("offset " + offset + " length " + lengthBytes);
    }
    buffer = array;
    startBit = offset * 8;
    bit = startBit;
    limitBit = startBit + lengthBytes * 8;
  }

  /** Bits read or written since it was wrapped. */
  public final int position() {
    return bit - startBit;
  }

  /** Bits that are left to read, or room for so many. */
  public final int remainingBits() {
    return limitBit - bit;
  }

  final void goBack(int position) {
    if (position < 0 || position > position()) {
      throw new IllegalArgumentException("position " + position + " is ahead of " + position());
    }
    bit = startBit + position;
  }
}
