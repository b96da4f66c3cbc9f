package ringmaster.shared.physics;

/** Where a moving point first meets a resting circle. */
public final class CircleCast {
  /** The fraction of a miss: beyond any way. */
  public static final float MISS = Float.POSITIVE_INFINITY;

  private CircleCast() {}

  /**
   * Share of the way (wayX, wayY) after which a point comes within the radius of the origin.
   *
   * @param x start of the way relative to the circle's centre, metres
   * @param y likewise
   * @return 0 when it starts inside, 0..1 for a hit on the way, else {@link #MISS}
   */
  public static float fraction(float x, float y, float wayX, float wayY, float radiusMeters) {
    float radiusSquared = radiusMeters * radiusMeters;
    if (x * x + y * y <= radiusSquared) {
      return 0;
    }
    float waySquared = wayX * wayX + wayY * wayY;
    float toward = -(x * wayX + y * wayY);
    if (!(toward > 0) || waySquared == 0) {
      return MISS;
    }
    // From the point of closest approach back to the rim: over 80 m the textbook discriminant
    // b² - ac would cancel away most of a float's digits.
    float closest = toward / waySquared;
    float missX = x + wayX * closest;
    float missY = y + wayY * closest;
    float insideSquared = radiusSquared - (missX * missX + missY * missY);
    if (insideSquared < 0) {
      return MISS;
    }
    float fraction = closest - (float) Math.sqrt(insideSquared / waySquared);
    return fraction <= 1 ? Math.max(fraction, 0) : MISS;
  }
}
