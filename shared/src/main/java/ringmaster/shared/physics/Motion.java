package ringmaster.shared.physics;

/**
 * Ends a step for the bodies that moved: new poses, new fat boxes for shapes that left theirs, and
 * who went so far that it may have passed through something.
 */
final class Motion implements Workers.Stage {
  private static final int BLOCK = 128;

  /** What goes further than this share of its thickness is looked at again. */
  private static final float FAST_SHARE = 0.25f;

  private static final float TURN_TOLERANCE = 0.25f;

  /** Slower is at rest: a float that shrinks for ever would become one that is slow to reckon. */
  private static final float STILL = 1e-12f;

  private final Bodies bodies;
  private final Islands islands;
  private final float stepSeconds;
  private final boolean sleep;

  private int[] moving = {};
  private int movingCount;

  /** Where fast bodies were before the step, by slot, like {@link Bodies#pose}. */
  float[] start = {};

  boolean[] fast = {};

  Motion(WorldSettings settings, Bodies bodies, Islands islands) {
    this.bodies = bodies;
    this.islands = islands;
    stepSeconds = settings.stepSeconds();
    sleep = settings.sleep();
  }

  void finish(Crew crew, int[] newMoving, int count) {
    moving = newMoving;
    movingCount = count;
    if (fast.length < bodies.end) {
      fast = new boolean[bodies.phase.length];
      start = new float[bodies.pose.length];
    }
    crew.run(this, count, BLOCK);
  }

  @Override
  public void block(int block, int lane) {
    int end = Math.min((block + 1) * BLOCK, movingCount);
    for (int i = block * BLOCK; i < end; i++) {
      finish(moving[i]);
    }
  }

  private void finish(int body) {
    float[] pose = bodies.pose;
    float[] motion = bodies.motion;
    int at = body * Bodies.POSE;
    int from = body * Bodies.MOTION;
    float wayX = motion[from + 4];
    float wayY = motion[from + 5];
    float turnCos = motion[from + 6];
    float turnSin = motion[from + 7];
    fast[body] = isFast(body, wayX, wayY, turnCos, turnSin);
    if (fast[body]) {
      System.arraycopy(pose, at, start, at, Bodies.POSE);
    }
    float x = pose[at] + wayX;
    float y = pose[at + 1] + wayY;
    float limit = Limits.MAX_COORDINATE_METERS;
    if (!(Math.abs(x) <= limit && Math.abs(y) <= limit)) {
      motion[from] = 0;
      motion[from + 1] = 0;
      x = Math.max(-limit, Math.min(x, limit));
      y = Math.max(-limit, Math.min(y, limit));
    }
    pose[at] = x;
    pose[at + 1] = y;
    if (turnSin != 0) {
      float cos = pose[at + 2] * turnCos - pose[at + 3] * turnSin;
      float sin = pose[at + 3] * turnCos + pose[at + 2] * turnSin;
      float inverse = 1 / (float) Math.sqrt(cos * cos + sin * sin);
      pose[at + 2] = cos * inverse;
      pose[at + 3] = sin * inverse;
    }
    motion[from] = kept(motion[from]);
    motion[from + 1] = kept(motion[from + 1]);
    motion[from + 2] = kept(motion[from + 2]);
    motion[from + 4] = 0;
    motion[from + 5] = 0;
    motion[from + 6] = 1;
    motion[from + 7] = 0;
    int push = body * Bodies.FORCE;
    bodies.force[push] = 0;
    bodies.force[push + 1] = 0;
    bodies.force[push + 2] = 0;
    if (sleep) {
      islands.rest(body, stepSeconds);
    }
    if (!fast[body]) {
      bodies.shapes.refit(body);
    }
  }

  private static float kept(float value) {
    return Math.abs(value) < STILL ? 0 : value;
  }

  private boolean isFast(int body, float wayX, float wayY, float turnCos, float turnSin) {
    if (bodies.inverseMass[body] == 0) {
      return false;
    }
    int kind = bodies.kind[body];
    float limit = FAST_SHARE * bodies.kinds.thickness[kind];
    float sweep = turnSin * bodies.kinds.reach[kind];
    return wayX * wayX + wayY * wayY > limit * limit
        || (turnCos < 1 - TURN_TOLERANCE || sweep * sweep > limit * limit);
  }
}
