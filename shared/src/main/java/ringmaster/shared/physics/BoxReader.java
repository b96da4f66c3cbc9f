package ringmaster.shared.physics;

/**
 * The fat boxes in which a world seeks pairs, to look at between two steps: one for each part of a
 * body, by slot.
 */
public final class BoxReader {
  private final Bodies bodies;

  BoxReader(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Slots run from 0 to this. */
  public int slots() {
    return bodies.shapeEnd;
  }

  /** Whose box is in a slot, or {@link Bodies#NONE}. */
  public long body(int slot) {
    int body = bodies.shapeBody[slot];
    return body == Bodies.NO_SLOT ? Bodies.NONE : bodies.at(body);
  }

  /** Metres. */
  public float minX(int slot) {
    return bodies.box[slot * Bodies.BOX];
  }

  public float minY(int slot) {
    return bodies.box[slot * Bodies.BOX + 1];
  }

  public float maxX(int slot) {
    return bodies.box[slot * Bodies.BOX + 2];
  }

  public float maxY(int slot) {
    return bodies.box[slot * Bodies.BOX + 3];
  }
}
