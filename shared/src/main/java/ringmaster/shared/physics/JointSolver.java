package ringmaster.shared.physics;

/**
 * Pushes joined bodies so that their joints hold: sequential impulses with soft constraints in
 * small steps (Catto, "Solver2D" and Box2D v3). A joint reads and writes the {@link Bodies#motion}
 * of its two bodies and nothing else that is shared, and does not write that of a body which no
 * force moves.
 *
 * <p>What a step derives of a joint lies in one row of {@link #work}: no state, it is written by
 * {@link #prepare} and lasts for that step.
 */
final class JointSolver {
  /** Offsets in a row of motion. */
  private static final int SPIN = 2;

  private static final int WAY = 4;
  private static final int TURNED = 6;

  /** Offsets in a row of work. The joint's points from the bodies' centres as the step began. */
  private static final int START_A = 0;

  private static final int START_B = 2;

  /** From A's centre to B's as the step began. */
  private static final int CENTERS = 4;

  /** The points from the centres now, and from A's point to B's. */
  private static final int NOW_A = 6;

  private static final int NOW_B = 8;
  private static final int GAP = 10;

  /** Of a distance joint: the line's direction and length. */
  private static final int AXIS = 12;

  private static final int LENGTH = 14;

  private static final int INVERSE_MASS_A = 15;
  private static final int INVERSE_INERTIA_A = 16;
  private static final int INVERSE_MASS_B = 17;
  private static final int INVERSE_INERTIA_B = 18;

  /** One over the sum of the inverse inertias, or 0 if neither turns. */
  private static final int TURN_MASS = 19;

  /** Cosine and sine of how far B had turned against A as the step began. */
  private static final int TURN = 20;

  /** {@link Softness} of what is stiff, of the joint's spring, and of a weld's angle. */
  private static final int STIFF = 22;

  private static final int SPRING = 25;
  private static final int ANGULAR = 28;
  private static final int WORK = 32;

  /**
   * How often a stiff joint, and the stiffest spring, swings in a substep. A chain of stiffer ones
   * would tear itself apart: each joint is solved as if its neighbours stood still.
   */
  private static final float STIFF_SWINGS = 0.25f;

  /** Overdamped, lest a chain under load quivers. */
  private static final float STIFF_DAMPING_RATIO = 2;

  /** Nearer points have no line between them. */
  private static final float MIN_LENGTH_METERS = 1e-6f;

  /** The motion of the world, which a mouse joint has for body A. */
  private static final float[] STILL = {0, 0, 0, 0, 0, 0, 1, 0};

  private final Joints joints;
  private final Bodies bodies;
  private float[] work = new float[0];

  JointSolver(Joints joints, Bodies bodies) {
    this.joints = joints;
    this.bodies = bodies;
  }

  void resize(int capacity) {
    work = new float[capacity * WORK];
  }

  static boolean hasDirection(float length) {
    return length > MIN_LENGTH_METERS;
  }

  void prepare(int joint, float seconds) {
    int w = joint * WORK;
    int a = joints.bodyA[joint];
    int b = joints.bodyB[joint];
    if (joints.type[joint] == Joints.MOUSE) {
      prepareWorld(joint, w, b);
    } else {
      prepareA(joint, w, a, b);
    }
    rotate(w + START_B, b, joint * Joints.DEFINITION + Joints.POINT_B);
    work[w + INVERSE_MASS_B] = bodies.inverseMass[b];
    work[w + INVERSE_INERTIA_B] = bodies.inverseInertia[b];
    float inverse = work[w + INVERSE_INERTIA_A] + work[w + INVERSE_INERTIA_B];
    work[w + TURN_MASS] = inverse > 0 ? 1 / inverse : 0;
    prepareSoftness(joint, w, seconds);
    joints.impulse[joint * Joints.IMPULSE + Joints.RATE] = 1 / seconds;
  }

  private void prepareA(int joint, int w, int a, int b) {
    float[] pose = bodies.pose;
    float[] definition = joints.definition;
    int pa = a * Bodies.POSE;
    int pb = b * Bodies.POSE;
    rotate(w + START_A, a, joint * Joints.DEFINITION + Joints.POINT_A);
    work[w + CENTERS] = pose[pb] - pose[pa];
    work[w + CENTERS + 1] = pose[pb + 1] - pose[pa + 1];
    work[w + INVERSE_MASS_A] = bodies.inverseMass[a];
    work[w + INVERSE_INERTIA_A] = bodies.inverseInertia[a];
    float c = joints.relativeCos(a, b);
    float s = joints.relativeSin(a, b);
    float c0 = definition[joint * Joints.DEFINITION + Joints.REFERENCE];
    float s0 = definition[joint * Joints.DEFINITION + Joints.REFERENCE + 1];
    work[w + TURN] = c * c0 + s * s0;
    work[w + TURN + 1] = s * c0 - c * s0;
  }

