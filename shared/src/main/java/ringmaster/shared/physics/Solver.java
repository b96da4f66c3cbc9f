package ringmaster.shared.physics;

/**
 * Moves the awake bodies by one step in substeps: velocities, what was held last time, constraints
 * with push, positions, constraints without push.
 *
 * <p>Each stage is shared by blocks: bodies by their place in the list, constraints within a
 * colour.
 */
final class Solver {
  /** Of a step of 1/60 s; longer steps have more, since what holds together is their length. */
  private static final int SUBSTEPS = 4;

  private static final float SUBSTEPS_PER_SECOND = 240;

  /** What rounding may add to a whole number of substeps. */
  private static final float PART = 0.01f;

  private static final int BODY_BLOCK = 128;
  private static final int CONTACT_BLOCK = 32;
  private static final int JOINT_BLOCK = 32;

  /** Floats of {@link #drive} for each moving body. */
  private static final int DRIVE = 5;

  private final Bodies bodies;
  private final Joints joints;
  private final ContactGraph graph;
  final ContactSolver contactSolver;
  private final int substeps;
  private final float substepSeconds;
  private final float gravityX;
  private final float gravityY;

  private int[] moving = {};
  private int movingCount;

  /** Shares kept of velocity and spin in a substep, then what is added to x, y and spin. */
  private float[] drive = {};

  /** Where the colour at hand begins and ends. */
  private int from;

  private int to;

  private final Workers.Stage prepareContacts = this::prepareContacts;
  private final Workers.Stage prepareJoints = this::prepareJoints;
  private final Workers.Stage prepareBodies = this::prepareBodies;
  private final Workers.Stage velocities = this::velocities;
  private final Workers.Stage positions = this::positions;
  private final Workers.Stage warmJoints = this::warmJoints;
  private final Workers.Stage warmContacts = this::warmContacts;
  private final Workers.Stage pushJoints = (block, lane) -> solveJoints(block, true);
  private final Workers.Stage relaxJoints = (block, lane) -> solveJoints(block, false);
  private final Workers.Stage pushContacts = (block, lane) -> solveContacts(block, true);
  private final Workers.Stage relaxContacts = (block, lane) -> solveContacts(block, false);
  private final Workers.Stage bounce = this::bounce;
  private final Workers.Stage store = this::store;

  Solver(
      WorldSettings settings, Bodies bodies, Contacts contacts, Joints joints, ContactGraph graph) {
    this.bodies = bodies;
    this.joints = joints;
    this.graph = graph;
    substeps = substeps(settings.stepSeconds());
    substepSeconds = settings.stepSeconds() / substeps;
    gravityX = settings.gravityX();
    gravityY = settings.gravityY();
    contactSolver = new ContactSolver(bodies, contacts, substepSeconds);
  }

  static int substeps(float stepSeconds) {
    return Math.max(SUBSTEPS, (int) Math.ceil(stepSeconds * SUBSTEPS_PER_SECOND - PART));
  }

  /** Moves the listed bodies; the graph has been built. */
  void solve(Crew crew, int[] newMoving, int count) {
    moving = newMoving;
    movingCount = count;
    if (drive.length < count * DRIVE) {
      drive = new float[moving.length * DRIVE];
    }
    contactSolver.reserve();
    crew.run(prepareBodies, movingCount, BODY_BLOCK);
    crew.run(prepareJoints, graph.jointCount, JOINT_BLOCK);
    crew.run(prepareContacts, graph.contactCount, CONTACT_BLOCK);
    for (int substep = 0; substep < substeps; substep++) {
      crew.run(velocities, movingCount, BODY_BLOCK);
      byColor(crew, warmJoints, warmContacts);
      byColor(crew, pushJoints, pushContacts);
      crew.run(positions, movingCount, BODY_BLOCK);
      byColor(crew, relaxJoints, relaxContacts);
    }
    contactsByColor(crew, bounce);
    crew.run(store, graph.contactCount, CONTACT_BLOCK);
  }

  private void byColor(Crew crew, Workers.Stage jointStage, Workers.Stage contactStage) {
    if (graph.jointCount == 0) {
      contactsByColor(crew, contactStage);
      return;
    }
    overflow(jointStage, graph.jointStart, JOINT_BLOCK);
    overflow(contactStage, graph.contactStart, CONTACT_BLOCK);
    for (int i = 0; i < graph.colorCount; i++) {
      color(crew, jointStage, graph.jointStart, graph.colors[i], JOINT_BLOCK);
      color(crew, contactStage, graph.contactStart, graph.colors[i], CONTACT_BLOCK);
    }
  }

  private void contactsByColor(Crew crew, Workers.Stage stage) {
    if (crew.alone()) {
      // One after the other, in the same order: colours need not be told apart.
      from = 0;
      to = graph.contactCount;
      crew.run(stage, to, CONTACT_BLOCK);
      return;
    }
    overflow(stage, graph.contactStart, CONTACT_BLOCK);
    for (int i = 0; i < graph.colorCount; i++) {
      color(crew, stage, graph.contactStart, graph.colors[i], CONTACT_BLOCK);
    }
  }

  private void color(Crew crew, Workers.Stage stage, int[] start, int color, int blockSize) {
    from = start[color];
    to = start[color + 1];
    if (from < to) {
      crew.run(stage, to - from, blockSize);
    }
  }

  /** Without workers: the constraints of the overflow share bodies. */
  private void overflow(Workers.Stage stage, int[] start, int blockSize) {
    from = start[ContactGraph.OVERFLOW];
    to = start[ContactGraph.OVERFLOW + 1];
    for (int block = 0; block * blockSize < to - from; block++) {
      stage.block(block, 0);
    }
  }

