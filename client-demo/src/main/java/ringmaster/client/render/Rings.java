package ringmaster.client.render;

import org.joml.Vector3f;

/** Rings of corners, to loft solids through. */
final class Rings {
  private Rings() {}

  /**
   * A rectangle across the x axis with its corners cut: eight corners, of which two each fall
   * together if nothing is cut. Sides in order: bottom, its cut, y up, cut, top, cut, y down, cut.
   */
  static Vector3f[] section(
      float x, float middleY, float halfWidth, float bottom, float top, float cut) {
    float left = middleY - halfWidth;
    float right = middleY + halfWidth;
    return new Vector3f[] {
      new Vector3f(x, left + cut, bottom),
      new Vector3f(x, right - cut, bottom),
      new Vector3f(x, right, bottom + cut),
      new Vector3f(x, right, top - cut),
      new Vector3f(x, right - cut, top),
      new Vector3f(x, left + cut, top),
      new Vector3f(x, left, top - cut),
      new Vector3f(x, left, bottom + cut)
    };
  }

  /** A regular polygon across the x axis. */
  static Vector3f[] acrossX(int corners, float x, float middleY, float middleZ, float radius) {
    Vector3f[] ring = new Vector3f[corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      ring[i] =
          new Vector3f(
              x,
              middleY + radius * (float) Math.cos(angle),
              middleZ + radius * (float) Math.sin(angle));
    }
    return ring;
  }

  /** A regular polygon across the z axis. */
  static Vector3f[] acrossZ(int corners, float z, float middleX, float middleY, float radius) {
    Vector3f[] ring = new Vector3f[corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      ring[i] =
          new Vector3f(
              middleX + radius * (float) Math.cos(angle),
              middleY + radius * (float) Math.sin(angle),
              z);
    }
    return ring;
  }

  /** A square across the z axis. */
  static Vector3f[] square(float z, float halfSide) {
    return new Vector3f[] {
      new Vector3f(halfSide, -halfSide, z),
      new Vector3f(halfSide, halfSide, z),
      new Vector3f(-halfSide, halfSide, z),
      new Vector3f(-halfSide, -halfSide, z)
    };
  }
}
