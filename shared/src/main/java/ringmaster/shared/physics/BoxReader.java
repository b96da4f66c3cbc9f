package ringmaster.shared.physics;

/**
 * The fat boxes in which a world seeks pairs, to look at between two steps: one for each part of a
 * body, by slot.
 */
public final class BoxReader {
  private final Bodies bodies;
  private final Shapes shapes;

  BoxReader(Bodies bodies) {
    this.bodies = bodies;
    shapes = bodies.shapes;
  }

  /** Slots run from 0 to this. */
  public int slots() {
    return shapes.end;
  }

  /** Whose box is in a slot, or {@link Bodies#NONE}. */
  public long body(int slot) {
    int body = shapes.body[slot];
    return body == Bodies.NO_SLOT ? Bodies.NONE : bodies.at(body);
  }

  /** Metres. */
  public float minX(int slot) {
    return shapes.box[slot * Shapes.BOX];
  }

  public float minY(int slot) {
    return shapes.box[slot * Shapes.BOX + 1];
  }

  public float maxX(int slot) {
    return shapes.box[slot * Shapes.BOX + 2];
  }

  public float maxY(int slot) {
    return shapes.box[slot * Shapes.BOX + 3];
  }
}
