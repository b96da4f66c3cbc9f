package ringmaster.shared.physics;

/** Where a moving point first meets a resting box. */
public final class BoxCast {
  /** The fraction of a miss: beyond any way. */
  public static final float MISS = Float.POSITIVE_INFINITY;

  private BoxCast() {}

  /**
   * Share of the way (wayX, wayY) after which a point enters a box about the origin: the box is the
   * overlap of two slabs, and the point is in it while it is in both.
   *
   * @param x start of the way as the box sees it: from its centre, along its sides, metres
   * @param y likewise
   * @return 0 when it starts inside, 0..1 for a hit on the way, else {@link #MISS}
   */
  public static float fraction(
      float x, float y, float wayX, float wayY, float halfWidthMeters, float halfHeightMeters) {
    float enter = Math.max(entering(x, wayX, halfWidthMeters), entering(y, wayY, halfHeightMeters));
    float leave = Math.min(leaving(x, wayX, halfWidthMeters), leaving(y, wayY, halfHeightMeters));
    return enter <= leave && enter <= 1 && leave >= 0 ? Math.max(enter, 0) : MISS;
  }

  private static float entering(float at, float way, float half) {
    if (way == 0) {
      return Math.abs(at) <= half ? Float.NEGATIVE_INFINITY : MISS;
    }
    return ((way > 0 ? -half : half) - at) / way;
  }

  private static float leaving(float at, float way, float half) {
    return way == 0 ? MISS : ((way > 0 ? half : -half) - at) / way;
  }
}
