package ringmaster.shared.physics;

/**
 * Soft contact constraints, solved in substeps: Catto, "Solver2D" (2024), soft step.
 *
 * <p>A constraint's row holds all that the substeps need besides the motion of its two bodies, in
 * the order of solving:
 *
 * <pre>
 *  0, 1   normal in the world, from A to B; the tangent is the normal turned right
 *  2      friction
 *  3      restitution
 *  4, 5   inverse mass of A, inverse inertia of A; 0 for a body that gives no way
 *  6, 7   the same of B
 *  8..10  softness: bias rate, mass scale, impulse scale
 * 11      what a unit of impulse along the normal of one point adds to the speed along that of the
 *         other
 * 12..22  point 0: lever of the normal about A's centre, about B's; height of the anchor along the
 *         normal over A's centre, over B's, which is the tangent's lever turned over; separation
 *         less that of the anchors; effective mass along the normal, along the tangent; impulse
 *         along the normal, along the tangent; greatest impulse along the normal; speed along the
 *         normal before the step
 * 23      as 11, along the tangents
 * 24..34  point 1
 * 35..38  what a unit along the normal of point 0, of point 1 adds to the speed along the tangent
 *         of point 0; then of point 1
 * 39      unused
 * </pre>
 *
 * <p>With 11, 23 and 35..38 the speeds of both points are computed at once from the velocities at
 * the start, and each impulse corrects those still to come: the same as going back to the bodies
 * each time, in a third of the dependent steps.
 */
final class ContactSolver {
  static final int ROW = 40;

  private static final int POINT_0 = 12;
  private static final int POINT_1 = 24;
  private static final int COUPLED_NORMALS = 11;
  private static final int COUPLED_TANGENTS = 23;
  private static final int COUPLED_ACROSS = 35;

