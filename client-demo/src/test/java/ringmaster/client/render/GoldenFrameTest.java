package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.client.settings.Quality;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;

/**
 * The frame looks as it did. Drivers round differently, so it is compared only where it was drawn
 * by the same one; {@code -Dgolden.write=true} draws the pictures anew, to be looked at and
 * committed.
 */
final class GoldenFrameTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final Path FOLDER =
      Path.of(System.getProperty("ringmaster.root", ".."), "client-demo/src/test/resources/golden");

  @ParameterizedTest
  @EnumSource(names = {"LOWEST", "HIGH"})
  void theFightLooksAsItDid(Quality quality) throws IOException {
    try (Window window = HeadlessWindows.open(WIDTH, HEIGHT);
        Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      renderer.draw(Scenes.fight((float) WIDTH / HEIGHT), WIDTH, HEIGHT);
      Picture picture = renderer.capture(WIDTH, HEIGHT);
      String name = "fight-" + quality.name().toLowerCase(Locale.ROOT);
      String driver = window.rendererName() + ", OpenGL " + window.glVersion() + "\n";
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".txt"), driver);
        picture.writePng(FOLDER.resolve(name + ".png"));
      }
      String recorded = Files.readString(FOLDER.resolve(name + ".txt"));
      assumeTrue(
          driver.equals(recorded),
          "the recorded frame was drawn by " + recorded.strip() + " and this is " + driver.strip());
      compare(ImageIO.read(FOLDER.resolve(name + ".png").toFile()), picture);
    }
  }

  private static void compare(BufferedImage golden, Picture picture) {
    int different = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        different += (golden.getRGB(x, y) & 0xFFFFFF) == picture.rgb(x, y) ? 0 : 1;
      }
    }
    assertEquals(
        0, different, "pixels differ; if that is wanted, draw anew with -Dgolden.write=true");
  }
}
