package ringmaster.shared.physics;

/**
 * The islands of a world, to look at between two steps: bodies that forces move, joined by what
 * pushes between them. An island is named by its lowest slot.
 *
 * <p>Of those that sleep it tells what the engine remembers. Those that are awake it finds itself,
 * by the rule of {@link Islands}: a step does so only when somebody might fall asleep. So looking
 * costs the step nothing.
 */
public final class IslandReader {
  private final Bodies bodies;
  private final Contacts contacts;
  private final Joints joints;
  private final DisjointSets islands = new DisjointSets();
  private int end;
  private int count;

  IslandReader(Bodies bodies, Contacts contacts, Joints joints) {
    this.bodies = bodies;
    this.contacts = contacts;
    this.joints = joints;
  }

  /** Finds them as they are now. */
  public void read() {
    end = bodies.end;
    islands.reserve(end, bodies.phase.length);
    for (int body = 0; body < end; body++) {
      boolean sleeps = belongs(body) && !bodies.awake[body];
      islands.put(body, sleeps ? bodies.island[body] : body);
    }
    joinByContacts();
    joinByJoints();
    count = 0;
    for (int body = 0; body < end; body++) {
      count += belongs(body) && islands.isName(body) ? 1 : 0;
    }
  }

  private boolean belongs(int body) {
    return bodies.phase[body] == Bodies.ALIVE && bodies.inverseMass[body] != 0;
  }

  private void joinByContacts() {
    for (int contact = 0; contact < contacts.count; contact++) {
      if (contacts.touches(contact) && !contacts.sensor(contact)) {
        join(contacts.bodyA[contact], contacts.bodyB[contact]);
      }
    }
  }

  private void joinByJoints() {
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        join(joints.bodyA(joint), joints.bodyB(joint));
      }
    }
  }

  private void join(int a, int b) {
    if (belongs(a) && belongs(b) && bodies.awake[a] && bodies.awake[b]) {
      islands.unite(a, b);
    }
  }

  /** How many there were at the last {@link #read}. */
  public int count() {
    return count;
  }

  /**
   * The lowest slot of a body's island at the last {@link #read}; -1 for a body that no force moves
   * and for one that was made since.
   */
  public int island(long body) {
    int slot = bodies.slot(body);
    return slot < end && belongs(slot) ? islands.name(slot) : Bodies.NO_SLOT;
  }
}
