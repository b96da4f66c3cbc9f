package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture survives its file, as another program reads it. */
final class PictureTest {
  @TempDir private Path folder;

  @Test
  void aPngIsReadBackByTheJdk() throws IOException {
    Picture picture = colourful(7, 5);
    Path file = folder.resolve("picture.png");
    picture.writePng(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(7, image.getWidth());
    assertEquals(5, image.getHeight());
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        assertEquals(picture.rgb(x, y), image.getRGB(x, y) & 0xFFFFFF);
        assertEquals(0xFF, image.getRGB(x, y) >>> 24);
      }
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Path file = folder.resolve("missing").resolve("picture.png");
    IOException e = assertThrows(IOException.class, () -> colourful(2, 2).writePng(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("cannot write the picture " + file), message);
    assertEquals(1, message.lines().count());
  }

  private static Picture colourful(int width, int height) {
    byte[] rgba = new byte[4 * width * height];
    for (int i = 0; i < rgba.length; i++) {
      rgba[i] = i % 4 == 3 ? (byte) 0xFF : (byte) (i * 37);
    }
    return new Picture(width, height, rgba);
  }
}
