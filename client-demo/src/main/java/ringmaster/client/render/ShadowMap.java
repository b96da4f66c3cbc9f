package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import ringmaster.client.scene.Camera;

/** How far from the sun things are, as a picture; what is farther lies in shadow. */
final class ShadowMap implements AutoCloseable {
  /** Half side of what it covers around the point that a player's camera looks at. */
  private static final float NEAR_HALF_METERS = 30;

  /** As far as a camera may be for that; from twice as far it covers twice as much. */
  private static final float NEAR_CAMERA_METERS = 18;

  private final Program program = new Program("depth.vert", "depth.frag");
  private final int texture = glGenTextures();
  private final int framebuffer = glGenFramebuffers();
  private final int sidePixels;
  private final Matrix4f towardsSun;
  private final Matrix4f worldToShadow = new Matrix4f();
  private final Vector3f middle = new Vector3f();

  ShadowMap(int sidePixels, Vector3f sun) {
    this.sidePixels = sidePixels;
    towardsSun = new Matrix4f().lookAlong(-sun.x, -sun.y, -sun.z, 0, 0, 1);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(
        GL_TEXTURE_2D,
        0,
        GL_DEPTH_COMPONENT24,
        sidePixels,
        sidePixels,
        0,
        GL_DEPTH_COMPONENT,
        GL_UNSIGNED_INT,
        0);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
    attach();
  }

  /** Leaves the framebuffer bound that was: whoever makes us may be drawing on it. */
  private void attach() {
    int before = glGetInteger(GL_DRAW_FRAMEBUFFER_BINDING);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, texture, 0);
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);
    glBindFramebuffer(GL_FRAMEBUFFER, before);
  }

  /**
   * Chooses what it covers. It moves by whole texels and grows by whole doublings, so that edges of
   * shadows do not crawl when the camera moves.
   */
  Matrix4f fit(Camera camera) {
    float half = NEAR_HALF_METERS;
    for (float reach = NEAR_CAMERA_METERS;
        reach < camera.eye().distance(camera.target());
        reach *= 2) {
      half *= 2;
    }
    float texel = 2 * half / sidePixels;
    towardsSun.transformPosition(camera.target(), middle);
    float x = (float) Math.floor(middle.x / texel) * texel;
    float y = (float) Math.floor(middle.y / texel) * texel;
    return worldToShadow
        .translation(0.5f, 0.5f, 0.5f)
        .scale(0.5f)
        .ortho(x - half, x + half, y - half, y + half, -middle.z - 2 * half, -middle.z + 2 * half)
        .mul(towardsSun);
  }

  /** Empties it and lets it be drawn on, by a program that only looks at depth. */
  void begin() {
    program.use();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, sidePixels, sidePixels);
    glClear(GL_DEPTH_BUFFER_BIT);
    // Away from the sun by as much as a texel is deep, or surfaces would shade themselves.
    glEnable(GL_POLYGON_OFFSET_FILL);
    glPolygonOffset(1.5f, 2);
  }

  void end() {
    glDisable(GL_POLYGON_OFFSET_FILL);
  }

  /** Lets texture unit 0 read it. */
  void bind() {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture);
  }

  @Override
  public void close() {
    program.close();
    glDeleteFramebuffers(framebuffer);
    glDeleteTextures(texture);
  }
}
