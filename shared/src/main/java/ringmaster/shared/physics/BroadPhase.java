package ringmaster.shared.physics;

/**
 * Finds shapes by their fat boxes ({@link Bodies#box}): small moving ones in a hashed grid, large
 * and static ones in a tree. Derived from the boxes, hence no state: what it finds is a set, and
 * whoever needs an order sorts.
 */
final class BroadPhase {
  /** What a cast passes on its way. */
  interface CastVisitor {
    /**
     * Looks at a shape whose fat box the cast may meet.
     *
     * @return the share of the way, 0..1, beyond which nothing is wanted any more
     */
    float visit(int shape);
  }

  private final Bodies bodies;

  BroadPhase(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Adds a shape with its fat box. */
  void insert(int shape, boolean still) {}

  /** A shape's fat box has changed. */
  void move(int shape) {}

  void remove(int shape) {}

  void clear() {}

  /** Adds all shapes whose fat boxes overlap a box, in no order, each once. Reentrant. */
  void overlap(float minX, float minY, float maxX, float maxY, IntList found) {}

  /** The same without static shapes. */
  void overlapMoving(float minX, float minY, float maxX, float maxY, IntList found) {}

  /**
   * Shows the visitor every shape whose fat box, grown by the half sizes, a point moving along
   * (wayX, wayY) may meet, in no order. Reentrant.
   */
  void cast(
      float x,
      float y,
      float wayX,
      float wayY,
      float halfWidth,
      float halfHeight,
      CastVisitor visitor) {}
}
