package ringmaster.shared.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link ByteWriter} wrote. Anything wrong (too short, a length above its limit, bytes
 * that are no UTF-8) sets {@link #bad()} and yields zeros; lengths are checked before allocating.
 */
public final class ByteReader {
  private final ByteBuffer in;
  private boolean bad;

  /** Reads from the buffer's position to its limit; the buffer itself is left as it is. */
  public ByteReader(ByteBuffer in) {
    this.in = in.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  private boolean has(int bytes) {
    if (bad || in.remaining() < bytes) {
      bad = true;
      return false;
    }
    return true;
  }

  public int u8() {
    return has(1) ? in.get() & 0xFF : 0;
  }

  public int u16() {
    return has(2) ? in.getShort() & 0xFFFF : 0;
  }

  public int i32() {
    return has(4) ? in.getInt() : 0;
  }

  public long i64() {
    return has(8) ? in.getLong() : 0;
  }

  /** Exactly {@code count} bytes. */
  public byte[] bytes(int count) {
    if (!has(count)) {
      return new byte[0];
    }
    byte[] value = new byte[count];
    in.get(value);
    return value;
  }

  /** A u16 count of at most {@code maxBytes}, then that many bytes of strict UTF-8. */
  public String text(int maxBytes) {
    int length = u16();
    if (length > maxBytes || !has(length)) {
      bad = true;
      return "";
    }
    ByteBuffer slice = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(slice)
          .toString();
    } catch (CharacterCodingException e) {
      bad = true;
      return "";
    }
  }

  public int remaining() {
    return in.remaining();
  }

  public boolean bad() {
    return bad;
  }

  /** True if everything was read, nothing is left over and nothing was wrong. */
  public boolean complete() {
    return !bad && !in.hasRemaining();
  }
}