  /** A mouse joint's body A is the world, its point there the target. */
  private void prepareWorld(int joint, int w, int b) {
    int at = joint * Joints.DEFINITION + Joints.POINT_A;
    work[w + START_A] = 0;
    work[w + START_A + 1] = 0;
    work[w + CENTERS] = bodies.pose[b * Bodies.POSE] - joints.definition[at];
    work[w + CENTERS + 1] = bodies.pose[b * Bodies.POSE + 1] - joints.definition[at + 1];
    work[w + INVERSE_MASS_A] = 0;
    work[w + INVERSE_INERTIA_A] = 0;
  }

  /** Turns a point of a body's frame as the body faces. */
  private void rotate(int to, int body, int from) {
    float c = bodies.pose[body * Bodies.POSE + 2];
    float s = bodies.pose[body * Bodies.POSE + 3];
    float x = joints.definition[from];
    float y = joints.definition[from + 1];
    work[to] = c * x - s * y;
    work[to + 1] = s * x + c * y;
  }

  private void prepareSoftness(int joint, int w, float seconds) {
    int at = joint * Joints.DEFINITION;
    Softness.write(work, w + STIFF, STIFF_SWINGS / seconds, STIFF_DAMPING_RATIO, seconds);
    writeSoftness(w + SPRING, at + Joints.HERTZ, w, seconds);
    writeSoftness(w + ANGULAR, at + Joints.ANGULAR_HERTZ, w, seconds);
  }

  /** That of a spring or, without one, that of what is stiff. */
  private void writeSoftness(int to, int spring, int w, float seconds) {
    float hertz = joints.definition[spring];
    if (hertz > 0) {
      float followed = Math.min(hertz, STIFF_SWINGS / seconds);
      Softness.write(work, to, followed, joints.definition[spring + 1], seconds);
    } else {
      System.arraycopy(work, w + STIFF, work, to, Softness.ROW);
    }
  }

  void warmStart(int joint) {
    int w = joint * WORK;
    int a = joints.bodyA[joint] * Bodies.MOTION;
    int b = joints.bodyB[joint] * Bodies.MOTION;
    switch (joints.type[joint]) {
      case Joints.DISTANCE -> {
        findLine(w, a, b);
        applyAlongLine(w, a, b, joints.axialImpulse(joint));
      }
      case Joints.REVOLUTE, Joints.WELD -> {
        applyTurn(w, a, b, joints.axialImpulse(joint));
        warmStartPoint(joint, bodies.motion, a, b);
      }
      case Joints.MOUSE -> warmStartPoint(joint, STILL, 0, b);
      default -> throw noJoint(joint);
    }
  }

  private void warmStartPoint(int joint, float[] motionA, int a, int b) {
    int w = joint * WORK;
    int at = joint * Joints.IMPULSE + Joints.LINEAR;
    findPoints(w, motionA, a, b);
    apply(w, motionA, a, b, joints.impulse[at], joints.impulse[at + 1]);
  }

  private static IllegalStateException noJoint(int joint) {
    return new IllegalStateException("no joint in slot " + joint);
  }

  /**
   * Springs have their say with bias only: to relax them too would be to let them pull, and damp,
   * twice a substep.
   */
  void solve(int joint, float seconds, boolean useBias) {
    int a = joints.bodyA[joint] * Bodies.MOTION;
    int b = joints.bodyB[joint] * Bodies.MOTION;
    switch (joints.type[joint]) {
      case Joints.DISTANCE -> solveDistance(joint, a, b, seconds, useBias);
      case Joints.REVOLUTE -> solveRevolute(joint, a, b, seconds, useBias);
      case Joints.WELD -> solveWeld(joint, a, b, useBias);
      case Joints.MOUSE -> {
        if (useBias) {
          solveMouse(joint, b, seconds);
        }
      }
      default -> throw noJoint(joint);
    }
  }

