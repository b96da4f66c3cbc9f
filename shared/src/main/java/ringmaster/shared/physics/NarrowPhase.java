package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Finds out what touches, and where.
 *
 * <p>While two bodies hardly move against each other their contact keeps its points: anchors in
 * both bodies, whose distance tells the separation. Points computed anew would jump between the
 * corners of boxes at rest; kept, they make stacks stand, and cost less.
 */
final class NarrowPhase implements Workers.Stage {
  static final int BLOCK = 64;

  /** How far B may move in A's frame before the points are computed anew. */
  private static final float KEEP_METERS = Limits.SLOP_METERS;

  private final Bodies bodies;
  private final Shapes shapes;
  private final Contacts contacts;
  private Manifold[] manifolds = {};

  private int[] list = {};
  private int listCount;

  NarrowPhase(Bodies bodies, Contacts contacts) {
    this.bodies = bodies;
    shapes = bodies.shapes;
    this.contacts = contacts;
    reserveLanes(1);
  }

  void reserveLanes(int lanes) {
    int known = manifolds.length;
    if (lanes > known) {
      manifolds = Arrays.copyOf(manifolds, lanes);
      for (int lane = known; lane < lanes; lane++) {
        manifolds[lane] = new Manifold();
      }
    }
  }

  /** Updates the contacts of a list. */
  void update(Crew crew, int[] newList, int count) {
    list = newList;
    listCount = count;
    crew.run(this, count, BLOCK);
  }

  @Override
  public void block(int block, int lane) {
    int end = Math.min((block + 1) * BLOCK, listCount);
    Manifold manifold = manifolds[lane];
    for (int i = block * BLOCK; i < end; i++) {
      update(list[i], manifold);
    }
  }

  private void update(int contact, Manifold manifold) {
    int shapeA = contacts.shapeA[contact];
    int shapeB = contacts.shapeB[contact];
    if ((shapes.moved[shapeA] || shapes.moved[shapeB]) && !boxesOverlap(shapeA, shapeB)) {
      contacts.flags[contact] = (byte) (contacts.flags[contact] & ~Contacts.POINTS | Contacts.GONE);
      return;
    }
    float[] pose = bodies.pose;
    int atA = contacts.bodyA[contact] * Bodies.POSE;
    int atB = contacts.bodyB[contact] * Bodies.POSE;
    float cosA = pose[atA + 2];
    float sinA = pose[atA + 3];
    float cosB = pose[atB + 2];
    float sinB = pose[atB + 3];
    float dx = pose[atB] - pose[atA];
    float dy = pose[atB + 1] - pose[atA + 1];
    float x = cosA * dx + sinA * dy;
    float y = cosA * dy - sinA * dx;
    float cos = cosA * cosB + sinA * sinB;
    float sin = cosA * sinB - sinA * cosB;
    int partA = shapes.part[shapeA];
    int partB = shapes.part[shapeB];
    if (!keeps(contact, partA, partB, x, y, cos, sin)) {
      Collide.collide(bodies.parts, partA, partB, x, y, cos, sin, manifold);
      write(contact, manifold, x, y, cos, sin);
    }
  }

  private boolean boxesOverlap(int shapeA, int shapeB) {
    float[] box = shapes.box;
    int a = shapeA * Shapes.BOX;
    int b = shapeB * Shapes.BOX;
    return box[a] <= box[b + 2]
        && box[b] <= box[a + 2]
        && box[a + 1] <= box[b + 3]
        && box[b + 1] <= box[a + 3];
  }

  /**
   * Whether B is where it was in A's frame, nearly, its furthest point too. A circle has no corners
   * to jump between; without memory, it moves among walls as a copy of it does that has just been
   * made from its pose.
   */
  private boolean keeps(int contact, int partA, int partB, float x, float y, float cos, float sin) {
    byte[] type = bodies.parts.type;
    if (type[partA] == PartTable.CIRCLE || type[partB] == PartTable.CIRCLE) {
      return false;
    }
    float[] data = contacts.data;
    int at = contact * Contacts.STRIDE + Contacts.CACHED_POSE;
    float dx = x - data[at];
    float dy = y - data[at + 1];
    float turn = sin * data[at + 2] - cos * data[at + 3];
    float alike = cos * data[at + 2] + sin * data[at + 3];
    float sweep = turn * bodies.parts.geometry[partB * PartTable.STRIDE + PartTable.REACH];
    return alike > 0 && dx * dx + dy * dy + sweep * sweep < KEEP_METERS * KEEP_METERS;
  }

  private void write(int contact, Manifold m, float x, float y, float cos, float sin) {
    float[] data = contacts.data;
    int at = contact * Contacts.STRIDE;
    int count = m.count;
    float normal0 = 0;
    float tangent0 = 0;
    float normal1 = 0;
    float tangent1 = 0;
    int oldCount = contacts.flags[contact] & Contacts.POINTS;
    int[] ids = contacts.ids;
    for (int old = 0; old < oldCount; old++) {
      int id = ids[2 * contact + old];
      float normalImpulse = data[at + Contacts.IMPULSE + 2 * old];
      float tangentImpulse = data[at + Contacts.IMPULSE + 2 * old + 1];
      if (count > 0 && id == m.id0) {
        normal0 = normalImpulse;
        tangent0 = tangentImpulse;
      } else if (count > 1 && id == m.id1) {
        normal1 = normalImpulse;
        tangent1 = tangentImpulse;
      }
    }
    data[at] = count > 0 ? m.normalX : 0;
    data[at + 1] = count > 0 ? m.normalY : 0;
    boolean first = count > 0;
    boolean second = count > 1;
    writePoint(at + 2, first, m.x0, m.y0, m.separation0, x, y, cos, sin);
    writePoint(at + 7, second, m.x1, m.y1, m.separation1, x, y, cos, sin);
    data[at + Contacts.IMPULSE] = normal0;
    data[at + Contacts.IMPULSE + 1] = tangent0;
    data[at + Contacts.IMPULSE + 2] = normal1;
    data[at + Contacts.IMPULSE + 3] = tangent1;
    data[at + Contacts.CACHED_POSE] = x;
    data[at + Contacts.CACHED_POSE + 1] = y;
    data[at + Contacts.CACHED_POSE + 2] = cos;
    data[at + Contacts.CACHED_POSE + 3] = sin;
    ids[2 * contact] = first ? m.id0 : 0;
    ids[2 * contact + 1] = second ? m.id1 : 0;
    int touching = contacts.sensor(contact) && !overlaps(m) ? 0 : count;
    contacts.flags[contact] = (byte) (contacts.flags[contact] & ~Contacts.POINTS | touching);
  }

  private void writePoint(
      int at,
      boolean present,
      float pointX,
      float pointY,
      float separation,
      float x,
      float y,
      float cos,
      float sin) {
    float[] data = contacts.data;
    float fromBX = pointX - x;
    float fromBY = pointY - y;
    data[at] = present ? pointX : 0;
    data[at + 1] = present ? pointY : 0;
    data[at + 2] = present ? cos * fromBX + sin * fromBY : 0;
    data[at + 3] = present ? cos * fromBY - sin * fromBX : 0;
    data[at + 4] = present ? separation : 0;
  }

  /** What a sensor asks: solid contacts begin a little earlier. */
  private static boolean overlaps(Manifold m) {
    return (m.count > 0 && m.separation0 < 0) || (m.count > 1 && m.separation1 < 0);
  }
}
