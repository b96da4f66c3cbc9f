package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Key;
import ringmaster.client.window.Window;

/** Real pixels, drawn without a display. */
final class NanoCanvasTest {
  private static final int GROUND = 0x203040;
  private static Window window;
  private static NanoCanvas canvas;

  @BeforeAll
  static void open() {
    window = HeadlessWindows.open(64, 64);
    canvas = new NanoCanvas();
  }

  @AfterAll
  static void close() {
    if (canvas != null) {
      canvas.close();
      window.close();
    }
  }

  private static BufferedImage drawn(int width, int height, float scale, Consumer<Canvas> action) {
    clear(width, height);
    canvas.begin(width, height, scale);
    action.accept(canvas);
    canvas.end();
    return image();
  }

  private static void clear(int width, int height) {
    if (width != window.width() || height != window.height()) {
      window.resizeHeadless(width, height);
    }
    glViewport(0, 0, width, height);
    glClearColor((GROUND >> 16) / 255f, (GROUND >> 8 & 0xFF) / 255f, (GROUND & 0xFF) / 255f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  }

  private static BufferedImage image() {
    int width = window.width();
    int height = window.height();
    int[] pixels = new int[width * height];
    glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, pixels);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      image.setRGB(0, y, width, 1, pixels, (height - 1 - y) * width, width);
    }
    return image;
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  private static int inked(BufferedImage image) {
    int inked = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        inked += rgb(image, x, y) == GROUND ? 0 : 1;
      }
    }
    return inked;
  }

  @Test
  void unitsAreScaledToPixels() {
    BufferedImage image = drawn(200, 100, 2, to -> to.fill(10, 10, 30, 20, 0, 0xFFFF8800));
    assertEquals(0xFF8800, rgb(image, 21, 21));
    assertEquals(0xFF8800, rgb(image, 78, 58));
    assertEquals(GROUND, rgb(image, 82, 40));
    assertEquals(GROUND, rgb(image, 18, 40));
  }

  @Test
  void whatIsClearedIsBeneathAllElse() {
    BufferedImage image =
        drawn(
            100,
            100,
            1,
            to -> {
              to.fill(0, 0, 50, 100, 0, 0xFFFFFFFF);
              to.clear(0xFF102030);
            });
    assertEquals(0xFFFFFF, rgb(image, 20, 50));
    assertEquals(0x102030, rgb(image, 70, 50));
  }

  @Test
  void clippingHoldsUntilItIsUndone() {
    BufferedImage image =
        drawn(
            100,
            100,
            1,
            to -> {
              to.clip(0, 0, 50, 100);
              to.fill(0, 0, 100, 40, 0, 0xFFFFFFFF);
              to.unclip();
              to.fill(0, 60, 100, 40, 0, 0xFFFFFFFF);
            });
    assertEquals(GROUND, rgb(image, 70, 20));
    assertEquals(0xFFFFFF, rgb(image, 30, 20));
    assertEquals(0xFFFFFF, rgb(image, 70, 80));
  }

  @Test
  void wordsAreAsWideAsMeasured() {
    for (float scale : new float[] {0.75f, 1, 2}) {
      int width = (int) (300 * scale);
      int height = (int) (40 * scale);
      float[] measured = new float[1];
      BufferedImage image =
          drawn(
              width,
              height,
              scale,
              to -> {
                measured[0] = to.textWidth("Ringmaster", TextStyle.HEADING);
                to.text("Ringmaster", TextStyle.HEADING, 10, 20, 0xFFFFFFFF);
              });
      int last = 0;
      for (int x = 0; x < width; x++) {
        for (int y = 0; y < height; y++) {
          last = rgb(image, x, y) == GROUND ? last : x;
        }
      }
      assertEquals((10 + measured[0]) * scale, last, 3 * scale, "at scale " + scale);
    }
  }

  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconIsDrawnInItsSquare(Icon icon) {
    BufferedImage image = drawn(64, 64, 1, to -> to.icon(icon, 32, 32, 32, 0xFFFFFFFF));
    int inked = inked(image);
    assertTrue(inked > 40, icon + " has " + inked + " pixels");
    int outside = 0;
    for (int i = 0; i < 64; i++) {
      outside += rgb(image, i, 14) == GROUND && rgb(image, 14, i) == GROUND ? 0 : 1;
      outside += rgb(image, i, 49) == GROUND && rgb(image, 49, i) == GROUND ? 0 : 1;
    }
    assertEquals(0, outside, icon + " goes beyond its square");
  }

  @Test
  void theVignetteLeavesTheMiddleClear() {
    BufferedImage image = drawn(320, 180, 1, to -> to.vignette(320, 180, 0xFFFF0000));
    assertEquals(GROUND, rgb(image, 160, 90));
    assertNotEquals(GROUND, rgb(image, 2, 2));
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void everyScreenIsDrawn(Screen screen) {
    Rig rig = new Rig(canvas);
    rig.ui.show(screen);
    clear(rig.width, rig.height);
    rig.frame();
    BufferedImage image = image();
    assertTrue(inked(image) > 10_000);
    if (screen == Screen.BROWSER || screen == Screen.CONNECTING) {
      assertEquals(Palette.BACKDROP & 0xFFFFFF, rgb(image, 2, 2), "nothing of the arena is seen");
    }
  }

  /** A frame with nothing new makes no garbage, drawn by the real library. */
  @Test
  void aFrameOfTheGameAllocatesNothing() {
    Rig rig = new Rig(canvas);
    rig.width = 320;
    rig.height = 180;
    rig.ui.show(Screen.GAME);
    rig.state.health = 0.2f;
    rig.ui.key(Key.TAB, true, false);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (int frame = 0; frame < 800; frame++) {
      rig.state.nowNanos += 100_000;
      rig.state.framesPerSecond = 60 + frame % 7;
      rig.state.labels.getFirst().x = 0.2f + frame % 100 / 500f;
      clear(rig.width, rig.height);
      long before = threads.getCurrentThreadAllocatedBytes();
      rig.frame();
      if (frame >= 400) {
        bytes += threads.getCurrentThreadAllocatedBytes() - before;
      }
    }
    assertEquals(0, bytes / 400, "bytes per frame");
  }
}
