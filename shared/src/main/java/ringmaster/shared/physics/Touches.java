package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Pairs of parts that began or ceased to touch in a step, in a fixed order: by the shapes' slots.
 */
public sealed class Touches permits Hits {
  private final Bodies bodies;
  private final Shapes shapes;
  private int count;
  private long[] bodyA = {};
  private long[] bodyB = {};
  private int[] partA = {};
  private int[] partB = {};

  Touches(Bodies bodies) {
    this.bodies = bodies;
    shapes = bodies.shapes;
    grow(bodies.phase.length);
  }

  void clear() {
    count = 0;
  }

  void add(Contacts contacts, int contact) {
    if (count == bodyA.length) {
      grow(2 * count);
      growMore(2 * count);
    }
    bodyA[count] = bodies.knownHandle(contacts.bodyA[contact]);
    bodyB[count] = bodies.knownHandle(contacts.bodyB[contact]);
    partA[count] = shapes.partOfKind(contacts.shapeA[contact]);
    partB[count] = shapes.partOfKind(contacts.shapeB[contact]);
    count++;
  }

  /** Of columns that a kind of touch has beside these. */
  void growMore(int capacity) {}

  private void grow(int capacity) {
    bodyA = Arrays.copyOf(bodyA, capacity);
    bodyB = Arrays.copyOf(bodyB, capacity);
    partA = Arrays.copyOf(partA, capacity);
    partB = Arrays.copyOf(partB, capacity);
  }

  public int count() {
    return count;
  }

  /** A body's handle; stale if the touch ended because the body was destroyed. */
  public long bodyA(int index) {
    return bodyA[index];
  }

  public long bodyB(int index) {
    return bodyB[index];
  }

  /** Index among the parts of the body's kind. */
  public int partA(int index) {
    return partA[index];
  }

  public int partB(int index) {
    return partB[index];
  }
}
