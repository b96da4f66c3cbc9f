package ringmaster.shared.physics;

/**
 * Soft contact constraints, solved in substeps: Catto, "Solver2D" (2024), soft step.
 *
 * <p>A constraint's row holds all that the substeps need besides the motion of its two bodies, in
 * the order of solving:
 *
 * <pre>
 *  0, 1   normal in the world, from A to B
 *  2      friction
 *  3      restitution
 *  4, 5   inverse mass of A, inverse inertia of A; 0 for a body that gives no way
 *  6, 7   the same of B
 *  8..10  softness: bias rate, mass scale, impulse scale
 * 11      unused
 * 12..22  point 0: anchor x, y from A's centre in the world; x, y from B's centre;
 *         separation less that of the anchors; effective mass along the normal, along the tangent;
 *         impulse along the normal, along the tangent; greatest impulse along the normal;
 *         velocity along the normal before the step
 * 23      unused
 * 24..34  point 1
 * </pre>
 */
final class ContactSolver {
  static final int ROW = 36;

  private static final int POINT_0 = 12;
  private static final int POINT_1 = 24;
  private static final int NORMAL_MASS = 5;
  private static final int TANGENT_MASS = 6;
  private static final int NORMAL_IMPULSE = 7;
  private static final int TANGENT_IMPULSE = 8;
  private static final int GREATEST_IMPULSE = 9;
  private static final int SPEED_BEFORE = 10;

  /** Overlap is undone no faster than this, however deep it is. */
  private static final float PUSH_METERS_PER_SECOND = 3;

  /** Slower impacts do not bounce. */
  private static final float BOUNCE_METERS_PER_SECOND = 1;

  /** Softer, tall stacks would sink and buckle; stiffer, great heaps would never come to rest. */
  private static final float HERTZ = 30;

  /** The most that substeps can follow. */
  private static final float HERTZ_OF_SUBSTEPS = 0.25f;

  private static final float DAMPING_RATIO = 10;

  private final Bodies bodies;
  private final Contacts contacts;
  private final Softness soft;

  /** Against walls: twice as stiff, since they never give way. */
  private final Softness softStatic;

  private final float inverseSubstep;

  float[] rows = {};
  private int[] slotA = {};
  private int[] slotB = {};
  private int[] contactOf = {};
  private byte[] points = {};

  /** The row of each contact that has one. */
  private int[] rowOf = {};

  ContactSolver(Bodies bodies, Contacts contacts, float substepSeconds) {
    this.bodies = bodies;
    this.contacts = contacts;
    inverseSubstep = 1 / substepSeconds;
    float hertz = Math.min(HERTZ, HERTZ_OF_SUBSTEPS * inverseSubstep);
    soft = Softness.of(hertz, DAMPING_RATIO, substepSeconds);
    softStatic = Softness.of(2 * hertz, DAMPING_RATIO, substepSeconds);
  }

  void reserve(int count) {
    if (rowOf.length < contacts.count) {
      rowOf = new int[contacts.shapeA.length];
    }
    if (contactOf.length < count) {
      int capacity = Math.max(count, 2 * contactOf.length);
      rows = new float[capacity * ROW];
      slotA = new int[capacity];
      slotB = new int[capacity];
      contactOf = new int[capacity];
      points = new byte[capacity];
    }
  }

  /** Makes the rows of contacts in the order of solving. */
  void prepare(int[] order, int from, int to) {
    for (int row = from; row < to; row++) {
      prepare(row, order[row]);
    }
  }

