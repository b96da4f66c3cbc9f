package ringmaster.client.window;

import static org.lwjgl.opengl.GL33C.*;

/**
 * What is drawn on where there is no window. The surface that a context without a display has of
 * its own keeps its first size for ever; this one can change.
 */
final class HeadlessFrame implements AutoCloseable {
  private final int framebuffer = glGenFramebuffers();
  private final int color = glGenRenderbuffers();
  private final int depthStencil = glGenRenderbuffers();

  /** Makes it, and the one that is drawn on from now on. */
  HeadlessFrame(int widthPixels, int heightPixels) {
    resize(widthPixels, heightPixels);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color);
    glFramebufferRenderbuffer(
        GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depthStencil);
  }

  void resize(int widthPixels, int heightPixels) {
    glBindRenderbuffer(GL_RENDERBUFFER, color);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, widthPixels, heightPixels);
    glBindRenderbuffer(GL_RENDERBUFFER, depthStencil);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, widthPixels, heightPixels);
  }

  @Override
  public void close() {
    glDeleteFramebuffers(framebuffer);
    glDeleteRenderbuffers(color);
    glDeleteRenderbuffers(depthStencil);
  }
}
