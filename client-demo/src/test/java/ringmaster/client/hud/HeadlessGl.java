package ringmaster.client.hud;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Assumptions;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL;

/** An OpenGL 3.3 context without a display, drawing into an image of its own. */
final class HeadlessGl implements AutoCloseable {
  private final long window;
  private int framebuffer;
  private int width;
  private int height;

  private HeadlessGl(long window) {
    this.window = window;
    glfwMakeContextCurrent(window);
    GL.createCapabilities();
  }

  /** Skips the test where there is none, except under CI, where it fails. */
  static HeadlessGl open() {
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_NULL);
    long window = glfwInit() ? createWindow() : 0;
    String sentence = "This machine has no OpenGL 3.3 to draw with, so nothing was drawn.";
    if (window == 0 && System.getenv("CI") != null) {
      throw new AssertionError(sentence);
    }
    Assumptions.assumeTrue(window != 0, sentence);
    return new HeadlessGl(window);
  }

  private static long createWindow() {
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    return glfwCreateWindow(64, 64, "test", 0, 0);
  }

  /** Begins a frame on a ground of one colour. */
  void frame(int widthPixels, int heightPixels, int rgb) {
    if (width != widthPixels || height != heightPixels) {
      resize(widthPixels, heightPixels);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, width, height);
    glClearColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  }

  private void resize(int widthPixels, int heightPixels) {
    width = widthPixels;
    height = heightPixels;
    framebuffer = glGenFramebuffers();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    attach(GL_COLOR_ATTACHMENT0, GL_RGBA8);
    attach(GL_DEPTH_STENCIL_ATTACHMENT, GL_DEPTH24_STENCIL8);
  }

  private void attach(int point, int format) {
    int buffer = glGenRenderbuffers();
    glBindRenderbuffer(GL_RENDERBUFFER, buffer);
    glRenderbufferStorage(GL_RENDERBUFFER, format, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, point, GL_RENDERBUFFER, buffer);
  }

  BufferedImage image() {
    ByteBuffer pixels = BufferUtils.createByteBuffer(width * height * 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 4 * ((height - 1 - y) * width + x);
        int red = pixels.get(at) & 0xFF;
        int green = pixels.get(at + 1) & 0xFF;
        image.setRGB(x, y, red << 16 | green << 8 | (pixels.get(at + 2) & 0xFF));
      }
    }
    return image;
  }

  @Override
  public void close() {
    GL.setCapabilities(null);
    glfwDestroyWindow(window);
    glfwTerminate();
  }
}
