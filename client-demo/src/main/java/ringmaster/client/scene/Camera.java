package ringmaster.client.scene;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector4f;

/** Where a frame is seen from. Right-handed, z up, metres. */
public final class Camera {
  private static final float FIELD_OF_VIEW_RADIANS = (float) Math.toRadians(60);
  private static final float NEAR_METERS = 0.5f;
  private static final float FAR_METERS = 600;

  private final Vector3f eye = new Vector3f();
  private final Vector3f target = new Vector3f();
  private final Matrix4f viewProjection = new Matrix4f();
  private final Vector4f clip = new Vector4f();
  private float aspect = 1;

  /** Looks from one point at another. */
  public void look(float eyeX, float eyeY, float eyeZ, float atX, float atY, float atZ) {
    eye.set(eyeX, eyeY, eyeZ);
    target.set(atX, atY, atZ);
    update();
  }

  /** Width by height of what is drawn. */
  public void setAspect(float widthByHeight) {
    aspect = widthByHeight;
    update();
  }

  private void update() {
    viewProjection
        .setPerspective(FIELD_OF_VIEW_RADIANS, aspect, NEAR_METERS, FAR_METERS)
        .lookAt(eye.x, eye.y, eye.z, target.x, target.y, target.z, 0, 0, 1);
  }

  public Vector3f eye() {
    return eye;
  }

  /** The point it looks at. */
  public Vector3f target() {
    return target;
  }

  /** From the world to clip space, for OpenGL. */
  public Matrix4f viewProjection() {
    return viewProjection;
  }

  /**
   * Where a point appears.
   *
   * @param out receives x and y, 0..1 from the left and the top, and z, the distance along the view
   *     in metres; outside 0..1 it is off the screen
   * @return false if it is behind the camera
   */
  public boolean project(float x, float y, float z, Vector3f out) {
    viewProjection.transform(clip.set(x, y, z, 1));
    if (clip.w <= NEAR_METERS) {
      return false;
    }
    out.set(0.5f + 0.5f * clip.x / clip.w, 0.5f - 0.5f * clip.y / clip.w, clip.w);
    return true;
  }
}
