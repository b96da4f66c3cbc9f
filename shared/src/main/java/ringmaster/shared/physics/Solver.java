package ringmaster.shared.physics;

/**
 * Moves the awake bodies by one step in substeps: velocities, what was held last time, constraints
 * with push, positions, constraints without push.
 *
 * <p>Each stage is shared by blocks: bodies by their place in the list, constraints within a colour.
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

  /** Slower is at rest: a float that shrinks for ever would become one that is slow to reckon. */
  private static final float STILL = 1e-12f;

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

  /** Where the colour at hand begins and ends. */
  private int from;

  private int to;

  private final Workers.Stage prepareContacts = this::prepareContacts;
  private final Workers.Stage prepareJoints = this::prepareJoints;
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
    float wanted = settings.stepSeconds() * SUBSTEPS_PER_SECOND - PART;
    substeps = Math.max(SUBSTEPS, (int) Math.ceil(wanted));
    substepSeconds = settings.stepSeconds() / substeps;
    gravityX = settings.gravityX();
    gravityY = settings.gravityY();
    contactSolver = new ContactSolver(bodies, contacts, substepSeconds);
  }

  /** Moves the listed bodies; the graph has been built. */
  void solve(Crew crew, int[] newMoving, int count) {
    moving = newMoving;
    movingCount = count;
    contactSolver.reserve(graph.contactCount);
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
    overflow(jointStage, graph.jointStart, JOINT_BLOCK);
    overflow(contactStage, graph.contactStart, CONTACT_BLOCK);
    for (int color = 0; color < ContactGraph.COLORS; color++) {
      color(crew, jointStage, graph.jointStart, color, JOINT_BLOCK);
      color(crew, contactStage, graph.contactStart, color, CONTACT_BLOCK);
    }
  }

  private void contactsByColor(Crew crew, Workers.Stage stage) {
    overflow(stage, graph.contactStart, CONTACT_BLOCK);
    for (int color = 0; color < ContactGraph.COLORS; color++) {
      color(crew, stage, graph.contactStart, color, CONTACT_BLOCK);
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
      joints.prepare(graph.jointOrder[i], substepSeconds, true);
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

  private void velocities(int block, int lane) {
    int end = Math.min((block + 1) * BODY_BLOCK, movingCount);
    for (int i = block * BODY_BLOCK; i < end; i++) {
      if (bodies.inverseMass[moving[i]] != 0) {
        changeVelocity(moving[i]);
      }
    }
  }

  /** Forces and gravity, then damping as if it acted on the result: stable for any strength. */
  private void changeVelocity(int body) {
    float[] motion = bodies.motion;
    float[] force = bodies.force;
    int at = body * Bodies.MOTION;
    int push = body * Bodies.FORCE;
    int kind = bodies.kind[body];
    float seconds = substepSeconds;
    float inverseMass = bodies.inverseMass[body];
    float scale = bodies.kinds.gravityScale[kind];
    float slowing = 1 / (1 + seconds * bodies.kinds.linearDamping[kind]);
    float vx = (motion[at] + seconds * (force[push] * inverseMass + gravityX * scale)) * slowing;
    float vy =
        (motion[at + 1] + seconds * (force[push + 1] * inverseMass + gravityY * scale)) * slowing;
    float spin = motion[at + 2] + seconds * force[push + 2] * bodies.inverseInertia[body];
    spin /= 1 + seconds * bodies.kinds.angularDamping[kind];
    motion[at] = Math.abs(vx) < STILL ? 0 : vx;
    motion[at + 1] = Math.abs(vy) < STILL ? 0 : vy;
    motion[at + 2] = Math.abs(spin) < STILL ? 0 : spin;
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
      // Halved first: the square of a great number is no number.
      float length = (float) Math.sqrt((double) vx * vx + (double) vy * vy);
      float scale = length < Float.POSITIVE_INFINITY ? limit / length : 0;
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
