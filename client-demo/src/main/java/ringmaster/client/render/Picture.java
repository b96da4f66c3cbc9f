package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.lwjgl.system.MemoryUtil;

/**
 * Pixels from the top left, row by row, four bytes each: red, green, blue, opacity.
 *
 * @param rgba not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its pixels, where it is at all
public record Picture(int widthPixels, int heightPixels, byte[] rgba) {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int PNG_RGBA = 6;

  /** What was drawn on the current framebuffer; all of it opaque, as on a screen. */
  static Picture ofFramebuffer(int widthPixels, int heightPixels) {
    int rowBytes = 4 * widthPixels;
    byte[] rgba = new byte[rowBytes * heightPixels];
    ByteBuffer pixels = MemoryUtil.memAlloc(rgba.length);
    try {
      glPixelStorei(GL_PACK_ALIGNMENT, 4);
      glReadPixels(0, 0, widthPixels, heightPixels, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
      for (int row = 0; row < heightPixels; row++) {
        pixels.get((heightPixels - 1 - row) * rowBytes, rgba, row * rowBytes, rowBytes);
      }
    } finally {
      MemoryUtil.memFree(pixels);
    }
    for (int at = 3; at < rgba.length; at += 4) {
      rgba[at] = (byte) 0xFF;
    }
    return new Picture(widthPixels, heightPixels, rgba);
  }

  /** A pixel's colour as 0xRRGGBB. */
  public int rgb(int x, int y) {
    int at = 4 * (y * widthPixels + x);
    return (rgba[at] & 0xFF) << 16 | (rgba[at + 1] & 0xFF) << 8 | rgba[at + 2] & 0xFF;
  }

  /**
   * Writes it as a PNG file, over an older one.
   *
   * @throws IOException with a sentence that names the file
   */
  public void writePng(Path file) throws IOException {
    try {
      Files.write(file, png());
    } catch (IOException e) {
      throw new IOException("cannot write the picture " + file + ": " + e, e);
    }
  }

  /** By hand: the JDK's writer would start AWT, which macOS does not let live beside a window. */
  private byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(PNG_SIGNATURE);
    chunk(out, "IHDR", header());
    chunk(out, "IDAT", compressedRows());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private byte[] header() {
    return ByteBuffer.allocate(13)
        .putInt(widthPixels)
        .putInt(heightPixels)
        .put((byte) 8) // bits of a channel
        .put((byte) PNG_RGBA)
        .array();
  }

  private byte[] compressedRows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int row = 0; row < heightPixels; row++) {
        out.write(0); // the row is not filtered
        out.write(rgba, row * 4 * widthPixels, 4 * widthPixels);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) checksum.getValue());
  }
}
