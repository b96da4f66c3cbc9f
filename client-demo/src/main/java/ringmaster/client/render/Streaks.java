package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import ringmaster.client.scene.Sprites;

/** Draws a frame's sprites, in their order. */
final class Streaks implements AutoCloseable {
  private final Program program = new Program("sprite.vert", "sprite.frag");
  private final InstanceBuffer buffer = new InstanceBuffer();
  private final int vertexArray = glGenVertexArrays();

  Streaks() {
    glBindVertexArray(vertexArray);
    InstanceBuffer.enable();
    glBindVertexArray(0);
  }

  void draw(Sprites sprites) {
    if (sprites.count() == 0) {
      return;
    }
    buffer.clear();
    buffer.add(sprites.values(), 0, sprites.count());
    buffer.upload();
    program.use();
    glBindVertexArray(vertexArray);
    buffer.attach(0);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, sprites.count());
  }

  @Override
  public void close() {
    program.close();
    buffer.close();
    glDeleteVertexArrays(vertexArray);
  }
}
