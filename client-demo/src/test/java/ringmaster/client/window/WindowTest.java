package ringmaster.client.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window without a display. */
@SuppressWarnings("NullAway.Init") // set before each test
final class WindowTest {
  private Window window;

  @BeforeEach
  void open() {
    window = HeadlessWindows.open(320, 180);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void saysWhatDraws() {
    assertFalse(window.rendererName().isBlank());
    String[] version = window.glVersion().split("[ .]", 3);
    int number = 10 * Integer.parseInt(version[0]) + Integer.parseInt(version[1]);
    assertTrue(number >= 33, window.glVersion());
    assertEquals(Window.isSoftware(window.rendererName()), window.softwareRendered());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llvmpipe (LLVM 15.0.6, 256 bits)",
        "Google SwiftShader",
        "Microsoft Basic Render Driver",
        "Apple Software Renderer",
        "GDI Generic"
      })
  void knowsThoseThatDrawWithTheProcessor(String name) {
    assertTrue(Window.isSoftware(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NVIDIA GeForce RTX 3060/PCIe/SSE2", "Mesa Intel(R) UHD Graphics 620"})
  void knowsGraphicsCards(String name) {
    assertFalse(Window.isSoftware(name));
  }

  @Test
  void thereIsOneAtATime() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> Window.open(Window.Options.headless(16, 16)));
    assertTrue(String.valueOf(e.getMessage()).contains("close the open window first"));
    window.close();
    window = HeadlessWindows.open(64, 48);
    assertEquals(64, window.framebufferWidthPixels());
  }

  @Test
  void hasTheSizeAskedForAndTakesAnother() {
    assertEquals(320, window.width());
    assertEquals(180, window.framebufferHeightPixels());
    window.resizeHeadless(700, 500);
    assertEquals(700, window.framebufferWidthPixels());
    assertEquals(500, window.height());
    assertEquals(0x3366CC, clearedCorner(699, 499, 0.2f, 0.4f, 0.8f));
  }

  /** What is drawn flat over a scene needs a stencil; what is drawn in space needs depth. */
  @Test
  void hasColoursDepthAndStencil() {
    assertEquals(GL_FRAMEBUFFER_COMPLETE, glCheckFramebufferStatus(GL_FRAMEBUFFER));
    assertEquals(24, bits(GL_DEPTH_ATTACHMENT, GL_FRAMEBUFFER_ATTACHMENT_DEPTH_SIZE));
    assertEquals(8, bits(GL_STENCIL_ATTACHMENT, GL_FRAMEBUFFER_ATTACHMENT_STENCIL_SIZE));
  }

  @Test
  void hearsNobody() {
    Heard heard = new Heard();
    PadAxes axes = new PadAxes();
    axes.leftX = 1;
    window.poll(heard, axes);
    assertEquals("", heard.text());
    assertEquals(0, axes.leftX);
  }

  @Test
  void keepsWhatIsCopied() {
    window.setClipboard("127.0.0.1:4700 ä");
    assertEquals("127.0.0.1:4700 ä", window.clipboard());
  }

  @Test
  void whatOnlyADisplayHasDoesNothing() {
    window.setFullscreen(true);
    window.setVsync(true);
    window.setCursorCaptured(true);
    window.swap();
    assertFalse(window.fullscreen());
    assertEquals(GL_NO_ERROR, glGetError());
  }

  private static int clearedCorner(int x, int y, float red, float green, float blue) {
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    int[] pixel = new int[1];
    glReadPixels(x, y, 1, 1, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, pixel);
    return pixel[0] & 0xFFFFFF;
  }

  private static int bits(int attachment, int what) {
    return glGetFramebufferAttachmentParameteri(GL_FRAMEBUFFER, attachment, what);
  }
}