  private void solveDistance(int joint, int a, int b, float seconds, boolean useBias) {
    int w = joint * WORK;
    int at = joint * Joints.DEFINITION;
    float[] definition = joints.definition;
    findLine(w, a, b);
    float low = definition[at + Joints.LOW];
    float high = definition[at + Joints.HIGH];
    float length = work[w + LENGTH];
    float mass = lineMass(w);
    if (low == high) {
      float pull = hold(joint, w + STIFF, useBias, length - low, lineRate(w, a, b), mass);
      applyAlongLine(w, a, b, pull);
      return;
    }
    if (useBias && definition[at + Joints.HERTZ] > 0) {
      float error = length - definition[at + Joints.REST];
      applyAlongLine(w, a, b, hold(joint, w + SPRING, true, error, lineRate(w, a, b), mass));
    }
    if (definition[at + Joints.MAX_PUSH] > 0) {
      applyAlongLine(w, a, b, drive(joint, lineRate(w, a, b), mass, seconds));
    }
    if (low > 0) {
      float room = length - low;
      float rate = lineRate(w, a, b);
      applyAlongLine(w, a, b, stop(joint, Joints.LOWER, useBias, room, rate, mass, seconds));
    }
    if (high < DistanceJoint.ENDLESS_METERS) {
      float room = high - length;
      float rate = -lineRate(w, a, b);
      applyAlongLine(w, a, b, -stop(joint, Joints.UPPER, useBias, room, rate, mass, seconds));
    }
  }

  private void solveRevolute(int joint, int a, int b, float seconds, boolean useBias) {
    int w = joint * WORK;
    int at = joint * Joints.DEFINITION;
    float[] definition = joints.definition;
    float mass = work[w + TURN_MASS];
    if (useBias && definition[at + Joints.HERTZ] > 0) {
      applyTurn(w, a, b, hold(joint, w + SPRING, true, turn(w, a, b), turnRate(a, b), mass));
    }
    if (definition[at + Joints.MAX_PUSH] > 0) {
      applyTurn(w, a, b, drive(joint, turnRate(a, b), mass, seconds));
    }
    if ((joints.flags[joint] & Joints.LIMITED) != 0) {
      float turn = turn(w, a, b);
      float room = turn - definition[at + Joints.LOW];
      float rate = turnRate(a, b);
      applyTurn(w, a, b, stop(joint, Joints.LOWER, useBias, room, rate, mass, seconds));
      room = definition[at + Joints.HIGH] - turn;
      rate = -turnRate(a, b);
      applyTurn(w, a, b, -stop(joint, Joints.UPPER, useBias, room, rate, mass, seconds));
    }
    holdPoint(joint, w + STIFF, useBias, Float.POSITIVE_INFINITY, bodies.motion, a, b);
  }

  private void solveWeld(int joint, int a, int b, boolean useBias) {
    int w = joint * WORK;
    int at = joint * Joints.DEFINITION;
    boolean bends = joints.definition[at + Joints.ANGULAR_HERTZ] > 0;
    boolean stretches = joints.definition[at + Joints.HERTZ] > 0;
    if (useBias || !bends) {
      float mass = work[w + TURN_MASS];
      applyTurn(w, a, b, hold(joint, w + ANGULAR, useBias, turn(w, a, b), turnRate(a, b), mass));
    }
    if (useBias || !stretches) {
      holdPoint(joint, w + SPRING, useBias, Float.POSITIVE_INFINITY, bodies.motion, a, b);
    }
  }

  private void solveMouse(int joint, int b, float seconds) {
    float max = joints.definition[joint * Joints.DEFINITION + Joints.MAX_PUSH] * seconds;
    holdPoint(joint, joint * WORK + SPRING, true, max, STILL, 0, b);
  }

  /**
   * The impulse still missing to an equality, along a line or about a point: at a rate of 0 or,
   * with bias, on the way to no error. The accumulated one lies under {@link Joints#SPRING}.
   */
  private float hold(
      int joint, int softness, boolean useBias, float error, float rate, float mass) {
    int at = joint * Joints.IMPULSE + Joints.SPRING;
    float old = joints.impulse[at];
    float missing = -mass * rate;
    if (useBias) {
      float wanted = rate + work[softness] * error;
      missing = -work[softness + 1] * mass * wanted - work[softness + 2] * old;
    }
    joints.impulse[at] = old + missing;
    return missing;
  }

  /** The impulse still missing to the motor's speed, as far as its strength goes. */
  private float drive(int joint, float rate, float mass, float seconds) {
    int definition = joint * Joints.DEFINITION;
    int at = joint * Joints.IMPULSE + Joints.MOTOR;
    float max = joints.definition[definition + Joints.MAX_PUSH] * seconds;
    float old = joints.impulse[at];
    float wanted = old + mass * (joints.definition[definition + Joints.MOTOR_SPEED] - rate);
    joints.impulse[at] = Math.clamp(wanted, -max, max);
    return joints.impulse[at] - old;
  }

