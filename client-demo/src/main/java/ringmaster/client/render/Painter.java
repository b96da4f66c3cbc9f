package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import ringmaster.client.scene.SceneFrame;

/** Draws frames in one quality, and owns all that this takes apart from the arena. */
final class Painter implements AutoCloseable {
  /** A late afternoon's. Unit vector towards it. */
  private static final Vector3f SUN = new Vector3f(-0.46f, 0.38f, 0.80f).normalize();

  /** Without a shadow map the spots are all the shadow there is; with one, only its core. */
  private static final float SPOTS_ALONE = 0.62f;

  private static final float SPOTS_IN_SHADOW = 0.38f;
  private static final Matrix4f NO_SHADOWS = new Matrix4f();

  private final FrameUniforms uniforms = new FrameUniforms();
  private final ModelSet models;
  private final VisibleInstances instances;
  private final Program solid;
  private final Program ground;
  private final Program shield;
  private final Program sky = new Program("sky.vert", "sky.frag");
  private final Blobs blobs = new Blobs();
  private final Streaks streaks = new Streaks();
  private final int nothing = glGenVertexArrays(); // for shaders that need no vertices
  private final @Nullable ShadowMap shadows;
  private final @Nullable Canvas smooth;

  Painter(Detail detail) {
    models = new ModelSet(detail.fine());
    instances = new VisibleInstances(models.radiusMeters());
    if (detail.perPixel()) {
      List<String> defines =
          detail.shadows() ? List.of("SHADOW_REACH " + detail.shadowReach()) : List.of();
      solid = new Program("model.vert", "model.frag", defines);
      ground = new Program("model.vert", "ground.frag", defines);
    } else {
      solid = new Program("plain.vert", "plain.frag");
      ground = solid;
    }
    shield = new Program("model.vert", "shield.frag");
    shadows = detail.shadows() ? new ShadowMap(detail.shadowMapPixels(), SUN) : null;
    smooth = detail.samples() > 1 ? new Canvas(GL_RGBA8, detail.samples()) : null;
  }

  /**
   * Draws a frame.
   *
   * @param target framebuffer; the one to draw on afterwards too
   */
  void draw(
      SceneFrame frame, @Nullable Arena arena, int target, int widthPixels, int heightPixels) {
    prepare(frame);
    setState();
    if (shadows != null) {
      drawShadows(shadows, arena);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    if (smooth != null) {
      smooth.begin(widthPixels, heightPixels);
      glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    }
    glViewport(0, 0, widthPixels, heightPixels);
    drawSolids(arena);
    drawSky();
    drawTranslucent(frame);
    if (smooth != null) {
      smooth.resolveTo(target);
    }
    glBindVertexArray(0);
  }

  private void prepare(SceneFrame frame) {
    instances.gather(frame);
    Matrix4f worldToShadow = shadows == null ? NO_SHADOWS : shadows.fit(frame.camera());
    uniforms.upload(frame.camera(), worldToShadow, SUN);
  }

  /** Whoever drew before may have left anything behind. */
  private static void setState() {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDepthMask(true);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    glDisable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glStencilMask(-1);
    glColorMask(true, true, true, true);
    glClearColor(0, 0, 0, 1);
    glClearDepth(1);
    glClearStencil(0);
  }

  private void drawShadows(ShadowMap map, @Nullable Arena arena) {
    map.begin();
    models.drawSolids(instances);
    if (arena != null) {
      arena.drawWalls();
    }
    map.end();
    map.bind();
  }

  /** Small things first: the ground behind them is then not drawn at all. */
  private void drawSolids(@Nullable Arena arena) {
    solid.use();
    models.drawSolids(instances);
    if (arena != null) {
      arena.drawWalls();
      ground.use();
      arena.drawGround();
    }
  }

  private void drawSky() {
    glDepthFunc(GL_LEQUAL); // it lies at the very end of the depth range
    sky.use();
    glBindVertexArray(nothing);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDepthFunc(GL_LESS);
  }

  private void drawTranslucent(SceneFrame frame) {
    glDepthMask(false);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    blobs.draw(instances, shadows == null ? SPOTS_ALONE : SPOTS_IN_SHADOW);
    shield.use();
    models.drawShields(instances);
    glDisable(GL_CULL_FACE);
    streaks.draw(frame.sprites());
    glDepthMask(true); // or the next frame's depth could not be cleared
  }

  /** Draws all that one cannot look through with a program of someone else's. */
  void drawSolids(SceneFrame frame, @Nullable Arena arena, Program program) {
    prepare(frame);
    setState();
    glClear(GL_DEPTH_BUFFER_BIT);
    program.use();
    models.drawSolids(instances);
    if (arena != null) {
      arena.drawWalls();
      arena.drawGround();
    }
    glBindVertexArray(0);
  }

  @Override
  public void close() {
    uniforms.close();
    models.close();
    instances.close();
    solid.close();
    if (ground != solid) {
      ground.close();
    }
    shield.close();
    sky.close();
    blobs.close();
    streaks.close();
    glDeleteVertexArrays(nothing);
    if (shadows != null) {
      shadows.close();
    }
    if (smooth != null) {
      smooth.close();
    }
  }
}
