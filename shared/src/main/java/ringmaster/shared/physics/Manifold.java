package ringmaster.shared.physics;

/**
 * Where two parts touch: up to two points and one normal, in the frame of body A. What a narrow
 * phase function writes; one for each lane, used again and again.
 */
final class Manifold {
  int count;

  /** Unit vector from A to B. */
  float normalX;

  float normalY;

  /** Midway between the surfaces, metres from A's centre in A's frame. */
  float x0;

  float y0;

  /** Metres along the normal; negative where they overlap. */
  float separation0;

  /** Names the two features that meet, so that an impulse finds its point again. */
  int id0;

  float x1;
  float y1;
  float separation1;
  int id1;

  /** Scratch: the side along which parts were found to be furthest apart. */
  int side;

  /** Scratch: the two sides that face each other. */
  final SidePair sides = new SidePair();

  /** The id of two features, each less than 256. */
  static int id(int featureA, int featureB) {
    return featureA << 8 | featureB;
  }

  /**
   * Sets one point, or none if the surfaces are too far apart.
   *
   * @param x of a point of B's core, in A's frame
   * @param apart how far along the normal that point is from A's core
   */
  void setPoint(
      float normalAtX,
      float normalAtY,
      float x,
      float y,
      float apart,
      float radiusA,
      float radiusB,
      int id) {
    float separation = apart - radiusA - radiusB;
    if (separation > Limits.SPECULATIVE_METERS) {
      return;
    }
    float toMiddle = 0.5f * (radiusA - radiusB - apart);
    count = 1;
    normalX = normalAtX;
    normalY = normalAtY;
    x0 = x + toMiddle * normalAtX;
    y0 = y + toMiddle * normalAtY;
    separation0 = separation;
    id0 = id;
  }

  /**
   * Turns a manifold of (B, A) in B's frame into one of (A, B) in A's.
   *
   * @param x of B's centre in A's frame
   * @param cos of B's facing in A's frame
   */
  void flip(float x, float y, float cos, float sin) {
    if (count == 0) {
      return;
    }
    float facingX = sin * normalY - cos * normalX;
    normalY = -sin * normalX - cos * normalY;
    normalX = facingX;
    float atX = x + cos * x0 - sin * y0;
    y0 = y + sin * x0 + cos * y0;
    x0 = atX;
    id0 = exchanged(id0);
    if (count == 2) {
      atX = x + cos * x1 - sin * y1;
      y1 = y + sin * x1 + cos * y1;
      x1 = atX;
      id1 = exchanged(id1);
    }
  }

  private static int exchanged(int id) {
    return id(id & 0xFF, id >>> 8);
  }
}
