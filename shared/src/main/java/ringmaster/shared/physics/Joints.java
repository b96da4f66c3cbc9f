package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * The joints of a world, in columns.
 *
 * <p>Two bodies are joined as they stand: the points of a joint are given in the world, in metres,
 * and its angle is 0 there. A handle is a slot and its generation, as {@link Bodies} makes them; a
 * new joint takes the lowest free slot. A joint goes when one of its bodies does.
 *
 * <p>Two bodies that are joined do not collide with each other unless the joint says so. Making,
 * changing or destroying a joint wakes both.
 *
 * <p>Columns of state, by slot; a free one is all zeros but for its generation:
 *
 * <pre>
 * type        1 byte     {@link #FREE} or what it is
 * flags       1 byte
 * bodyA, B    1 int      slots of the bodies; of a mouse joint both are the one it pulls
 * definition  16 floats  what it was made of and what was set since
 * impulse     8 floats   what it pushed in the last substep, and one over the substep's length
 * </pre>
 */
public final class Joints {
  /** No joint. */
  public static final long NONE = -1;

  /** Values of {@link #type}. */
  static final byte FREE = 0;

  static final byte DISTANCE = 1;
  static final byte REVOLUTE = 2;
  static final byte WELD = 3;
  static final byte MOUSE = 4;

  /** Bits of {@link #flags}. */
  static final byte COLLIDE_CONNECTED = 1;

  static final byte LIMITED = 2;

  /**
   * Offsets in a row of {@link #definition}. Points are metres from the bodies' centres in their
   * frames, except that a mouse joint's point A is its target in the world.
   */
  static final int POINT_A = 0;

  static final int POINT_B = 2;

  /** Cosine and sine of B's facing in A's frame when they were joined. */
  static final int REFERENCE = 4;

  static final int LOW = 6;
  static final int HIGH = 7;
  static final int REST = 8;
  static final int HERTZ = 9;
  static final int DAMPING_RATIO = 10;

  /** Of a weld, whose others are linear. */
  static final int ANGULAR_HERTZ = 11;

  static final int ANGULAR_DAMPING_RATIO = 12;
  static final int MOTOR_SPEED = 13;

  /** Newtons or newton metres of a motor, newtons of a mouse joint. */
  static final int MAX_PUSH = 14;

  static final int DEFINITION = 16;

  /** Offsets in a row of {@link #impulse}: on body B, in newton seconds or newton metre seconds. */
  static final int LINEAR = 0;

  /** Of a spring, of a rod along its line, of a weld against twisting. */
  static final int SPRING = 2;

  static final int MOTOR = 3;
  static final int LOWER = 4;
  static final int UPPER = 5;

  /** Substeps in a second. */
  static final int RATE = 7;

  static final int IMPULSE = 8;

  private final World world;
  private final Bodies bodies;
  private final JointSolver solver;

  private int end;
  private int lowestFree;
  private int count;
  byte[] type = new byte[0];
  byte[] flags = new byte[0];
  private int[] generation = new int[0];
  int[] bodyA = new int[0];
  int[] bodyB = new int[0];
  float[] definition = new float[0];
  float[] impulse = new float[0];

  // Derived.
  private final JointLinks links = new JointLinks();

  Joints(World world) {
    this.world = world;
    bodies = world.bodies;
    solver = new JointSolver(this, bodies);
  }

  /**
   * Ties a point of each of two bodies.
   *
   * @param ax of A's point, in the world, metres
   * @return the joint's handle
   * @throws IllegalArgumentException if the bodies are one or gone or no force moves either
   */
  public long create(
      DistanceJoint kind, long bodyA, long bodyB, float ax, float ay, float bx, float by) {
    int joint = add(DISTANCE, bodyA, bodyB, ax, ay, bx, by);
    int at = joint * DEFINITION;
    limit(joint, kind.minMeters(), kind.maxMeters());
    definition[at + REST] = kind.restMeters();
    setSpring(at, kind.hertz(), kind.dampingRatio());
    definition[at + MOTOR_SPEED] = kind.motorMetersPerSecond();
    definition[at + MAX_PUSH] = kind.maxMotorNewtons();
    return connect(joint, kind.collideConnected());
  }

  /** Pins two bodies together at a point; throws as the others do. */
  public long create(RevoluteJoint kind, long bodyA, long bodyB, float x, float y) {
    int joint = add(REVOLUTE, bodyA, bodyB, x, y, x, y);
    int at = joint * DEFINITION;
    if (kind.limited()) {
      limit(joint, kind.lowRadians(), kind.highRadians());
    }
    setSpring(at, kind.hertz(), kind.dampingRatio());
    definition[at + MOTOR_SPEED] = kind.motorRadiansPerSecond();
    definition[at + MAX_PUSH] = kind.maxMotorNewtonMeters();
    return connect(joint, kind.collideConnected());
  }

  /** Glues two bodies together at a point; throws as the others do. */
  public long create(WeldJoint kind, long bodyA, long bodyB, float x, float y) {
    int joint = add(WELD, bodyA, bodyB, x, y, x, y);
    int at = joint * DEFINITION;
    setSpring(at, kind.linearHertz(), kind.linearDampingRatio());
    definition[at + ANGULAR_HERTZ] = kind.angularHertz();
    definition[at + ANGULAR_DAMPING_RATIO] = kind.angularDampingRatio();
    return connect(joint, kind.collideConnected());
  }

  /** Takes hold of a body at a point, which is the target until another is set. */
  public long create(MouseJoint kind, long body, float x, float y) {
    int joint = add(MOUSE, body, body, x, y, x, y);
    int at = joint * DEFINITION;
    definition[at + POINT_A] = x;
    definition[at + POINT_A + 1] = y;
    setSpring(at, kind.hertz(), kind.dampingRatio());
    definition[at + MAX_PUSH] = kind.maxNewtons();
    return connect(joint, true);
  }

  private int add(
      byte newType, long newBodyA, long newBodyB, float ax, float ay, float bx, float by) {
    int a = bodies.slot(newBodyA);
    int b = bodies.slot(newBodyB);
    if (a == b && newType != MOUSE) {
      throw new IllegalArgumentException("a joint of a body with itself");
    }
    if (bodies.inverseMass[a] == 0 && bodies.inverseMass[b] == 0) {
      throw new IllegalArgumentException("a joint of two bodies that no force moves");
    }
    checkPoint(ax, ay);
    checkPoint(bx, by);
    int joint = takeSlot();
    count++;
    type[joint] = newType;
    bodyA[joint] = a;
    bodyB[joint] = b;
    int at = joint * DEFINITION;
    writeLocal(at + POINT_A, a, ax, ay);
    writeLocal(at + POINT_B, b, bx, by);
    definition[at + REFERENCE] = relativeCos(a, b);
    definition[at + REFERENCE + 1] = relativeSin(a, b);
    return joint;
  }

  private static void checkPoint(float x, float y) {
    Limits.finite(x, Limits.MAX_COORDINATE_METERS, "x");
    Limits.finite(y, Limits.MAX_COORDINATE_METERS, "y");
  }

  private void writeLocal(int at, int body, float x, float y) {
    int p = body * Bodies.POSE;
    float dx = x - bodies.pose[p];
    float dy = y - bodies.pose[p + 1];
    float c = bodies.pose[p + 2];
    float s = bodies.pose[p + 3];
    definition[at] = c * dx + s * dy;
    definition[at + 1] = c * dy - s * dx;
  }

  /** Of B's facing in A's frame. */
  float relativeCos(int a, int b) {
    float[] pose = bodies.pose;
    int pa = a * Bodies.POSE;
    int pb = b * Bodies.POSE;
    return pose[pa + 2] * pose[pb + 2] + pose[pa + 3] * pose[pb + 3];
  }

  float relativeSin(int a, int b) {
    float[] pose = bodies.pose;
    int pa = a * Bodies.POSE;
    int pb = b * Bodies.POSE;
    return pose[pa + 2] * pose[pb + 3] - pose[pa + 3] * pose[pb + 2];
  }

  private void limit(int joint, float low, float high) {
    definition[joint * DEFINITION + LOW] = low;
    definition[joint * DEFINITION + HIGH] = high;
    flags[joint] |= LIMITED;
  }

  private void setSpring(int at, float hertz, float dampingRatio) {
    definition[at + HERTZ] = hertz;
    definition[at + DAMPING_RATIO] = dampingRatio;
  }

  private long connect(int joint, boolean collideConnected) {
    if (collideConnected) {
      flags[joint] |= COLLIDE_CONNECTED;
    }
    links.add(joint, bodyA[joint], bodyB[joint]);
    wakeBoth(joint);
    world.changed = true;
    return handle(joint);
  }

  private void wakeBoth(int joint) {
    world.wake(bodyA[joint]);
    world.wake(bodyB[joint]);
  }

  private int takeSlot() {
    while (lowestFree < end && type[lowestFree] != FREE) {
      lowestFree++;
    }
    if (lowestFree == Limits.MAX_JOINTS) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_JOINTS + " joints");
    }
    reserve(lowestFree + 1);
    end = Math.max(end, lowestFree + 1);
    return lowestFree++;
  }

  private void reserve(int joints) {
    if (joints > type.length) {
      resize(Math.max(joints, Limits.grown(type.length, Limits.MAX_JOINTS)));
    }
    links.reserve(bodies.phase.length, type.length);
  }

  private void resize(int capacity) {
    type = Arrays.copyOf(type, capacity);
    flags = Arrays.copyOf(flags, capacity);
    generation = Arrays.copyOf(generation, capacity);
    bodyA = Arrays.copyOf(bodyA, capacity);
    bodyB = Arrays.copyOf(bodyB, capacity);
    definition = Arrays.copyOf(definition, capacity * DEFINITION);
    impulse = Arrays.copyOf(impulse, capacity * IMPULSE);
    solver.resize(capacity);
  }

  /** Takes a joint out of the world; its handle is stale at once. */
  public void destroy(long joint) {
    int slot = slot(joint);
    int a = bodyA[slot];
    int b = bodyB[slot];
    boolean forbade = forbids(a, b);
    wakeBoth(slot);
    remove(slot);
    if (forbade && !forbids(a, b)) {
      // A pair is sought only where a fat box is new.
      bodies.shapes.seekPairsOf(bodies.type[a] == BodyType.DYNAMIC.ordinal() ? a : b);
    }
  }

  /** Wakes whoever is joined to a body. */
  void wakePartners(int body) {
    for (int joint = 0; joint < end; joint++) {
      if (present(joint) && (bodyA[joint] == body || bodyB[joint] == body)) {
        wakeBoth(joint);
      }
    }
  }

  /** Destroys what joins a body that is destroyed. */
  void destroyOf(int body) {
    while (links.degree(body) > 0) {
      int joint = JointLinks.joint(links.first(body));
      wakeBoth(joint);
      remove(joint);
    }
  }

  private void remove(int joint) {
    links.remove(joint, bodyA[joint], bodyB[joint]);
    clear(joint, joint + 1);
    generation[joint]++;
    lowestFree = Math.min(lowestFree, joint);
    count--;
  }

  /** Makes slots free, all but their generations. */
  private void clear(int from, int to) {
    Arrays.fill(type, from, to, FREE);
    Arrays.fill(flags, from, to, (byte) 0);
    Arrays.fill(bodyA, from, to, 0);
    Arrays.fill(bodyB, from, to, 0);
    Arrays.fill(definition, from * DEFINITION, to * DEFINITION, 0);
    Arrays.fill(impulse, from * IMPULSE, to * IMPULSE, 0);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Slots run from 0 to this. */
  public int slots() {
    return end;
  }

  /** The joint in a slot, or {@link #NONE}. */
  public long at(int slot) {
    return present(slot) ? handle(slot) : NONE;
  }

  private long handle(int slot) {
    return (long) generation[slot] << 32 | slot;
  }

  public boolean exists(long joint) {
    int slot = (int) joint;
    return slot >= 0 && slot < end && present(slot) && generation[slot] == (int) (joint >>> 32);
  }

  private int slot(long joint) {
    if (!exists(joint)) {
      throw new IllegalArgumentException(
          "no joint " + (int) joint + "." + (joint >>> 32) + ": it was destroyed or never made");
    }
    return (int) joint;
  }

  /** The first of the bodies a joint was made of; of a mouse joint the only one. */
  public long bodyA(long joint) {
    return bodies.handle(bodyA[slot(joint)]);
  }

  public long bodyB(long joint) {
    return bodies.handle(bodyB[slot(joint)]);
  }

  /** Where in the world A's point is now, metres; the target of a mouse joint. */
  public float pointAX(long joint) {
    int slot = slot(joint);
    return type[slot] == MOUSE
        ? definition[slot * DEFINITION + POINT_A]
        : worldX(slot * DEFINITION + POINT_A, bodyA[slot]);
  }

  public float pointAY(long joint) {
    int slot = slot(joint);
    return type[slot] == MOUSE
        ? definition[slot * DEFINITION + POINT_A + 1]
        : worldY(slot * DEFINITION + POINT_A, bodyA[slot]);
  }

  public float pointBX(long joint) {
    int slot = slot(joint);
    return worldX(slot * DEFINITION + POINT_B, bodyB[slot]);
  }

  public float pointBY(long joint) {
    int slot = slot(joint);
    return worldY(slot * DEFINITION + POINT_B, bodyB[slot]);
  }

  private float worldX(int at, int body) {
    int p = body * Bodies.POSE;
    float[] pose = bodies.pose;
    return pose[p] + pose[p + 2] * definition[at] - pose[p + 3] * definition[at + 1];
  }

  private float worldY(int at, int body) {
    int p = body * Bodies.POSE;
    float[] pose = bodies.pose;
    return pose[p + 1] + pose[p + 3] * definition[at] + pose[p + 2] * definition[at + 1];
  }

  /** How far the joint's two points are apart now, metres. */
  public float length(long joint) {
    float dx = pointBX(joint) - pointAX(joint);
    float dy = pointBY(joint) - pointAY(joint);
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** How far B has turned against A since they were joined, radians, -pi to pi. */
  public float angle(long joint) {
    int slot = slot(joint);
    int at = slot * DEFINITION + REFERENCE;
    float c = relativeCos(bodyA[slot], bodyB[slot]);
    float s = relativeSin(bodyA[slot], bodyB[slot]);
    return Angle.of(
        c * definition[at] + s * definition[at + 1], s * definition[at] - c * definition[at + 1]);
  }

  /** With what force the joint pushed body B in the last step, newtons; A felt the opposite. */
  public float forceX(long joint) {
    int slot = slot(joint);
    return type[slot] == DISTANCE
        ? alongLine(slot, pointBX(joint) - pointAX(joint), length(joint), 1)
        : push(slot, LINEAR);
  }

  public float forceY(long joint) {
    int slot = slot(joint);
    return type[slot] == DISTANCE
        ? alongLine(slot, pointBY(joint) - pointAY(joint), length(joint), 0)
        : push(slot, LINEAR + 1);
  }

  /** The share of the force along the line that falls on an axis. */
  private float alongLine(int joint, float way, float length, float wayOfNone) {
    float share = JointSolver.hasDirection(length) ? way / length : wayOfNone;
    return share * axialImpulse(joint) * impulse[joint * IMPULSE + RATE];
  }

  /** How hard the joint turned body B in the last step, newton metres; A felt the opposite. */
  public float torque(long joint) {
    int slot = slot(joint);
    return type[slot] == DISTANCE ? 0 : axialImpulse(slot) * impulse[slot * IMPULSE + RATE];
  }

  /** What the motor had to do with it: newtons apart or newton metres. */
  public float motorPush(long joint) {
    return push(slotWithMotor(joint), MOTOR);
  }

  private float push(int joint, int which) {
    int at = joint * IMPULSE;
    return impulse[at + which] * impulse[at + RATE];
  }

  /** Along the line of a distance joint, about the point of another. */
  float axialImpulse(int joint) {
    int at = joint * IMPULSE;
    return impulse[at + SPRING] + impulse[at + MOTOR] + impulse[at + LOWER] - impulse[at + UPPER];
  }

  private int slotWithMotor(long joint) {
    int slot = slot(joint);
    if (type[slot] != DISTANCE && type[slot] != REVOLUTE) {
      throw new IllegalArgumentException("only distance and revolute joints have motor and range");
    }
    return slot;
  }

  /** What the motor seeks, metres or radians per second. */
  public float motorSpeed(long joint) {
    return definition[slotWithMotor(joint) * DEFINITION + MOTOR_SPEED];
  }

  /**
   * Sets what the motor seeks.
   *
   * @param speed metres per second apart or radians per second
   * @param maxPush newtons or newton metres; 0 for no motor
   */
  public void setMotor(long joint, float speed, float maxPush) {
    int slot = slotWithMotor(joint);
    if (type[slot] == DISTANCE) {
      DistanceJoint.checkMotorSpeed(speed);
    } else {
      RevoluteJoint.checkMotorSpeed(speed);
    }
    Limits.within(maxPush, 0, Limits.MAX_PUSH, "motor push");
    if (set(slot, MOTOR_SPEED, speed, MAX_PUSH, maxPush) && maxPush == 0) {
      impulse[slot * IMPULSE + MOTOR] = 0;
    }
  }

  /** Sets the speed the motor seeks, as hard as before. */
  public void setMotorSpeed(long joint, float speed) {
    setMotor(joint, speed, definition[slotWithMotor(joint) * DEFINITION + MAX_PUSH]);
  }

  /** Sets the range of lengths of a distance joint, metres, or of angles of a hinge, radians. */
  public void setRange(long joint, float low, float high) {
    int slot = slotWithMotor(joint);
    if (type[slot] == DISTANCE) {
      DistanceJoint.checkRange(low, high);
    } else {
      RevoluteJoint.checkRange(low, high);
    }
    boolean wasLimited = (flags[slot] & LIMITED) != 0;
    flags[slot] |= LIMITED;
    if (set(slot, LOW, low, HIGH, high) || !wasLimited) {
      // What held it before may have nothing to hold now.
      Arrays.fill(impulse, slot * IMPULSE, slot * IMPULSE + RATE, 0);
      wakeBoth(slot);
    }
  }

  /** Sets where in the world a mouse joint pulls, metres. */
  public void setTarget(long joint, float x, float y) {
    int slot = slot(joint);
    if (type[slot] != MOUSE) {
      throw new IllegalArgumentException("only a mouse joint has a target");
    }
    checkPoint(x, y);
    set(slot, POINT_A, x, POINT_A + 1, y);
  }

  /** Sets two numbers; new ones wake the bodies, the same again let them sleep. */
  private boolean set(int joint, int which, float value, int otherWhich, float otherValue) {
    int at = joint * DEFINITION;
    if (definition[at + which] == value && definition[at + otherWhich] == otherValue) {
      return false;
    }
    definition[at + which] = value;
    definition[at + otherWhich] = otherValue;
    wakeBoth(joint);
    return true;
  }

  /** Whether some joint keeps two bodies from colliding with each other. */
  boolean forbids(int a, int b) {
    int degreeA = links.degree(a);
    int degreeB = links.degree(b);
    if (degreeA == 0 || degreeB == 0) {
      return false;
    }
    return degreeA < degreeB ? forbids(a, degreeA, b) : forbids(b, degreeB, a);
  }

  private boolean forbids(int body, int degree, int other) {
    int link = links.first(body);
    for (int i = 0; i < degree; i++) {
      int joint = JointLinks.joint(link);
      if (bodyA[joint] + bodyB[joint] == body + other && (flags[joint] & COLLIDE_CONNECTED) == 0) {
        return true;
      }
      link = links.next(link);
    }
    return false;
  }

  /** The solver's joints are the {@link #present} ones of the slots from 0 to this. */
  int end() {
    return end;
  }

  boolean present(int joint) {
    return type[joint] != FREE;
  }

  /** The slot of a body; of a mouse joint it is that of {@link #bodyB(int)} too. */
  int bodyA(int joint) {
    return bodyA[joint];
  }

  int bodyB(int joint) {
    return bodyB[joint];
  }

  /** Readies a joint for the substeps of a step. Safe for several joints at a time. */
  void prepare(int joint, float substepSeconds) {
    solver.prepare(joint, substepSeconds);
  }

  /** Pushes as in the substep before. Safe for joints that share no body that a force moves. */
  void warmStart(int joint) {
    solver.warmStart(joint);
  }

  /**
   * Corrects the velocities of the two bodies. Safe for joints that share no body that a force
   * moves.
   *
   * @param useBias whether to seek the right place too, not only the right velocity
   */
  void solve(int joint, float substepSeconds, boolean useBias) {
    solver.solve(joint, substepSeconds, useBias);
  }

  /** Visits all state. Once it is restored, {@link #rebuild} is called, after the bodies are. */
  void visit(StateVisitor visitor) {
    int visited = visitor.count(end, Limits.MAX_JOINTS);
    reserve(visited);
    if (visited < end) {
      clear(visited, end);
      Arrays.fill(generation, visited, end, 0);
    }
    end = visited;
    visitor.bytes(type, end);
    visitor.bytes(flags, end);
    visitor.ints(generation, end);
    visitor.ints(bodyA, end);
    visitor.ints(bodyB, end);
    visitor.floats(definition, end * DEFINITION);
    visitor.floats(impulse, end * IMPULSE);
  }

  /**
   * Finds anew what is derived from the state.
   *
   * @throws StateFormatException if a joint is none or joins what is no body
   */
  void rebuild() {
    links.clear();
    links.reserve(bodies.phase.length, type.length);
    lowestFree = 0;
    count = 0;
    for (int joint = 0; joint < end; joint++) {
      if (present(joint)) {
        checkRestored(joint);
        links.add(joint, bodyA[joint], bodyB[joint]);
        count++;
      }
    }
  }

  private void checkRestored(int joint) {
    boolean known = type[joint] >= DISTANCE && type[joint] <= MOUSE;
    boolean lives = lives(bodyA[joint]) && lives(bodyB[joint]);
    if (!known || !lives || !joinable(joint) || !reckonable(joint)) {
      throw new StateFormatException("joint " + joint + " is none");
    }
  }

  /** A hand holds one body; all else joins two, of which one can be moved. */
  private boolean joinable(int joint) {
    int a = bodyA[joint];
    int b = bodyB[joint];
    return (a == b) == (type[joint] == MOUSE)
        && (bodies.inverseMass[a] != 0 || bodies.inverseMass[b] != 0);
  }

  private boolean reckonable(int joint) {
    for (int i = 0; i < DEFINITION; i++) {
      if (Float.isNaN(definition[joint * DEFINITION + i])) {
        return false;
      }
    }
    return Limits.allFinite(impulse, joint * IMPULSE, IMPULSE);
  }

  private boolean lives(int body) {
    return body >= 0 && body < bodies.end && bodies.phase[body] == Bodies.ALIVE;
  }
}