  private static final int LEVER_A = 0;
  private static final int LEVER_B = 1;
  private static final int HEIGHT_A = 2;
  private static final int HEIGHT_B = 3;
  private static final int SEPARATION = 4;
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
  private final Shapes shapes;
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
    shapes = bodies.shapes;
    this.contacts = contacts;
    inverseSubstep = 1 / substepSeconds;
    float hertz = Math.min(HERTZ, HERTZ_OF_SUBSTEPS * inverseSubstep);
    soft = Softness.of(hertz, DAMPING_RATIO, substepSeconds);
    softStatic = Softness.of(2 * hertz, DAMPING_RATIO, substepSeconds);
  }

  /** Makes room for as many rows as there may be contacts. */
  void reserve() {
    int capacity = contacts.capacity();
    if (contactOf.length < capacity) {
      rows = new float[capacity * ROW];
      slotA = new int[capacity];
      slotB = new int[capacity];
      contactOf = new int[capacity];
      rowOf = new int[capacity];
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
    int partA = shapes.part[contacts.shapeA[contact]];
    int partB = shapes.part[contacts.shapeB[contact]];
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
    couple(at);
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
    float leverA = ax * normalY - ay * normalX;
    float leverB = bx * normalY - by * normalX;
    float heightA = ax * normalX + ay * normalY;
    float heightB = bx * normalX + by * normalY;
    int p = at + offset;
    r[p + LEVER_A] = leverA;
    r[p + LEVER_B] = leverB;
    r[p + HEIGHT_A] = heightA;
    r[p + HEIGHT_B] = heightB;
    // The anchors coincided when the separation was found; by as much as they have parted along the
    // normal it has grown. Substeps measure from the centres, so the anchors' heights are taken
    // off.
    float centersX = pose[poseB] - pose[poseA];
    float centersY = pose[poseB + 1] - pose[poseA + 1];
    r[p + SEPARATION] = data[from + 4] + centersX * normalX + centersY * normalY;
    float masses = r[at + 4] + r[at + 6];
    float k = masses + r[at + 5] * leverA * leverA + r[at + 7] * leverB * leverB;
    r[p + NORMAL_MASS] = k > 0 ? 1 / k : 0;
    k = masses + r[at + 5] * heightA * heightA + r[at + 7] * heightB * heightB;
    r[p + TANGENT_MASS] = k > 0 ? 1 / k : 0;
    int impulse = contact + Contacts.IMPULSE + 2 * point;
    r[p + NORMAL_IMPULSE] = data[impulse];
    r[p + TANGENT_IMPULSE] = data[impulse + 1];
    r[p + GREATEST_IMPULSE] = 0;
    int ma = a * Bodies.MOTION;
    int mb = b * Bodies.MOTION;
    r[p + SPEED_BEFORE] = normalSpeed(motion, ma, mb, normalX, normalY, leverA, leverB);
  }

  private static float normalSpeed(
      float[] motion, int ma, int mb, float normalX, float normalY, float leverA, float leverB) {
    return (motion[mb] - motion[ma]) * normalX
        + (motion[mb + 1] - motion[ma + 1]) * normalY
        + motion[mb + 2] * leverB
        - motion[ma + 2] * leverA;
  }

  private void couple(int at) {
    float[] r = rows;
    float masses = r[at + 4] + r[at + 6];
    r[at + COUPLED_NORMALS] = masses + crossed(at, POINT_0 + LEVER_A, POINT_1 + LEVER_A);
    r[at + COUPLED_TANGENTS] = masses + crossed(at, POINT_0 + HEIGHT_A, POINT_1 + HEIGHT_A);
    r[at + COUPLED_ACROSS] = -crossed(at, POINT_0 + LEVER_A, POINT_0 + HEIGHT_A);
    r[at + COUPLED_ACROSS + 1] = -crossed(at, POINT_1 + LEVER_A, POINT_0 + HEIGHT_A);
    r[at + COUPLED_ACROSS + 2] = -crossed(at, POINT_0 + LEVER_A, POINT_1 + HEIGHT_A);
    r[at + COUPLED_ACROSS + 3] = -crossed(at, POINT_1 + LEVER_A, POINT_1 + HEIGHT_A);
  }

  /** By how much turning both bodies with one lever moves them at another. */
  private float crossed(int at, int one, int other) {
    float[] r = rows;
    return r[at + 5] * r[at + one] * r[at + other]
        + r[at + 7] * r[at + one + 1] * r[at + other + 1];
  }

  /** Applies the impulses of the substep before, so that little is left to solve. */
  void warmStart(int from, int to) {
    float[] r = rows;
    for (int row = from; row < to; row++) {
      int at = row * ROW;
      float normal0 = r[at + POINT_0 + NORMAL_IMPULSE];
      float tangent0 = r[at + POINT_0 + TANGENT_IMPULSE];
      float normal1 = 0;
      float tangent1 = 0;
      if (points[row] > 1) {
        normal1 = r[at + POINT_1 + NORMAL_IMPULSE];
        tangent1 = r[at + POINT_1 + TANGENT_IMPULSE];
      }
      push(row, at, normal0, tangent0, normal1, tangent1);
    }
  }

  /**
   * Applies impulses at both points. The row of a body that gives no way is never written: other
   * threads may be reading it.
   */
  private void push(int row, int at, float normal0, float tangent0, float normal1, float tangent1) {
    float[] r = rows;
    float[] motion = bodies.motion;
    float normal = normal0 + normal1;
    float tangent = tangent0 + tangent1;
    float x = normal * r[at] + tangent * r[at + 1];
    float y = normal * r[at + 1] - tangent * r[at];
    float massA = r[at + 4];
    float massB = r[at + 6];
    if (massA != 0) {
      int ma = slotA[row] * Bodies.MOTION;
      float turn =
          normal0 * r[at + POINT_0 + LEVER_A]
              - tangent0 * r[at + POINT_0 + HEIGHT_A]
              + normal1 * r[at + POINT_1 + LEVER_A]
              - tangent1 * r[at + POINT_1 + HEIGHT_A];
      motion[ma] -= massA * x;
      motion[ma + 1] -= massA * y;
      motion[ma + 2] -= r[at + 5] * turn;
    }
    if (massB != 0) {
      int mb = slotB[row] * Bodies.MOTION;
      float turn =
          normal0 * r[at + POINT_0 + LEVER_B]
              - tangent0 * r[at + POINT_0 + HEIGHT_B]
              + normal1 * r[at + POINT_1 + LEVER_B]
              - tangent1 * r[at + POINT_1 + HEIGHT_B];
      motion[mb] += massB * x;
      motion[mb + 1] += massB * y;
      motion[mb + 2] += r[at + 7] * turn;
    }
  }

  /**
   * One pass of Gauss and Seidel.
   *
   * @param bias whether overlap is pushed apart, or only velocities are made to agree
   */
  void solve(int from, int to, boolean bias) {
    for (int row = from; row < to; row++) {
      if (points[row] > 1) {
        solveTwo(row, bias);
      } else {
        solveOne(row, bias);
      }
    }
  }

  private void solveOne(int row, boolean bias) {
    float[] r = rows;
    float[] motion = bodies.motion;
    int at = row * ROW;
    int ma = slotA[row] * Bodies.MOTION;
    int mb = slotB[row] * Bodies.MOTION;
    int p = at + POINT_0;
    float normalX = r[at];
    float normalY = r[at + 1];
    float vx = motion[mb] - motion[ma];
    float vy = motion[mb + 1] - motion[ma + 1];
    float along = vx * normalX + vy * normalY;
    float across = vx * normalY - vy * normalX;
    float dx = motion[mb + 4] - motion[ma + 4];
    float dy = motion[mb + 5] - motion[ma + 5];
    float moved = dx * normalX + dy * normalY;
    float normal =
        normalImpulse(
            r, at, p, along, moved, motion, ma, mb, 0, bias ? r[at + 8] : 0, bias, inverseSubstep);
    float total = r[p + NORMAL_IMPULSE];
    float slide = across - motion[mb + 2] * r[p + HEIGHT_B] + motion[ma + 2] * r[p + HEIGHT_A];
    slide += normal * r[at + COUPLED_ACROSS];
    float tangent = tangentImpulse(r, p, slide, r[at + 2] * total);
    push(row, at, normal, tangent, 0, 0);
  }

  private void solveTwo(int row, boolean bias) {
    float[] r = rows;
    float[] motion = bodies.motion;
    int at = row * ROW;
    int ma = slotA[row] * Bodies.MOTION;
    int mb = slotB[row] * Bodies.MOTION;
    // What is solved last has the last word: the points take turns, lest boxes lean to one side.
    int p = at + (bias ? POINT_0 : POINT_1);
    int q = at + (bias ? POINT_1 : POINT_0);
    float normalX = r[at];
    float normalY = r[at + 1];
    float vx = motion[mb] - motion[ma];
    float vy = motion[mb + 1] - motion[ma + 1];
    float along = vx * normalX + vy * normalY;
    float across = vx * normalY - vy * normalX;
    float dx = motion[mb + 4] - motion[ma + 4];
    float dy = motion[mb + 5] - motion[ma + 5];
    float moved = dx * normalX + dy * normalY;
    float biasRate = bias ? r[at + 8] : 0;
    float spinA = motion[ma + 2];
    float spinB = motion[mb + 2];
    float slideP = across - spinB * r[p + HEIGHT_B] + spinA * r[p + HEIGHT_A];
    float slideQ = across - spinB * r[q + HEIGHT_B] + spinA * r[q + HEIGHT_A];
    float normalP =
        normalImpulse(r, at, p, along, moved, motion, ma, mb, 0, biasRate, bias, inverseSubstep);
    float coupled = normalP * r[at + COUPLED_NORMALS];
    float normalQ =
        normalImpulse(
            r, at, q, along, moved, motion, ma, mb, coupled, biasRate, bias, inverseSubstep);
    float normal0 = bias ? normalP : normalQ;
    float normal1 = bias ? normalQ : normalP;
    float acrossP = bias ? slideP : slideQ;
    float acrossQ = bias ? slideQ : slideP;
    float friction = r[at + 2];
    float slide0 =
        acrossP + normal0 * r[at + COUPLED_ACROSS] + normal1 * r[at + COUPLED_ACROSS + 1];
    float slide1 =
        acrossQ + normal0 * r[at + COUPLED_ACROSS + 2] + normal1 * r[at + COUPLED_ACROSS + 3];
    int p0 = at + POINT_0;
    int p1 = at + POINT_1;
    float tangent0 = tangentImpulse(r, p0, slide0, friction * r[p0 + NORMAL_IMPULSE]);
    slide1 += tangent0 * r[at + COUPLED_TANGENTS];
    float tangent1 = tangentImpulse(r, p1, slide1, friction * r[p1 + NORMAL_IMPULSE]);
    push(row, at, normal0, tangent0, normal1, tangent1);
  }

  /** Adds to a point's impulse along the normal. Returns what was added. */
  private static float normalImpulse(
      float[] r,
      int at,
      int p,
      float along,
      float moved,
      float[] motion,
      int ma,
      int mb,
      float coupled,
      float biasRate,
      boolean bias,
      float inverseSubstep) {
    float leverA = r[p + LEVER_A];
    float leverB = r[p + LEVER_B];
    float speed = along + motion[mb + 2] * leverB - motion[ma + 2] * leverA + coupled;
    // The anchors turned by as much as their bodies have turned in this step.
    float separation =
        moved
            + r[p + SEPARATION]
            + motion[mb + 6] * r[p + HEIGHT_B]
            + motion[mb + 7] * leverB
            - motion[ma + 6] * r[p + HEIGHT_A]
            - motion[ma + 7] * leverA;
    float old = r[p + NORMAL_IMPULSE];
    float push;
    if (separation > 0) {
      push = -r[p + NORMAL_MASS] * (speed + separation * inverseSubstep);
    } else if (bias) {
      float back = Math.max(biasRate * separation, -PUSH_METERS_PER_SECOND);
      push = -r[p + NORMAL_MASS] * r[at + 9] * (speed + back) - r[at + 10] * old;
    } else {
      push = -r[p + NORMAL_MASS] * speed;
    }
    float total = old + push > 0 ? old + push : 0;
    r[p + NORMAL_IMPULSE] = total;
    if (total > r[p + GREATEST_IMPULSE]) {
      r[p + GREATEST_IMPULSE] = total;
    }
    return total - old;
  }

  /** Adds to a point's impulse along the tangent, within what friction allows. */
  private static float tangentImpulse(float[] r, int p, float slide, float limit) {
    float old = r[p + TANGENT_IMPULSE];
    float wanted = old - r[p + TANGENT_MASS] * slide;
    float total = wanted > limit ? limit : wanted < -limit ? -limit : wanted;
    r[p + TANGENT_IMPULSE] = total;
    return total - old;
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
    int ma = slotA[row] * Bodies.MOTION;
    int mb = slotB[row] * Bodies.MOTION;
    float speed =
        normalSpeed(bodies.motion, ma, mb, r[at], r[at + 1], r[p + LEVER_A], r[p + LEVER_B]);
    float old = r[p + NORMAL_IMPULSE];
    float push = -r[p + NORMAL_MASS] * (speed + r[at + 3] * r[p + SPEED_BEFORE]);
    float total = Math.max(old + push, 0);
    r[p + NORMAL_IMPULSE] = total;
    r[p + GREATEST_IMPULSE] = Math.max(r[p + GREATEST_IMPULSE], total);
    boolean first = p == at + POINT_0;
    push(row, at, first ? total - old : 0, 0, first ? 0 : total - old, 0);
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
    // The anchor, from its height along the normal and its lever across.
    float height = rows[at + POINT_0 + HEIGHT_A];
    float lever = rows[at + POINT_0 + LEVER_A];
    float x = bodies.pose[pose] + height * rows[at] + lever * rows[at + 1];
    float y = bodies.pose[pose + 1] + height * rows[at + 1] - lever * rows[at];
    hits.add(contacts, contact, x, y, rows[at], rows[at + 1], -blow(row));
  }
}
