package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.stb.STBImageWrite.stbi_write_png_to_func;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lwjgl.stb.STBIWriteCallback;
import org.lwjgl.system.MemoryUtil;

/**
 * Pixels from the top left, row by row, four bytes each: red, green, blue, opacity.
 *
 * @param rgba not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its pixels, where it is at all
public record Picture(int widthPixels, int heightPixels, byte[] rgba) {
  private static final int CHANNELS = 4;

  /** What was drawn on the current framebuffer; all of it opaque, as on a screen. */
  static Picture ofFramebuffer(int widthPixels, int heightPixels) {
    int rowBytes = CHANNELS * widthPixels;
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
    for (int at = CHANNELS - 1; at < rgba.length; at += CHANNELS) {
      rgba[at] = (byte) 0xFF;
    }
    return new Picture(widthPixels, heightPixels, rgba);
  }

  /** A pixel's colour as 0xRRGGBB. */
  public int rgb(int x, int y) {
    int at = CHANNELS * (y * widthPixels + x);
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

  /** By stb: the JDK's writer would start AWT, which macOS does not let live beside a window. */
  private byte[] png() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ByteBuffer pixels = MemoryUtil.memAlloc(rgba.length).put(rgba).flip();
    try (STBIWriteCallback writer =
        STBIWriteCallback.create((context, at, bytes) -> copy(at, bytes, png))) {
      if (!stbi_write_png_to_func(
          writer, NULL, widthPixels, heightPixels, CHANNELS, pixels, CHANNELS * widthPixels)) {
        throw new OutOfMemoryError("a picture to be written");
      }
    } finally {
      MemoryUtil.memFree(pixels);
    }
    return png.toByteArray();
  }

  private static void copy(long at, int bytes, ByteArrayOutputStream to) {
    byte[] copied = new byte[bytes];
    STBIWriteCallback.getData(at, bytes).get(copied);
    to.writeBytes(copied);
  }
}
