package ringmaster.client.hud;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/**
 * Writes words as UTF-8 into one piece of native memory, again and again: the library's own way
 * makes garbage of everything that is not ASCII.
 */
final class Utf8 implements AutoCloseable {
  private static final int BYTES_PER_CHAR = 3; // of a pair of surrogates 2 each

  private ByteBuffer bytes = MemoryUtil.memAlloc(1_024);

  /** The words as bytes, until the next call. */
  ByteBuffer of(String words) {
    int most = words.length() * BYTES_PER_CHAR;
    if (most > bytes.capacity()) {
      bytes = MemoryUtil.memRealloc(bytes, 2 * most);
    }
    bytes.clear();
    for (int i = 0; i < words.length(); ) {
      int codePoint = words.codePointAt(i);
      put(codePoint);
      i += Character.charCount(codePoint);
    }
    return bytes.flip();
  }

  private void put(int codePoint) {
    if (codePoint < 0x80) {
      bytes.put((byte) codePoint);
    } else if (codePoint < 0x800) {
      bytes.put((byte) (0xC0 | codePoint >> 6));
      putTail(codePoint);
    } else if (codePoint < 0x10000) {
      bytes.put((byte) (0xE0 | codePoint >> 12));
      putTail(codePoint >> 6);
      putTail(codePoint);
    } else {
      bytes.put((byte) (0xF0 | codePoint >> 18));
      putTail(codePoint >> 12);
      putTail(codePoint >> 6);
      putTail(codePoint);
    }
  }

  private void putTail(int bits) {
    bytes.put((byte) (0x80 | bits & 0x3F));
  }

  @Override
  public void close() {
    MemoryUtil.memFree(bytes);
  }
}