  /**
   * The impulse still missing to an inequality, which only pushes: a limit may be reached by the
   * end of the substep, and what is beyond it comes back softly.
   *
   * @param room to the limit, negative beyond it
   * @param rate at which the room grows
   */
  private float stop(
      int joint, int which, boolean useBias, float room, float rate, float mass, float seconds) {
    int at = joint * Joints.IMPULSE + which;
    int stiff = joint * WORK + STIFF;
    float old = joints.impulse[at];
    float missing;
    if (room > 0) {
      missing = -mass * (rate + room / seconds);
    } else if (useBias) {
      missing = -work[stiff + 1] * mass * (rate + work[stiff] * room) - work[stiff + 2] * old;
    } else {
      missing = -mass * rate;
    }
    joints.impulse[at] = Math.max(0, old + missing);
    return joints.impulse[at] - old;
  }

  /** Brings the two points together, as {@link #hold} does for one number, if it may. */
  private void holdPoint(
      int joint, int softness, boolean useBias, float max, float[] motionA, int a, int b) {
    int w = joint * WORK;
    findPoints(w, motionA, a, b);
    float rateX = rateX(w, motionA, a, b);
    float rateY = rateY(w, motionA, a, b);
    float massScale = 1;
    float oldScale = 1;
    if (useBias) {
      rateX += work[softness] * work[w + GAP];
      rateY += work[softness] * work[w + GAP + 1];
      massScale = work[softness + 1];
      oldScale = 1 - work[softness + 2];
    }
    float ax = work[w + NOW_A];
    float ay = work[w + NOW_A + 1];
    float bx = work[w + NOW_B];
    float by = work[w + NOW_B + 1];
    float m = work[w + INVERSE_MASS_A] + work[w + INVERSE_MASS_B];
    float ia = work[w + INVERSE_INERTIA_A];
    float ib = work[w + INVERSE_INERTIA_B];
    float kxx = m + ia * ay * ay + ib * by * by;
    float kxy = -ia * ax * ay - ib * bx * by;
    float kyy = m + ia * ax * ax + ib * bx * bx;
    // kxx * kyy - kxy * kxy, multiplied out: a sum of squares, which rounding cannot make 0.
    float cross = ax * by - ay * bx;
    float determinant =
        m * (m + ia * (ax * ax + ay * ay) + ib * (bx * bx + by * by)) + ia * ib * cross * cross;
    float scale = massScale / determinant;
    float[] impulse = joints.impulse;
    int at = joint * Joints.IMPULSE + Joints.LINEAR;
    float oldX = impulse[at];
    float oldY = impulse[at + 1];
    float x = oldScale * oldX - scale * (kyy * rateX - kxy * rateY);
    float y = oldScale * oldY - scale * (kxx * rateY - kxy * rateX);
    float squared = x * x + y * y;
    if (squared > max * max) {
      float share = max / (float) Math.sqrt(squared);
      x *= share;
      y *= share;
    }
    impulse[at] = x;
    impulse[at + 1] = y;
    apply(w, motionA, a, b, x - oldX, y - oldY);
  }

  /** Finds where the points are now, from how the bodies moved since the step began. */
  private void findPoints(int w, float[] motionA, int a, int b) {
    turnPoint(w + NOW_A, w + START_A, motionA, a);
    turnPoint(w + NOW_B, w + START_B, bodies.motion, b);
    for (int axis = 0; axis < 2; axis++) {
      float moved = bodies.motion[b + WAY + axis] - motionA[a + WAY + axis];
      float levers = work[w + NOW_B + axis] - work[w + NOW_A + axis];
      work[w + GAP + axis] = moved + levers + work[w + CENTERS + axis];
    }
  }

  private void turnPoint(int to, int from, float[] motion, int body) {
    float c = motion[body + TURNED];
    float s = motion[body + TURNED + 1];
    float x = work[from];
    float y = work[from + 1];
    work[to] = c * x - s * y;
    work[to + 1] = s * x + c * y;
  }

  private void findLine(int w, int a, int b) {
    findPoints(w, bodies.motion, a, b);
    float x = work[w + GAP];
    float y = work[w + GAP + 1];
    float length = (float) Math.sqrt(x * x + y * y);
    work[w + LENGTH] = length;
    // Points that coincide are driven apart along x: any direction does, but it must be one.
    work[w + AXIS] = hasDirection(length) ? x / length : 1;
    work[w + AXIS + 1] = hasDirection(length) ? y / length : 0;
  }

