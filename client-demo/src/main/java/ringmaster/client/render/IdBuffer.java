package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import org.jspecify.annotations.Nullable;
import ringmaster.client.scene.SceneFrame;

/** A frame that shows, instead of colours, which entity is where. */
final class IdBuffer implements AutoCloseable {
  private static final int[] NOBODY = {0};

  private final Program program = new Program("id.vert", "id.frag");
  private final Canvas canvas = new Canvas(GL_R32I, 1);
  private final int[] pixel = new int[1];
  private int heightPixels;

  void draw(Painter painter, SceneFrame frame, @Nullable Arena arena, int width, int height) {
    canvas.begin(width, height);
    heightPixels = height;
    glViewport(0, 0, width, height);
    glColorMask(true, true, true, true);
    glDisable(GL_SCISSOR_TEST);
    glClearBufferiv(GL_COLOR, 0, NOBODY);
    painter.drawSolids(frame, arena, program);
  }

  /** What the pixel shows: an entity + 1, or 0. */
  int at(int x, int y) {
    canvas.bind();
    glReadPixels(x, heightPixels - 1 - y, 1, 1, GL_RED_INTEGER, GL_INT, pixel);
    return pixel[0];
  }

  @Override
  public void close() {
    program.close();
    canvas.close();
  }
}
