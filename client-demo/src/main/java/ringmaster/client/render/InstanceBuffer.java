package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.nio.FloatBuffer;
import org.lwjgl.system.MemoryUtil;

/**
 * A frame's instances on the graphics card, twelve floats each: three vectors for the shaders. They
 * are gathered in memory of our own and handed over at once; the card's buffer is a new one each
 * time, so that nobody waits for the frame before.
 */
final class InstanceBuffer implements AutoCloseable {
  /** As {@code Instances} and {@code Sprites} lay them out. */
  static final int FLOATS = 12;

  private final int buffer = glGenBuffers();
  private FloatBuffer floats = MemoryUtil.memAllocFloat(256 * FLOATS);

  /** Of the floats; to ask a buffer for it would make an object each time. */
  private long address = MemoryUtil.memAddress0(floats);

  /** Prepares the bound vertex array for instances. */
  static void enable() {
    for (int location = GpuMesh.PLACE; location <= GpuMesh.TINT; location++) {
      glEnableVertexAttribArray(location);
      glVertexAttribDivisor(location, 1);
    }
  }

  void clear() {
    floats.clear();
  }

  int count() {
    return floats.position() / FLOATS;
  }

  /** Adds instances. */
  void add(float[] values, int first, int count) {
    int wanted = count * FLOATS;
    if (floats.remaining() < wanted) {
      int capacity = Math.max(floats.capacity() * 2, floats.position() + wanted);
      floats = MemoryUtil.memRealloc(floats, capacity);
      address = MemoryUtil.memAddress0(floats);
    }
    floats.put(values, first * FLOATS, wanted);
  }

  /** Hands over what was added. */
  void upload() {
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    nglBufferData(GL_ARRAY_BUFFER, (long) floats.position() * Float.BYTES, address, GL_STREAM_DRAW);
  }

  /** Lets the bound vertex array read from an instance on. */
  void attach(int first) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    long at = (long) first * FLOATS * Float.BYTES;
    for (int location = GpuMesh.PLACE; location <= GpuMesh.TINT; location++) {
      glVertexAttribPointer(location, 4, GL_FLOAT, false, FLOATS * Float.BYTES, at);
      at += 4 * Float.BYTES;
    }
  }

  @Override
  public void close() {
    MemoryUtil.memFree(floats);
    glDeleteBuffers(buffer);
  }
}
