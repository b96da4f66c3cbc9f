package ringmaster.shared.physics;

/** Contact manifolds of two parts. */
final class Collide {
  private Collide() {}

  /**
   * Finds where two parts touch or nearly do.
   *
   * @param x of body B's centre in body A's frame, metres
   * @param cos of B's facing in A's frame
   * @param out count 0 if they are further apart than {@link Limits#SPECULATIVE_METERS}
   */
  static void collide(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    out.count = 0;
  }
}
