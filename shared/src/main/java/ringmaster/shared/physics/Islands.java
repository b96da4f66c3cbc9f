package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Puts bodies to sleep that have rested for a while together with all that they touch, and wakes
 * them together.
 *
 * <p>Islands are found anew when somebody might sleep: bodies joined by what pushes between them, a
 * union by least slot, so that an island is named by its first body (Catto: "Simulation Islands",
 * 2023, keeps them instead). A sleeping body remembers the name; a body that is awake and has one
 * was woken since the last step, and its island with it.
 */
final class Islands {
  /** Rest must last this long. */
  static final float SLEEP_SECONDS = 0.5f;

  /** Rest is when no point of a body is faster. */
  private static final float REST_METERS_PER_SECOND = 0.05f;

  private final Bodies bodies;
  private final Contacts contacts;
  private final Joints joints;

  private final DisjointSets sets = new DisjointSets();
  private float[] leastRest = {};
  private boolean[] wakes = {};
  private int asleep;

  /** Somebody was woken whose island may still sleep. */
  private boolean marked;

  Islands(Bodies bodies, Contacts contacts, Joints joints) {
    this.bodies = bodies;
    this.contacts = contacts;
    this.joints = joints;
  }

  private void reserve() {
    int capacity = bodies.phase.length;
    sets.reserve(bodies.end, capacity);
    if (wakes.length < bodies.end) {
      leastRest = new float[capacity];
      wakes = new boolean[capacity];
    }
  }

  /** Whether any body sleeps. */
  boolean anyAsleep() {
    return asleep > 0;
  }

  /** Counts the sleeping anew, after a restore. */
  void recount() {
    asleep = 0;
    marked = true;
    for (int body = 0; body < bodies.end; body++) {
      if (sleeps(body)) {
        asleep++;
      }
    }
  }

  private boolean sleeps(int body) {
    return bodies.phase[body] == Bodies.ALIVE
        && bodies.island[body] != Bodies.NO_SLOT
        && !bodies.awake[body];
  }

  /** Remembers that a body awakes; the others of its island do so at the next {@link #wakeUp}. */
  void mark(int body) {
    if (!bodies.awake[body]) {
      bodies.awake[body] = true;
      marked = true;
      asleep--;
    }
    bodies.sleepSeconds[body] = 0;
  }

  /** Wakes the islands of marked bodies. Returns whether there were any. */
  boolean wakeUp() {
    if (!marked) {
      return false;
    }
    marked = false;
    reserve();
    boolean any = false;
    for (int body = 0; body < bodies.end; body++) {
      if (bodies.awake[body] && bodies.island[body] != Bodies.NO_SLOT) {
        wakes[bodies.island[body]] = true;
        any = true;
      }
    }
    if (any) {
      for (int body = 0; body < bodies.end; body++) {
        int island = bodies.island[body];
        if (island != Bodies.NO_SLOT && wakes[island]) {
          if (bodies.phase[body] == Bodies.ALIVE) {
            mark(body);
          }
          bodies.island[body] = Bodies.NO_SLOT;
        }
      }
      Arrays.fill(wakes, 0, bodies.end, false);
      flagContacts();
    }
    return any;
  }

  /** Says of every contact whether one of its bodies is awake. */
  void flagContacts() {
    for (int contact = 0; contact < contacts.count; contact++) {
      boolean awake =
          bodies.awake[contacts.bodyA[contact]] || bodies.awake[contacts.bodyB[contact]];
      contacts.mark(contact, Contacts.ASLEEP, !awake);
    }
  }

  /** How long the body has rested by now; what is driven rests when it stands, however slow. */
  void rest(int body, float stepSeconds) {
    float[] motion = bodies.motion;
    int at = body * Bodies.MOTION;
    int kind = bodies.kind[body];
    float speed =
        Math.abs(motion[at])
            + Math.abs(motion[at + 1])
            + Math.abs(motion[at + 2]) * bodies.kinds.reach[kind];
    boolean slow = bodies.inverseMass[body] == 0 ? speed == 0 : speed < REST_METERS_PER_SECOND;
    boolean rests = slow && bodies.kinds.sleeps[kind];
    bodies.sleepSeconds[body] =
        rests ? Math.min(bodies.sleepSeconds[body] + stepSeconds, SLEEP_SECONDS) : 0;
  }

  /**
   * Puts whole islands to sleep.
   *
   * @param moving the awake bodies
   * @param active the contacts of which a body is awake
   */
  void sleep(int[] moving, int movingCount, int[] active, int activeCount) {
    if (!anyTired(moving, movingCount)) {
      return;
    }
    reserve();
    for (int i = 0; i < movingCount; i++) {
      sets.put(moving[i], moving[i]);
    }
    joinByContacts(active, activeCount);
    joinByJoints();
    findLeastRest(moving, movingCount);
    boolean any = false;
    for (int i = 0; i < movingCount; i++) {
      int root = sets.name(moving[i]);
      if (leastRest[root] >= SLEEP_SECONDS) {
        putToSleep(moving[i], root);
        any = true;
      }
    }
    if (any) {
      flagContacts();
    }
  }

  private boolean anyTired(int[] moving, int movingCount) {
    for (int i = 0; i < movingCount; i++) {
      if (bodies.sleepSeconds[moving[i]] >= SLEEP_SECONDS) {
        return true;
      }
    }
    return false;
  }

  private void joinByContacts(int[] active, int activeCount) {
    for (int i = 0; i < activeCount; i++) {
      int contact = active[i];
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

  /** Bodies that give no way join nobody, but while they move nobody rests on them. */
  private void join(int a, int b) {
    boolean pushedA = bodies.inverseMass[a] != 0;
    boolean pushedB = bodies.inverseMass[b] != 0;
    if (pushedA && pushedB) {
      if (bodies.awake[a] && bodies.awake[b]) {
        sets.unite(a, b);
      }
    } else if (pushedA && moves(b)) {
      bodies.sleepSeconds[a] = 0;
    } else if (pushedB && moves(a)) {
      bodies.sleepSeconds[b] = 0;
    }
  }

  boolean moves(int body) {
    int at = body * Bodies.MOTION;
    return bodies.motion[at] != 0 || bodies.motion[at + 1] != 0 || bodies.motion[at + 2] != 0;
  }

  private void findLeastRest(int[] moving, int movingCount) {
    for (int i = 0; i < movingCount; i++) {
      leastRest[moving[i]] = SLEEP_SECONDS;
    }
    for (int i = 0; i < movingCount; i++) {
      int root = sets.name(moving[i]);
      leastRest[root] = Math.min(leastRest[root], bodies.sleepSeconds[moving[i]]);
    }
  }

  private void putToSleep(int body, int root) {
    bodies.awake[body] = false;
    bodies.island[body] = root;
    int at = body * Bodies.MOTION;
    bodies.motion[at] = 0;
    bodies.motion[at + 1] = 0;
    bodies.motion[at + 2] = 0;
    asleep++;
  }
}
