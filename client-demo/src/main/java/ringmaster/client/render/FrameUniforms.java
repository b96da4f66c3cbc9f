package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.nio.FloatBuffer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.lwjgl.system.MemoryUtil;
import ringmaster.client.scene.Camera;

/** What all shaders know of a frame; as frame.glsl lays it out. */
final class FrameUniforms implements AutoCloseable {
  static final int BINDING = 0;

  private static final int WORLD_TO_SHADOW = 16;
  private static final int EYE = 32;
  private static final int SUN = 36;
  private static final int FLOATS = 40;

  private final int buffer = glGenBuffers();
  private final FloatBuffer floats = MemoryUtil.memCallocFloat(FLOATS);
  private final long address = MemoryUtil.memAddress0(floats);

  void upload(Camera camera, Matrix4f worldToShadow, Vector3f sun) {
    camera.viewProjection().get(0, floats);
    worldToShadow.get(WORLD_TO_SHADOW, floats);
    camera.eye().get(EYE, floats);
    sun.get(SUN, floats);
    glBindBuffer(GL_UNIFORM_BUFFER, buffer);
    nglBufferData(GL_UNIFORM_BUFFER, FLOATS * Float.BYTES, address, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, BINDING, buffer);
  }

  @Override
  public void close() {
    MemoryUtil.memFree(floats);
    glDeleteBuffers(buffer);
  }
}
