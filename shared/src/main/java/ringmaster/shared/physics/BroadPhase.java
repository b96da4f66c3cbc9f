package ringmaster.shared.physics;

/**
 * Finds shapes by their fat boxes ({@link Shapes#box}): those that move in a {@link HashGrid},
 * where a move costs nearly nothing, static ones in a {@link BoxTree}, since walls are long and
 * thin. Derived from the boxes, hence no state: what it finds is a set, and whoever needs an order
 * sorts.
 *
 * <p>Queries write nothing but what the caller hands in, so several threads may ask at once. Shapes
 * are added, moved and removed by one thread while nobody asks.
 */
final class BroadPhase {
  /** What a cast passes on its way. */
  interface CastVisitor {
    /**
     * Looks at a shape whose fat box the cast may meet.
     *
     * @return the share of the way, 0..1, beyond which nothing is wanted any more; negative to stop
     */
    float visit(int shape);
  }

  private final HashGrid moving;
  private final BoxTree still;

  BroadPhase(Bodies bodies) {
    moving = new HashGrid(bodies.shapes);
    still = new BoxTree(bodies.shapes);
  }

  /** Adds a shape with its fat box. */
  void insert(int shape, boolean isStill) {
    if (isStill) {
      still.insert(shape);
    } else {
      moving.insert(shape);
    }
  }

  /** A shape's fat box has changed. */
  void move(int shape) {
    if (still.holds(shape)) {
      still.move(shape);
    } else {
      moving.move(shape);
    }
  }

  void remove(int shape) {
    if (still.holds(shape)) {
      still.remove(shape);
    } else {
      moving.remove(shape);
    }
  }

  void clear() {
    moving.clear();
    still.clear();
  }

  /** Adds all shapes whose fat boxes overlap a box, in no order, each once. Reentrant. */
  void overlap(float minX, float minY, float maxX, float maxY, IntList found) {
    moving.overlap(minX, minY, maxX, maxY, found);
    still.overlap(minX, minY, maxX, maxY, found);
  }

  /** The same without static shapes. */
  void overlapMoving(float minX, float minY, float maxX, float maxY, IntList found) {
    moving.overlap(minX, minY, maxX, maxY, found);
  }

  /** The same with static shapes alone. */
  void overlapStill(float minX, float minY, float maxX, float maxY, IntList found) {
    still.overlap(minX, minY, maxX, maxY, found);
  }

  /**
   * Shows the visitor every shape whose fat box the sweep may meet up to its limit, in no order,
   * each once. The visitor's answers lower the limit. Reentrant; the sweep is the caller's own.
   */
  void cast(Sweep sweep, CastVisitor visitor) {
    moving.cast(sweep, visitor);
    still.cast(sweep, visitor);
  }
}