  private void prepare(int row, int contact) {
    int a = contacts.bodyA[contact];
    int b = contacts.bodyB[contact];
    slotA[row] = a;
    slotB[row] = b;
    contactOf[row] = contact;
    rowOf[contact] = row;
    int count = contacts.flags[contact] & Contacts.POINTS;
    points[row] = (byte) count;
    float[] pose = bodies.pose;
    float[] data = contacts.data;
    float[] r = rows;
    int at = row * ROW;
    int source = contact * Contacts.STRIDE;
    float cosA = pose[a * Bodies.POSE + 2];
    float sinA = pose[a * Bodies.POSE + 3];
    float normalX = cosA * data[source] - sinA * data[source + 1];
    float normalY = sinA * data[source] + cosA * data[source + 1];
    r[at] = normalX;
    r[at + 1] = normalY;
    int partA = bodies.shapePart[contacts.shapeA[contact]];
    int partB = bodies.shapePart[contacts.shapeB[contact]];
    PartTable parts = bodies.parts;
    r[at + 2] = (float) Math.sqrt(parts.friction[partA] * parts.friction[partB]);
    r[at + 3] = Math.max(parts.restitution[partA], parts.restitution[partB]);
    float massA = bodies.inverseMass[a];
    float massB = bodies.inverseMass[b];
    r[at + 4] = massA;
    r[at + 5] = bodies.inverseInertia[a];
    r[at + 6] = massB;
    r[at + 7] = bodies.inverseInertia[b];
    Softness softness = massA == 0 || massB == 0 ? softStatic : soft;
    r[at + 8] = softness.biasRate();
    r[at + 9] = softness.massScale();
    r[at + 10] = softness.impulseScale();
    preparePoint(at, POINT_0, source, 0, a, b);
    if (count > 1) {
      preparePoint(at, POINT_1, source, 1, a, b);
    }
  }

  private void preparePoint(int at, int offset, int contact, int point, int a, int b) {
    float[] pose = bodies.pose;
    float[] motion = bodies.motion;
    float[] data = contacts.data;
    float[] r = rows;
    int from = contact + Contacts.POINT + point * Contacts.POINT_STRIDE;
    int poseA = a * Bodies.POSE;
    int poseB = b * Bodies.POSE;
    float normalX = r[at];
    float normalY = r[at + 1];
    float ax = pose[poseA + 2] * data[from] - pose[poseA + 3] * data[from + 1];
    float ay = pose[poseA + 3] * data[from] + pose[poseA + 2] * data[from + 1];
    float bx = pose[poseB + 2] * data[from + 2] - pose[poseB + 3] * data[from + 3];
    float by = pose[poseB + 3] * data[from + 2] + pose[poseB + 2] * data[from + 3];
    int p = at + offset;
    r[p] = ax;
    r[p + 1] = ay;
    r[p + 2] = bx;
    r[p + 3] = by;
    // Centres' distance as it is now plus the anchors' as they are now, along the normal: 0 when
    // the anchors coincide. What the substeps add is measured from there.
    float gapX = pose[poseB] - pose[poseA] + bx - ax;
    float gapY = pose[poseB + 1] - pose[poseA + 1] + by - ay;
    float separation = data[from + 4] + gapX * normalX + gapY * normalY;
    r[p + 4] = separation - (bx - ax) * normalX - (by - ay) * normalY;
    float normalA = ax * normalY - ay * normalX;
    float normalB = bx * normalY - by * normalX;
    float masses = r[at + 4] + r[at + 6];
    float k = masses + r[at + 5] * normalA * normalA + r[at + 7] * normalB * normalB;
    r[p + NORMAL_MASS] = k > 0 ? 1 / k : 0;
    // The tangent is the normal turned right: (normalY, -normalX).
    float tangentA = -ax * normalX - ay * normalY;
    float tangentB = -bx * normalX - by * normalY;
    k = masses + r[at + 5] * tangentA * tangentA + r[at + 7] * tangentB * tangentB;
    r[p + TANGENT_MASS] = k > 0 ? 1 / k : 0;
    int impulse = contact + Contacts.IMPULSE + 2 * point;
    r[p + NORMAL_IMPULSE] = data[impulse];
    r[p + TANGENT_IMPULSE] = data[impulse + 1];
    r[p + GREATEST_IMPULSE] = 0;
    int ma = a * Bodies.MOTION;
    int mb = b * Bodies.MOTION;
    float vx = motion[mb] - motion[mb + 2] * by - motion[ma] + motion[ma + 2] * ay;
    float vy = motion[mb + 1] + motion[mb + 2] * bx - motion[ma + 1] - motion[ma + 2] * ax;
    r[p + SPEED_BEFORE] = vx * normalX + vy * normalY;
  }

