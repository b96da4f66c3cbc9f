package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Gives every constraint a colour such that those of one colour share no moving body: they can be
 * solved side by side, and in any order with the same result.
 *
 * <p>Made anew in each step from joints and contacts in their order, first fit, so that it is no
 * state. Colours below {@link #FIRST_STATIC} are for two moving bodies, those from there on for one
 * moving body and one that gives no way; the latter are solved last, since walls have the last
 * word. What finds no colour overflows and is solved before all others, one by one.
 */
final class ContactGraph {
  /** As a colour: what found none. */
  static final int OVERFLOW = 0;

  /** Colours, the overflow among them; colour c is bit c - 1. */
  static final int COLORS = 65;

  static final int FIRST_STATIC = 41;

  private static final long MOVING_MASK = (1L << FIRST_STATIC - 1) - 1;

  private final Bodies bodies;
  private final Contacts contacts;
  private final Joints joints;

  /** Colours in use by a body's constraints. */
  private long[] used = {};

  // Contacts in the order of solving, and where the colours begin.
  int[] contactOrder = {};
  final int[] contactStart = new int[COLORS + 1];
  int contactCount;

  int[] jointOrder = {};
  final int[] jointStart = new int[COLORS + 1];
  int jointCount;

  /** The colours that have constraints, ascending; the overflow is not among them. */
  final int[] colors = new int[COLORS];

  int colorCount;

  private int[] items = {};
  private byte[] color = {};
  private final int[] next = new int[COLORS];

  ContactGraph(Bodies bodies, Contacts contacts, Joints joints) {
    this.bodies = bodies;
    this.contacts = contacts;
    this.joints = joints;
  }

  /**
   * Colours all awake joints and those of the listed contacts that push.
   *
   * @param active contacts with an awake body, ascending
   */
  void build(int[] active, int activeCount) {
    if (items.length < Math.max(activeCount, joints.end())) {
      items = new int[Math.max(contacts.capacity(), joints.end())];
      color = new byte[items.length];
    }
    if (used.length < bodies.end) {
      used = new long[bodies.phase.length];
    }
    Arrays.fill(used, 0, bodies.end, 0);
    buildJoints();
    contactCount = colorContacts(active, activeCount);
    if (contactOrder.length < contactCount) {
      contactOrder = new int[items.length];
    }
    scatter(contactCount, contactStart, contactOrder);
    listColors();
  }

  private void buildJoints() {
    int before = jointCount;
    jointCount = colorJoints();
    if (jointCount == 0 && before == 0) {
      return;
    }
    if (jointOrder.length < jointCount) {
      jointOrder = new int[Math.max(jointCount, 2 * jointOrder.length)];
    }
    scatter(jointCount, jointStart, jointOrder);
  }

  private void listColors() {
    colorCount = 0;
    for (int c = 1; c < COLORS; c++) {
      if (jointStart[c] < jointStart[c + 1] || contactStart[c] < contactStart[c + 1]) {
        colors[colorCount++] = c;
      }
    }
  }

  private int colorJoints() {
    int count = 0;
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        int a = joints.bodyA(joint);
        int b = joints.bodyB(joint);
        if (isPushed(a) || isPushed(b)) {
          items[count] = joint;
          color[count++] = (byte) take(a, b);
        }
      }
    }
    return count;
  }

  private int colorContacts(int[] active, int activeCount) {
    byte[] flags = contacts.flags;
    int count = 0;
    for (int i = 0; i < activeCount; i++) {
      int contact = active[i];
      int state = flags[contact];
      if ((state & Contacts.POINTS) != 0 && (state & Contacts.SENSOR) == 0) {
        int a = contacts.bodyA[contact];
        int b = contacts.bodyB[contact];
        if (isPushed(a) || isPushed(b)) {
          items[count] = contact;
          color[count++] = (byte) take(a, b);
        }
      }
    }
    return count;
  }

  /** Who sleeps is not solved, though what it lies on be awake and at rest. */
  private boolean isPushed(int body) {
    return bodies.awake[body] && bodies.inverseMass[body] != 0;
  }

  private int take(int a, int b) {
    boolean movesA = bodies.inverseMass[a] != 0;
    boolean movesB = bodies.inverseMass[b] != 0;
    if (movesA && movesB) {
      long free = ~(used[a] | used[b]) & MOVING_MASK;
      if (free == 0) {
        return OVERFLOW;
      }
      long bit = free & -free;
      used[a] |= bit;
      used[b] |= bit;
      return Long.numberOfTrailingZeros(bit) + 1;
    }
    int moving = movesA ? a : b;
    long free = ~(used[moving] | MOVING_MASK);
    if (free == 0) {
      return OVERFLOW;
    }
    long bit = free & -free;
    used[moving] |= bit;
    return Long.numberOfTrailingZeros(bit) + 1;
  }

  /** Sorts the items by colour, keeping their order within each. */
  private void scatter(int count, int[] start, int[] order) {
    Arrays.fill(start, 0);
    for (int i = 0; i < count; i++) {
      start[color[i] + 1]++;
    }
    for (int c = 0; c < COLORS; c++) {
      start[c + 1] += start[c];
      next[c] = start[c];
    }
    for (int i = 0; i < count; i++) {
      order[next[color[i]]++] = items[i];
    }
  }
}