  private int first(int block, int blockSize) {
    return from + block * blockSize;
  }

  private int last(int block, int blockSize) {
    return Math.min(from + (block + 1) * blockSize, to);
  }

  private void prepareContacts(int block, int lane) {
    int begin = block * CONTACT_BLOCK;
    int end = Math.min(begin + CONTACT_BLOCK, graph.contactCount);
    contactSolver.prepare(graph.contactOrder, begin, end);
  }

  private void prepareJoints(int block, int lane) {
    int end = Math.min((block + 1) * JOINT_BLOCK, graph.jointCount);
    for (int i = block * JOINT_BLOCK; i < end; i++) {
      joints.prepare(graph.jointOrder[i], substepSeconds);
    }
  }

  private void warmJoints(int block, int lane) {
    for (int i = first(block, JOINT_BLOCK); i < last(block, JOINT_BLOCK); i++) {
      joints.warmStart(graph.jointOrder[i]);
    }
  }

  private void solveJoints(int block, boolean bias) {
    for (int i = first(block, JOINT_BLOCK); i < last(block, JOINT_BLOCK); i++) {
      joints.solve(graph.jointOrder[i], substepSeconds, bias);
    }
  }

  private void warmContacts(int block, int lane) {
    contactSolver.warmStart(first(block, CONTACT_BLOCK), last(block, CONTACT_BLOCK));
  }

  private void solveContacts(int block, boolean bias) {
    contactSolver.solve(first(block, CONTACT_BLOCK), last(block, CONTACT_BLOCK), bias);
  }

  private void bounce(int block, int lane) {
    contactSolver.bounce(first(block, CONTACT_BLOCK), last(block, CONTACT_BLOCK));
  }

  private void store(int block, int lane) {
    int begin = block * CONTACT_BLOCK;
    contactSolver.store(begin, Math.min(begin + CONTACT_BLOCK, graph.contactCount));
  }

  /** What all substeps do to a body's velocity alike. */
  private void prepareBodies(int block, int lane) {
    int end = Math.min((block + 1) * BODY_BLOCK, movingCount);
    Kinds kinds = bodies.kinds;
    float[] force = bodies.force;
    for (int i = block * BODY_BLOCK; i < end; i++) {
      int body = moving[i];
      int kind = bodies.kind[body];
      float perMass = bodies.inverseMass[body];
      // What has no mass keeps the velocity it was given.
      float scale = perMass != 0 ? kinds.gravityScale[kind] : 0;
      float slowing = perMass != 0 ? kinds.linearSlowing[kind] : 1;
      float spinSlowing = perMass != 0 ? kinds.angularSlowing[kind] : 1;
      int push = body * Bodies.FORCE;
      float gainX = substepSeconds * (force[push] * perMass + gravityX * scale);
      float gainY = substepSeconds * (force[push + 1] * perMass + gravityY * scale);
      float gainSpin = substepSeconds * (force[push + 2] * bodies.inverseInertia[body]);
      int at = i * DRIVE;
      drive[at] = slowing;
      drive[at + 1] = spinSlowing;
      drive[at + 2] = gainX * slowing;
      drive[at + 3] = gainY * slowing;
      drive[at + 4] = gainSpin * spinSlowing;
    }
  }

  /** Forces and gravity, then damping as if it acted on the result: stable for any strength. */
  private void velocities(int block, int lane) {
    int end = Math.min((block + 1) * BODY_BLOCK, movingCount);
    float[] motion = bodies.motion;
    for (int i = block * BODY_BLOCK; i < end; i++) {
      int at = moving[i] * Bodies.MOTION;
      int by = i * DRIVE;
      float slowing = drive[by];
      motion[at] = motion[at] * slowing + drive[by + 2];
      motion[at + 1] = motion[at + 1] * slowing + drive[by + 3];
      motion[at + 2] = motion[at + 2] * drive[by + 1] + drive[by + 4];
    }
  }

  private void positions(int block, int lane) {
    int end = Math.min((block + 1) * BODY_BLOCK, movingCount);
    float[] motion = bodies.motion;
    for (int i = block * BODY_BLOCK; i < end; i++) {
      changePosition(motion, moving[i] * Bodies.MOTION);
    }
  }

  /** Turns to first order and makes the result a unit vector again: no trigonometry. */
  private void changePosition(float[] motion, int at) {
    float vx = motion[at];
    float vy = motion[at + 1];
    float squared = vx * vx + vy * vy;
    float limit = Limits.MAX_SPEED_METERS_PER_SECOND;
    if (!(squared <= limit * limit)) {
      // In doubles, which hold the square of any float.
      float scale = limit / (float) Math.sqrt((double) vx * vx + (double) vy * vy);
      vx *= scale;
      vy *= scale;
      motion[at] = vx;
      motion[at + 1] = vy;
    }
    float spin = motion[at + 2];
    float spinLimit = Limits.MAX_SPIN_RADIANS_PER_SECOND;
    if (!(Math.abs(spin) <= spinLimit)) {
      spin = spin > 0 ? spinLimit : -spinLimit;
      motion[at + 2] = spin;
    }
    motion[at + 4] += substepSeconds * vx;
    motion[at + 5] += substepSeconds * vy;
    if (spin != 0) {
      float turn = substepSeconds * spin;
      float cos = motion[at + 6] - turn * motion[at + 7];
      float sin = motion[at + 7] + turn * motion[at + 6];
      float inverse = 1 / (float) Math.sqrt(cos * cos + sin * sin);
      motion[at + 6] = cos * inverse;
      motion[at + 7] = sin * inverse;
    }
  }
}