  /** Applies the impulses of the substep before, so that little is left to solve. */
  void warmStart(int from, int to) {
    float[] r = rows;
    float[] motion = bodies.motion;
    for (int row = from; row < to; row++) {
      int at = row * ROW;
      int ma = slotA[row] * Bodies.MOTION;
      int mb = slotB[row] * Bodies.MOTION;
      float normalX = r[at];
      float normalY = r[at + 1];
      float normal = r[at + POINT_0 + NORMAL_IMPULSE];
      float tangent = r[at + POINT_0 + TANGENT_IMPULSE];
      float px = normal * normalX + tangent * normalY;
      float py = normal * normalY - tangent * normalX;
      float sumX = px;
      float sumY = py;
      float turnA = r[at + POINT_0] * py - r[at + POINT_0 + 1] * px;
      float turnB = r[at + POINT_0 + 2] * py - r[at + POINT_0 + 3] * px;
      if (points[row] > 1) {
        normal = r[at + POINT_1 + NORMAL_IMPULSE];
        tangent = r[at + POINT_1 + TANGENT_IMPULSE];
        px = normal * normalX + tangent * normalY;
        py = normal * normalY - tangent * normalX;
        sumX += px;
        sumY += py;
        turnA += r[at + POINT_1] * py - r[at + POINT_1 + 1] * px;
        turnB += r[at + POINT_1 + 2] * py - r[at + POINT_1 + 3] * px;
      }
      float massA = r[at + 4];
      float massB = r[at + 6];
      if (massA != 0) {
        motion[ma] -= massA * sumX;
        motion[ma + 1] -= massA * sumY;
        motion[ma + 2] -= r[at + 5] * turnA;
      }
      if (massB != 0) {
        motion[mb] += massB * sumX;
        motion[mb + 1] += massB * sumY;
        motion[mb + 2] += r[at + 7] * turnB;
      }
    }
  }

  /**
   * One pass of Gauss and Seidel.
   *
   * @param bias whether overlap is pushed apart, or only velocities are made to agree
   */
  void solve(int from, int to, boolean bias) {
    float[] r = rows;
    float[] motion = bodies.motion;
    for (int row = from; row < to; row++) {
      int at = row * ROW;
      int ma = slotA[row] * Bodies.MOTION;
      int mb = slotB[row] * Bodies.MOTION;
      solve(r, at, motion, ma, mb, points[row] > 1, bias, inverseSubstep);
    }
  }

