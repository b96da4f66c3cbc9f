package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import ringmaster.client.scene.Model;

/** Dark spots on the floor under what stands on it. */
final class Blobs implements AutoCloseable {
  private final Program program = new Program("blob.vert", "blob.frag");
  private final int halfSize = program.uniform("halfSize");
  private final int darkness = program.uniform("darkness");
  private final int vertexArray = glGenVertexArrays();

  Blobs() {
    glBindVertexArray(vertexArray);
    InstanceBuffer.enable();
    glBindVertexArray(0);
  }

  /**
   * Draws them all.
   *
   * @param dark how dark they are in the middle, 0..1
   */
  void draw(VisibleInstances instances, float dark) {
    program.use();
    glUniform1f(darkness, dark);
    glBindVertexArray(vertexArray);
    draw(instances, Model.TANK_HULL, 1.75f, 1.60f);
    draw(instances, Model.CRATE, 1.70f, 1.70f);
    draw(instances, Model.ROCKET, 1.2f, 0.5f);
    draw(instances, Model.BARREL, 1.60f, 1.60f);
    draw(instances, Model.BALL, 1.15f, 1.15f);
    draw(instances, Model.CROSS, 0.9f, 0.9f);
    draw(instances, Model.CHEVRONS, 0.9f, 0.9f);
    draw(instances, Model.COIL, 0.9f, 0.9f);
    draw(instances, Model.ROUND, 1.60f, 1.60f);
    draw(instances, Model.BOX, 1.60f, 1.60f);
  }

  private void draw(VisibleInstances instances, Model model, float halfLength, float halfWidth) {
    if (instances.count(model) > 0) {
      instances.attach(model);
      glUniform2f(halfSize, halfLength, halfWidth);
      glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, instances.count(model));
    }
  }

  @Override
  public void close() {
    program.close();
    glDeleteVertexArrays(vertexArray);
  }
}
