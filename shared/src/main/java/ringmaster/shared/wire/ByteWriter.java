package ringmaster.shared.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the fields of a control message or record, little-endian; too small a buffer overflows.
 */
public final class ByteWriter {
  private final ByteBuffer out;

  /** Writes from the buffer's position on. The buffer's own byte order is left as it is. */
  public ByteWriter(ByteBuffer out) {
    this.out = out.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  public ByteWriter u8(int value) {
    out.put((byte) value);
    return this;
  }

  public ByteWriter u16(int value) {
    out.putShort((short) value);
    return this;
  }

  public ByteWriter i32(int value) {
    out.putInt(value);
    return this;
  }

  public ByteWriter i64(long value) {
    out.putLong(value);
    return this;
  }

  public ByteWriter bytes(byte[] value) {
    out.put(value);
    return this;
  }

  /** A u16 count of bytes, then UTF-8. */
  public ByteWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > 0xFFFF) {
      throw new IllegalArgumentException("text of " + utf8.length + " bytes");
    }
    return u16(utf8.length).bytes(utf8);
  }

  /** Position in the buffer after what was written. */
  public int position() {
    return out.position();
  }
}