  private static void solve(
      float[] r,
      int at,
      float[] motion,
      int ma,
      int mb,
      boolean two,
      boolean bias,
      float inverseSubstep) {
    float normalX = r[at];
    float normalY = r[at + 1];
    float massA = r[at + 4];
    float inertiaA = r[at + 5];
    float massB = r[at + 6];
    float inertiaB = r[at + 7];
    float vax = motion[ma];
    float vay = motion[ma + 1];
    float wa = motion[ma + 2];
    float vbx = motion[mb];
    float vby = motion[mb + 1];
    float wb = motion[mb + 2];
    float dx = motion[mb + 4] - motion[ma + 4];
    float dy = motion[mb + 5] - motion[ma + 5];
    float cosA = motion[ma + 6];
    float sinA = motion[ma + 7];
    float cosB = motion[mb + 6];
    float sinB = motion[mb + 7];

    float separated = dx * normalX + dy * normalY;
    float biasRate = bias ? r[at + 8] : 0;
    float massScale = bias ? r[at + 9] : 1;
    float impulseScale = bias ? r[at + 10] : 0;

    // What is solved last has the last word: the points take turns, lest boxes lean to one side.
    boolean swap = two && !bias;
    int p = at + (swap ? POINT_1 : POINT_0);
    int q = at + (swap ? POINT_0 : POINT_1);
    float ax = r[p];
    float ay = r[p + 1];
    float bx = r[p + 2];
    float by = r[p + 3];
    float gapX = cosB * bx - sinB * by - cosA * ax + sinA * ay;
    float gapY = sinB * bx + cosB * by - sinA * ax - cosA * ay;
    float s = separated + gapX * normalX + gapY * normalY + r[p + 4];
    float speed =
        (vbx - wb * by - vax + wa * ay) * normalX + (vby + wb * bx - vay - wa * ax) * normalY;
    float old = r[p + NORMAL_IMPULSE];
    float push =
        s > 0
            ? -r[p + NORMAL_MASS] * (speed + s * inverseSubstep)
            : -r[p + NORMAL_MASS]
                    * massScale
                    * (speed + Math.max(biasRate * s, -PUSH_METERS_PER_SECOND))
                - impulseScale * old;
    float total = Math.max(old + push, 0);
    push = total - old;
    r[p + NORMAL_IMPULSE] = total;
    r[p + GREATEST_IMPULSE] = Math.max(r[p + GREATEST_IMPULSE], total);
    float px = push * normalX;
    float py = push * normalY;
    vax -= massA * px;
    vay -= massA * py;
    wa -= inertiaA * (ax * py - ay * px);
    vbx += massB * px;
    vby += massB * py;
    wb += inertiaB * (bx * py - by * px);

    float ax1 = 0;
    float ay1 = 0;
    float bx1 = 0;
    float by1 = 0;
    if (two) {
      ax1 = r[q];
      ay1 = r[q + 1];
      bx1 = r[q + 2];
      by1 = r[q + 3];
      gapX = cosB * bx1 - sinB * by1 - cosA * ax1 + sinA * ay1;
      gapY = sinB * bx1 + cosB * by1 - sinA * ax1 - cosA * ay1;
      s = separated + gapX * normalX + gapY * normalY + r[q + 4];
      speed =
          (vbx - wb * by1 - vax + wa * ay1) * normalX
              + (vby + wb * bx1 - vay - wa * ax1) * normalY;
      old = r[q + NORMAL_IMPULSE];
      push =
          s > 0
              ? -r[q + NORMAL_MASS] * (speed + s * inverseSubstep)
              : -r[q + NORMAL_MASS]
                      * massScale
                      * (speed + Math.max(biasRate * s, -PUSH_METERS_PER_SECOND))
                  - impulseScale * old;
      float total1 = Math.max(old + push, 0);
      push = total1 - old;
      r[q + NORMAL_IMPULSE] = total1;
      r[q + GREATEST_IMPULSE] = Math.max(r[q + GREATEST_IMPULSE], total1);
      px = push * normalX;
      py = push * normalY;
      vax -= massA * px;
      vay -= massA * py;
      wa -= inertiaA * (ax1 * py - ay1 * px);
      vbx += massB * px;
      vby += massB * py;
      wb += inertiaB * (bx1 * py - by1 * px);
    }

    float friction = r[at + 2];
    float along =
        (vbx - wb * by - vax + wa * ay) * normalY - (vby + wb * bx - vay - wa * ax) * normalX;
    old = r[p + TANGENT_IMPULSE];
    float limit = friction * total;
    float drag = Math.max(-limit, Math.min(old - r[p + TANGENT_MASS] * along, limit));
    r[p + TANGENT_IMPULSE] = drag;
    drag -= old;
    px = drag * normalY;
    py = -drag * normalX;
    vax -= massA * px;
    vay -= massA * py;
    wa -= inertiaA * (ax * py - ay * px);
    vbx += massB * px;
    vby += massB * py;
    wb += inertiaB * (bx * py - by * px);

    if (two) {
      along =
          (vbx - wb * by1 - vax + wa * ay1) * normalY
              - (vby + wb * bx1 - vay - wa * ax1) * normalX;
      old = r[q + TANGENT_IMPULSE];
      limit = friction * r[q + NORMAL_IMPULSE];
      drag = Math.max(-limit, Math.min(old - r[q + TANGENT_MASS] * along, limit));
      r[q + TANGENT_IMPULSE] = drag;
      drag -= old;
      px = drag * normalY;
      py = -drag * normalX;
      vax -= massA * px;
      vay -= massA * py;
      wa -= inertiaA * (ax1 * py - ay1 * px);
      vbx += massB * px;
      vby += massB * py;
      wb += inertiaB * (bx1 * py - by1 * px);
    }
    // The row of a body that gives no way is never written: other threads may be reading it.
    if (massA != 0) {
      motion[ma] = vax;
      motion[ma + 1] = vay;
      motion[ma + 2] = wa;
    }
    if (massB != 0) {
      motion[mb] = vbx;
      motion[mb + 1] = vby;
      motion[mb + 2] = wb;
    }
  }