  /** How hard the two are to move along the line. */
  private float lineMass(int w) {
    float x = work[w + AXIS];
    float y = work[w + AXIS + 1];
    float leverA = work[w + NOW_A] * y - work[w + NOW_A + 1] * x;
    float leverB = work[w + NOW_B] * y - work[w + NOW_B + 1] * x;
    return 1
        / (work[w + INVERSE_MASS_A]
            + work[w + INVERSE_MASS_B]
            + work[w + INVERSE_INERTIA_A] * leverA * leverA
            + work[w + INVERSE_INERTIA_B] * leverB * leverB);
  }

  /** How fast the line grows. */
  private float lineRate(int w, int a, int b) {
    float[] motion = bodies.motion;
    return work[w + AXIS] * rateX(w, motion, a, b) + work[w + AXIS + 1] * rateY(w, motion, a, b);
  }

  /** How fast B's point moves away from A's. */
  private float rateX(int w, float[] motionA, int a, int b) {
    float[] motionB = bodies.motion;
    return (motionB[b] - motionB[b + SPIN] * work[w + NOW_B + 1])
        - (motionA[a] - motionA[a + SPIN] * work[w + NOW_A + 1]);
  }

  private float rateY(int w, float[] motionA, int a, int b) {
    float[] motionB = bodies.motion;
    return (motionB[b + 1] + motionB[b + SPIN] * work[w + NOW_B])
        - (motionA[a + 1] + motionA[a + SPIN] * work[w + NOW_A]);
  }

  /** How far B has turned against A, radians. */
  private float turn(int w, int a, int b) {
    float[] motion = bodies.motion;
    float c =
        motion[a + TURNED] * motion[b + TURNED] + motion[a + TURNED + 1] * motion[b + TURNED + 1];
    float s =
        motion[a + TURNED] * motion[b + TURNED + 1] - motion[a + TURNED + 1] * motion[b + TURNED];
    float c0 = work[w + TURN];
    float s0 = work[w + TURN + 1];
    return Angle.of(c0 * c - s0 * s, s0 * c + c0 * s);
  }

  private float turnRate(int a, int b) {
    return bodies.motion[b + SPIN] - bodies.motion[a + SPIN];
  }

  private void applyAlongLine(int w, int a, int b, float impulse) {
    apply(w, bodies.motion, a, b, impulse * work[w + AXIS], impulse * work[w + AXIS + 1]);
  }

  /** Pushes B at its point and A the other way at its own. */
  private void apply(int w, float[] motionA, int a, int b, float x, float y) {
    kick(motionA, a, w + INVERSE_MASS_A, w + NOW_A, -x, -y);
    kick(bodies.motion, b, w + INVERSE_MASS_B, w + NOW_B, x, y);
  }

  /** A body that no force moves may be another thread's too: it is not even written as it was. */
  private void kick(float[] motion, int body, int inverse, int lever, float x, float y) {
    float inverseMass = work[inverse];
    if (inverseMass > 0) {
      float turn = work[lever] * y - work[lever + 1] * x;
      motion[body] = speed(motion[body] + inverseMass * x);
      motion[body + 1] = speed(motion[body + 1] + inverseMass * y);
      motion[body + SPIN] = spin(motion[body + SPIN] + work[inverse + 1] * turn);
    }
  }

  private void applyTurn(int w, int a, int b, float impulse) {
    twist(a, work[w + INVERSE_INERTIA_A], -impulse);
    twist(b, work[w + INVERSE_INERTIA_B], impulse);
  }

  private void twist(int body, float inverseInertia, float impulse) {
    if (inverseInertia > 0) {
      float[] motion = bodies.motion;
      motion[body + SPIN] = spin(motion[body + SPIN] + inverseInertia * impulse);
    }
  }

  /** Joints at cross purposes wind each other up: it ends here, far from a float's infinity. */
  private static float speed(float metersPerSecond) {
    float max = Limits.MAX_SPEED_METERS_PER_SECOND;
    return Math.min(Math.max(metersPerSecond, -max), max);
  }

  private static float spin(float radiansPerSecond) {
    float max = Limits.MAX_SPIN_RADIANS_PER_SECOND;
    return Math.min(Math.max(radiansPerSecond, -max), max);
  }
}
