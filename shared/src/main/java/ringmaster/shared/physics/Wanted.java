package ringmaster.shared.physics;

/** Which shapes a query is about: those of some categories, sensors and one body left out. */
final class Wanted {
  private final Bodies bodies;
  private final Shapes shapes;
  private int mask;
  private int exceptSlot;

  Wanted(Bodies bodies) {
    this.bodies = bodies;
    shapes = bodies.shapes;
  }

  /** Chooses; {@link Bodies#NONE} or a body that is no more leaves out nothing. */
  void select(int newMask, long except) {
    mask = newMask;
    exceptSlot = bodies.exists(except) ? (int) except : Bodies.NO_SLOT;
  }

  boolean accepts(int shape) {
    int part = shapes.part[shape];
    return (bodies.parts.category[part] & mask) != 0
        && !bodies.parts.sensor[part]
        && shapes.body[shape] != exceptSlot;
  }
}