  /** Makes bodies that came fast enough leave again, after the last substep. */
  void bounce(int from, int to) {
    for (int row = from; row < to; row++) {
      int at = row * ROW;
      if (rows[at + 3] > 0) {
        bouncePoint(row, at, at + POINT_0);
        if (points[row] > 1) {
          bouncePoint(row, at, at + POINT_1);
        }
      }
    }
  }

  private void bouncePoint(int row, int at, int p) {
    float[] r = rows;
    if (r[p + SPEED_BEFORE] > -BOUNCE_METERS_PER_SECOND || r[p + GREATEST_IMPULSE] == 0) {
      return;
    }
    float[] motion = bodies.motion;
    int ma = slotA[row] * Bodies.MOTION;
    int mb = slotB[row] * Bodies.MOTION;
    float normalX = r[at];
    float normalY = r[at + 1];
    float vx = motion[mb] - motion[mb + 2] * r[p + 3] - motion[ma] + motion[ma + 2] * r[p + 1];
    float vy =
        motion[mb + 1] + motion[mb + 2] * r[p + 2] - motion[ma + 1] - motion[ma + 2] * r[p];
    float speed = vx * normalX + vy * normalY;
    float old = r[p + NORMAL_IMPULSE];
    float push = -r[p + NORMAL_MASS] * (speed + r[at + 3] * r[p + SPEED_BEFORE]);
    float total = Math.max(old + push, 0);
    push = total - old;
    r[p + NORMAL_IMPULSE] = total;
    r[p + GREATEST_IMPULSE] = Math.max(r[p + GREATEST_IMPULSE], total);
    float px = push * normalX;
    float py = push * normalY;
    if (r[at + 4] != 0) {
      motion[ma] -= r[at + 4] * px;
      motion[ma + 1] -= r[at + 4] * py;
      motion[ma + 2] -= r[at + 5] * (r[p] * py - r[p + 1] * px);
    }
    if (r[at + 6] != 0) {
      motion[mb] += r[at + 6] * px;
      motion[mb + 1] += r[at + 6] * py;
      motion[mb + 2] += r[at + 7] * (r[p + 2] * py - r[p + 3] * px);
    }
  }

  /** Keeps the impulses for the next step. */
  void store(int from, int to) {
    for (int row = from; row < to; row++) {
      int at = row * ROW;
      int to0 = contactOf[row] * Contacts.STRIDE + Contacts.IMPULSE;
      float[] data = contacts.data;
      data[to0] = rows[at + POINT_0 + NORMAL_IMPULSE];
      data[to0 + 1] = rows[at + POINT_0 + TANGENT_IMPULSE];
      if (points[row] > 1) {
        data[to0 + 2] = rows[at + POINT_1 + NORMAL_IMPULSE];
        data[to0 + 3] = rows[at + POINT_1 + TANGENT_IMPULSE];
      }
      contacts.mark(contactOf[row], Contacts.HIT, blow(row) < 0);
    }
  }

  /** How fast its harder point came together, m/s, negative; 0 if it was no blow. */
  private float blow(int row) {
    int p = row * ROW + POINT_0;
    float speed = rows[p + GREATEST_IMPULSE] > 0 ? rows[p + SPEED_BEFORE] : 0;
    int q = row * ROW + POINT_1;
    if (points[row] > 1 && rows[q + GREATEST_IMPULSE] > 0) {
      speed = Math.min(speed, rows[q + SPEED_BEFORE]);
    }
    return speed <= -BOUNCE_METERS_PER_SECOND ? speed : 0;
  }

  /** Reports a contact that is marked as {@link Contacts#HIT}. */
  void reportHit(int contact, Hits hits) {
    int row = rowOf[contact];
    int at = row * ROW;
    int pose = slotA[row] * Bodies.POSE;
    float x = bodies.pose[pose] + rows[at + POINT_0];
    float y = bodies.pose[pose + 1] + rows[at + POINT_0 + 1];
    hits.add(contacts, contact, x, y, rows[at], rows[at + 1], -blow(row));
  }
}
