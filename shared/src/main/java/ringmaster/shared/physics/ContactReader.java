package ringmaster.shared.physics;

/**
 * The contacts of a world, to look at between two steps: pairs of parts that touch or may do so
 * soon, by index, in a fixed order.
 */
public final class ContactReader {
  private final Bodies bodies;
  private final Shapes shapes;
  private final Contacts contacts;

  ContactReader(Bodies bodies, Contacts contacts) {
    this.bodies = bodies;
    shapes = bodies.shapes;
    this.contacts = contacts;
  }

  public int count() {
    return contacts.count;
  }

  /** Whether the two touch, or are as near as the slop of the engine allows. */
  public boolean touches(int contact) {
    return contacts.touches(contact);
  }

  /** Whether one of them is a sensor, so that nothing pushes. */
  public boolean sensor(int contact) {
    return contacts.sensor(contact);
  }

  /** Stale if the body has been destroyed since the last step. */
  public long bodyA(int contact) {
    return bodies.knownHandle(contacts.bodyA[contact]);
  }

  public long bodyB(int contact) {
    return bodies.knownHandle(contacts.bodyB[contact]);
  }

  /** {@link Bodies#tag} of A. */
  public int tagA(int contact) {
    return bodies.tag[contacts.bodyA[contact]];
  }

  public int tagB(int contact) {
    return bodies.tag[contacts.bodyB[contact]];
  }

  /** Index among the parts of the body's kind. */
  public int partA(int contact) {
    return shapes.partOfKind(contacts.shapeA[contact]);
  }

  public int partB(int contact) {
    return shapes.partOfKind(contacts.shapeB[contact]);
  }

  /** 0 to 2. */
  public int points(int contact) {
    return contacts.flags[contact] & Contacts.POINTS;
  }

  /** Unit vector from A to B in the world. */
  public float normalX(int contact) {
    int pose = contacts.bodyA[contact] * Bodies.POSE;
    int at = contact * Contacts.STRIDE;
    return bodies.pose[pose + 2] * contacts.data[at]
        - bodies.pose[pose + 3] * contacts.data[at + 1];
  }

  public float normalY(int contact) {
    int pose = contacts.bodyA[contact] * Bodies.POSE;
    int at = contact * Contacts.STRIDE;
    return bodies.pose[pose + 3] * contacts.data[at]
        + bodies.pose[pose + 2] * contacts.data[at + 1];
  }

  /** Where a point is by A's lights, metres. */
  public float x(int contact, int point) {
    int pose = contacts.bodyA[contact] * Bodies.POSE;
    int at = anchor(contact, point);
    return bodies.pose[pose]
        + bodies.pose[pose + 2] * contacts.data[at]
        - bodies.pose[pose + 3] * contacts.data[at + 1];
  }

  public float y(int contact, int point) {
    int pose = contacts.bodyA[contact] * Bodies.POSE;
    int at = anchor(contact, point);
    return bodies.pose[pose + 1]
        + bodies.pose[pose + 3] * contacts.data[at]
        + bodies.pose[pose + 2] * contacts.data[at + 1];
  }

  private static int anchor(int contact, int point) {
    return contact * Contacts.STRIDE + Contacts.POINT + point * Contacts.POINT_STRIDE;
  }

  /** What the last substep pushed with, newton seconds. */
  public float normalImpulse(int contact, int point) {
    return contacts.data[contact * Contacts.STRIDE + Contacts.IMPULSE + 2 * point];
  }

  /** Friction's, to the right of the normal. */
  public float tangentImpulse(int contact, int point) {
    return contacts.data[contact * Contacts.STRIDE + Contacts.IMPULSE + 2 * point + 1];
  }
}
