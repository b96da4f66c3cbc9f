package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_NO_ERROR;
import static org.lwjgl.opengl.GL33C.glGetError;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;

/** Strokes and surfaces are where they were put, and nowhere else. */
@SuppressWarnings("NullAway.Init") // the window is opened before the first test
final class FlatDrawingTest {
  private static final int SIDE = 64;
  private static final int BACKGROUND = 0xFF102030;
  private static final int WHITE = 0xFFFFFFFF;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Window window;
  private static FlatDrawing drawing;

  @BeforeAll
  static void open() {
    window = HeadlessWindows.open(SIDE, SIDE);
    drawing = new FlatDrawing();
  }

  @AfterAll
  static void close() {
    if (window != null) {
      drawing.close();
      window.close();
    }
  }

  @AfterEach
  void noErrorIsLeft() {
    assertEquals(GL_NO_ERROR, glGetError());
    drawing.clear();
  }

  private static Picture drawn() {
    drawing.draw(SIDE, SIDE, BACKGROUND);
    return drawing.capture(SIDE, SIDE);
  }

  /** A pixel from the lower left. */
  private static int at(Picture picture, int x, int y) {
    return picture.rgb(x, SIDE - 1 - y);
  }

  private static int whites(Picture picture) {
    int count = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        count += at(picture, x, y) == (WHITE & 0xFFFFFF) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void withNothingInItThereIsTheBackground() {
    assertEquals(BACKGROUND & 0xFFFFFF, at(drawn(), 5, 60));
  }

  @Test
  void aLineIsAsLongAndWideAsItWasMade() {
    drawing.line(10, 20.5f, 40, 20.5f, 3, WHITE);
    Picture picture = drawn();
    assertEquals(3 * 30, whites(picture));
    assertEquals(WHITE & 0xFFFFFF, at(picture, 10, 19));
    assertEquals(WHITE & 0xFFFFFF, at(picture, 39, 21));
    assertEquals(BACKGROUND & 0xFFFFFF, at(picture, 40, 20));
    assertEquals(BACKGROUND & 0xFFFFFF, at(picture, 20, 23));
  }

  @Test
  void aDiscHasItsAreaAndARingIsEmpty() {
    drawing.disc(32, 32, 20, WHITE);
    assertEquals(Math.PI * 20 * 20, whites(drawn()), 2 * Math.PI * 20); // the rim is half covered
    drawing.clear();
    drawing.ring(32, 32, 20, 4, WHITE);
    Picture ring = drawn();
    assertEquals(BACKGROUND & 0xFFFFFF, at(ring, 32, 32));
    assertEquals(WHITE & 0xFFFFFF, at(ring, 52, 32));
    assertEquals(BACKGROUND & 0xFFFFFF, at(ring, 57, 32));
  }

  @Test
  void convexOutlinesOfAnyNumberOfCornersAreFilled() {
    for (int corners = 3; corners <= 9; corners++) {
      float[] points = new float[2 * corners];
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * i / corners;
        points[2 * i] = 32 + 25 * (float) Math.cos(angle);
        points[2 * i + 1] = 32 + 25 * (float) Math.sin(angle);
      }
      drawing.clear();
      drawing.fill(points, corners, WHITE);
      double area = 0.5 * corners * 25 * 25 * Math.sin(2 * Math.PI / corners);
      assertEquals(area, whites(drawn()), 0.04 * area, corners + " corners");
    }
  }

  @Test
  void coloursAreThoseAskedForAndMixWithWhatLiesBeneath() {
    float[] all = {0, 0, SIDE, 0, SIDE, SIDE, 0, SIDE};
    drawing.fill(all, 4, 0xFFC08040);
    assertEquals(0xC08040, at(drawn(), 30, 30));
    drawing.fill(all, 4, 0x80000000);
    int mixed = at(drawn(), 30, 30);
    assertEquals(0x60, mixed >> 16, 1);
    assertEquals(0x40, mixed >> 8 & 0xFF, 1);
    assertEquals(0x20, mixed & 0xFF, 1);
  }

  @Test
  void thousandsOfStrokesAllocateNothing() {
    strokes();
    strokes();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    strokes();
    assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - before);
    assertTrue(drawing.quads() > 30_000);
  }

  private static void strokes() {
    drawing.clear();
    for (int i = 0; i < 30_000; i++) {
      drawing.line(i % SIDE, 0, SIDE - i % SIDE, SIDE, 1, WHITE);
      drawing.disc(i % SIDE, i % 7, 2, WHITE);
    }
    drawing.draw(SIDE, SIDE, BACKGROUND);
  }
}
