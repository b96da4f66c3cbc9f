package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

/** A framebuffer of our own, of colours or of whole numbers, that takes any size asked for. */
final class Canvas implements AutoCloseable {
  private final int framebuffer = glGenFramebuffers();
  private final int color = glGenRenderbuffers();
  private final int depth = glGenRenderbuffers();
  private final int format;
  private final int samples;
  private int widthPixels;
  private int heightPixels;

  /**
   * @param format of a pixel, as OpenGL names it
   * @param samples of each pixel; 1: no more than it
   */
  Canvas(int format, int samples) {
    this.format = format;
    this.samples = samples > 1 ? Math.min(samples, glGetInteger(GL_MAX_SAMPLES)) : 0;
  }

  /** Lets it be drawn on, and read. */
  void bind() {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  }

  /** Lets it be drawn on, in this size. */
  void begin(int width, int height) {
    bind();
    if (width != widthPixels || height != heightPixels) {
      widthPixels = width;
      heightPixels = height;
      allocate(color, format, GL_COLOR_ATTACHMENT0);
      allocate(depth, GL_DEPTH_COMPONENT24, GL_DEPTH_ATTACHMENT);
    }
  }

  private void allocate(int renderbuffer, int ofFormat, int attachment) {
    glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, ofFormat, widthPixels, heightPixels);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, attachment, GL_RENDERBUFFER, renderbuffer);
  }

  /** Copies its colours to another framebuffer, which is the one to draw on from then on. */
  void resolveTo(int target) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    glBlitFramebuffer(
        0,
        0,
        widthPixels,
        heightPixels,
        0,
        0,
        widthPixels,
        heightPixels,
        GL_COLOR_BUFFER_BIT,
        GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
  }

  @Override
  public void close() {
    glDeleteFramebuffers(framebuffer);
    glDeleteRenderbuffers(color);
    glDeleteRenderbuffers(depth);
  }
}
