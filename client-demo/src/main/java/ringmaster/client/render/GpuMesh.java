package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

/** A mesh on the graphics card. */
final class GpuMesh implements AutoCloseable {
  /** Where shaders find an instance's floats; see instance.glsl. */
  static final int PLACE = 4;

  static final int TURN = 5;
  static final int TINT = 6;

  private final int vertexArray = glGenVertexArrays();
  private final int vertices = glGenBuffers();
  private final int indices = glGenBuffers();
  private final int indexCount;

  /** One for instances from a buffer. */
  static GpuMesh instanced(Mesh mesh) {
    GpuMesh gpu = new GpuMesh(mesh);
    InstanceBuffer.enable();
    glBindVertexArray(0);
    return gpu;
  }

  /** One that is drawn once, where it is. */
  static GpuMesh single(Mesh mesh) {
    GpuMesh gpu = new GpuMesh(mesh);
    glBindVertexArray(0);
    return gpu;
  }

  private GpuMesh(Mesh mesh) {
    indexCount = mesh.indices().length;
    glBindVertexArray(vertexArray);
    glBindBuffer(GL_ARRAY_BUFFER, vertices);
    glBufferData(GL_ARRAY_BUFFER, mesh.vertices(), GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, mesh.indices(), GL_STATIC_DRAW);
    attribute(0, 3, 0);
    attribute(1, 3, 3);
    attribute(2, 4, 6);
    attribute(3, 1, 10);
  }

  private static void attribute(int location, int size, int offsetFloats) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(
        location,
        size,
        GL_FLOAT,
        false,
        Mesh.FLOATS * Float.BYTES,
        (long) offsetFloats * Float.BYTES);
  }

  /** Draws it once; the instance's floats are constants that the context keeps. */
  void draw() {
    glBindVertexArray(vertexArray);
    glVertexAttrib4f(PLACE, 0, 0, 0, 1);
    glVertexAttrib4f(TURN, 1, 0, 0, 0);
    glVertexAttrib4f(TINT, 1, 1, 1, 0);
    glDrawElements(GL_TRIANGLES, indexCount, GL_UNSIGNED_INT, 0);
  }

  /** Draws some of the instances in a buffer. */
  void draw(InstanceBuffer instances, int first, int count) {
    glBindVertexArray(vertexArray);
    instances.attach(first);
    glDrawElementsInstanced(GL_TRIANGLES, indexCount, GL_UNSIGNED_INT, 0, count);
  }

  @Override
  public void close() {
    glDeleteVertexArrays(vertexArray);
    glDeleteBuffers(vertices);
    glDeleteBuffers(indices);
  }
}
