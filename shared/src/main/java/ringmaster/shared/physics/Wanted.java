package ringmaster.shared.physics;

/** Which shapes a query is about: those of some categories, sensors and one body left out. */
final class Wanted {
  private final Bodies bodies;
  private int mask;
  private int exceptSlot;

  Wanted(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Chooses; {@link Bodies#NONE} or a body that is no more leaves out nothing. */
  void select(int newMask, long except) {
    mask = newMask;
    exceptSlot = bodies.exists(except) ? (int) except : Bodies.NO_SLOT;
  }

  boolean accepts(int shape) {
    int part = bodies.shapePart[shape];
    return (bodies.parts.category[part] & mask) != 0
        && !bodies.parts.sensor[part]
        && bodies.shapeBody[shape] != exceptSlot;
  }
}
