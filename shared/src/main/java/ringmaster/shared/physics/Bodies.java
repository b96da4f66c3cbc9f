package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * The bodies of a world, in columns, and the shapes they are made of.
 *
 * <p>A handle is a slot and its generation: {@code generation << 32 | slot}. It is never reused, so
 * that a handle of a destroyed body is known as one. A new body takes the lowest free slot; the
 * slot of a destroyed one is free after the next step, which tells others that their contact ended.
 *
 * <p>Columns that the stages of a step read directly, by slot:
 *
 * <pre>
 * pose      4 floats   x, y (centre of mass, m), cosine and sine of where it faces
 * motion    8 floats   velocity x, y (m/s), spin (rad/s), 0,
 *                      and for the present step: way x, y (m), cosine and sine of the turn
 * force     4 floats   x, y (N), torque (N m), 0: until the next step
 * </pre>
 */
public final class Bodies {
  /** No body. */
  public static final long NONE = -1;

  static final int NO_SLOT = -1;
  static final int POSE = 4;
  static final int MOTION = 8;
  static final int FORCE = 4;
  static final int BOX = 4;

  /** {@link #phase}: a free slot, a body, or one that was destroyed since the last step. */
  static final byte FREE = 0;

  static final byte ALIVE = 1;
  static final byte DESTROYED = 2;

  /** How far ahead of a body its fat boxes reach; more would make fast crowds all neighbours. */
  private static final float AHEAD_SECONDS = 0.04f;

  private static final float MAX_AHEAD_METERS = 0.15f;

  private static final float UNIT_TOLERANCE = 1e-3f;

  /** As saved, beside the phase. */
  private static final int AWAKE = 4;

  /** First floats of a row of motion, which last from step to step. */
  private static final int VELOCITIES = 3;

  private final World world;
  final Kinds kinds;
  final PartTable parts;

  // Bodies by slot.
  int end;
  private int lowestFree;
  private int count;
  byte[] phase;
  int[] generation;
  int[] kind;
  byte[] type;
  boolean[] awake;

  /** The lowest slot of the island a body sleeps with, or {@link #NO_SLOT}. */
  int[] island;

  float[] pose;
  float[] motion;
  float[] force;
  float[] sleepSeconds;
  int[] tag;
  int[] firstShape;
  boolean[] touchesMoving;

  // By slot, derived from the kind.
  float[] inverseMass;
  float[] inverseInertia;

  // Shapes by slot.
  int shapeEnd;
  private int lowestFreeShape;
  private int shapeCount;

  /** The body, or {@link #NO_SLOT} for a free slot. */
  int[] shapeBody;

  int[] shapePart;
  int[] nextShape;

  /** Fat boxes: least x, least y, greatest x, greatest y. */
  float[] box;

  /** Whether the fat box is new since pairs were last sought. */
  boolean[] moved;

  // For visiting what is not saved as it stands.
  private byte[] packedFlags = {};
  private float[] packed = {};

  Bodies(World world, int capacity) {
    this.world = world;
    parts = new PartTable();
    float stepSeconds = world.settings.stepSeconds();
    kinds = new Kinds(parts, stepSeconds / Solver.substeps(stepSeconds));
    phase = new byte[capacity];
    generation = new int[capacity];
    kind = new int[capacity];
    type = new byte[capacity];
    awake = new boolean[capacity];
    island = new int[capacity];
    pose = new float[capacity * POSE];
    motion = new float[capacity * MOTION];
    force = new float[capacity * FORCE];
    sleepSeconds = new float[capacity];
    tag = new int[capacity];
    firstShape = new int[capacity];
    touchesMoving = new boolean[capacity];
    inverseMass = new float[capacity];
    inverseInertia = new float[capacity];
    shapeBody = new int[capacity];
    shapePart = new int[capacity];
    nextShape = new int[capacity];
    box = new float[capacity * BOX];
    moved = new boolean[capacity];
    Arrays.fill(shapeBody, NO_SLOT);
  }

  /** Makes a body at rest that faces +x. */
  public long create(BodyKind newKind, float x, float y) {
    return create(newKind, x, y, 1, 0);
  }

  /**
   * Makes a body at rest.
   *
   * @param x of its centre of mass, metres
   * @param cos of where it faces; with sin a unit vector
   * @return its handle
   * @throws IllegalArgumentException if the pose is not one
   * @throws IllegalStateException if the world holds as many bodies or kinds as it can
   */
  public long create(BodyKind newKind, float x, float y, float cos, float sin) {
    checkPose(x, y, cos, sin);
    if (newKind.parts().size() > Limits.MAX_SHAPES - shapeCount) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_SHAPES + " shapes");
    }
    int newKindIndex = kinds.indexOf(newKind);
    int slot = takeSlot();
    phase[slot] = ALIVE;
    count++;
    setKindColumns(slot, newKindIndex);
    awake[slot] = newKind.type() != BodyType.STATIC;
    island[slot] = NO_SLOT;
    writePose(slot, x, y, cos, sin);
    Arrays.fill(motion, slot * MOTION, slot * MOTION + MOTION, 0);
    motion[slot * MOTION + 6] = 1;
    Arrays.fill(force, slot * FORCE, slot * FORCE + FORCE, 0);
    sleepSeconds[slot] = 0;
    tag[slot] = 0;
    touchesMoving[slot] = false;
    addShapes(slot, newKindIndex);
    return handle(slot);
  }

  private void setKindColumns(int slot, int newKind) {
    BodyKind source = kinds.get(newKind);
    kind[slot] = newKind;
    type[slot] = (byte) source.type().ordinal();
    inverseMass[slot] = source.massKilograms() > 0 ? 1 / source.massKilograms() : 0;
    inverseInertia[slot] = source.inertia() > 0 ? 1 / source.inertia() : 0;
  }

  private void addShapes(int slot, int ofKind) {
    firstShape[slot] = NO_SLOT;
    int last = NO_SLOT;
    for (int part = kinds.firstPart(ofKind); part < kinds.endPart(ofKind); part++) {
      int shape = takeShape();
      shapeBody[shape] = slot;
      shapePart[shape] = part;
      nextShape[shape] = NO_SLOT;
      if (last == NO_SLOT) {
        firstShape[slot] = shape;
      } else {
        nextShape[last] = shape;
      }
      last = shape;
      fatten(shape);
      world.broadPhase.insert(shape, type[slot] == BodyType.STATIC.ordinal());
    }
  }

  /**
   * Takes a body out of the world. Its handle is stale at once; what rested on it wakes and is told
   * of it in the next step.
   */
  public void destroy(long body) {
    int slot = slot(body);
    world.wake(slot);
    for (int shape = firstShape[slot]; shape != NO_SLOT; shape = nextShape[shape]) {
      world.broadPhase.remove(shape);
      moved[shape] = false;
    }
    world.joints.destroyOf(slot);
    phase[slot] = DESTROYED;
    generation[slot]++;
    count--;
    world.changed = true;
  }

  /** Gives those shapes of a body a new fat box that have left theirs. Safe side by side. */
  void refit(int body) {
    for (int shape = firstShape[body]; shape != NO_SLOT; shape = nextShape[shape]) {
      if (!boxHolds(shape)) {
        fatten(shape);
      }
    }
  }

  /** Whether the shape, with half of what contacts are made early by, is in its fat box. */
  private boolean boxHolds(int shape) {
    int at = shapeBody[shape] * POSE;
    int part = shapePart[shape] * PartTable.STRIDE;
    float[] geometry = parts.geometry;
    float cos = pose[at + 2];
    float sin = pose[at + 3];
    float grown = geometry[part + PartTable.RADIUS] + 0.5f * Limits.SPECULATIVE_METERS;
    int of = shape * BOX;
    float minX = box[of] + grown - pose[at];
    float minY = box[of + 1] + grown - pose[at + 1];
    float maxX = box[of + 2] - grown - pose[at];
    float maxY = box[of + 3] - grown - pose[at + 1];
    int count = parts.pointCount[shapePart[shape]];
    for (int i = 0; i < count; i++) {
      float px = geometry[part + 2 * i];
      float py = geometry[part + 2 * i + 1];
      float x = cos * px - sin * py;
      float y = sin * px + cos * py;
      if (x < minX || x > maxX || y < minY || y > maxY) {
        return false;
      }
    }
    return true;
  }

  /** Gives a shape a fat box about where it is; pairs will be sought in it. */
  void fatten(int shape) {
    int body = shapeBody[shape];
    int at = body * POSE;
    int part = shapePart[shape] * PartTable.STRIDE;
    float[] geometry = parts.geometry;
    float cos = pose[at + 2];
    float sin = pose[at + 3];
    float minX = Float.MAX_VALUE;
    float minY = Float.MAX_VALUE;
    float maxX = -Float.MAX_VALUE;
    float maxY = -Float.MAX_VALUE;
    int count = parts.pointCount[shapePart[shape]];
    for (int i = 0; i < count; i++) {
      float px = geometry[part + 2 * i];
      float py = geometry[part + 2 * i + 1];
      float x = cos * px - sin * py;
      float y = sin * px + cos * py;
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    boolean still = type[body] == BodyType.STATIC.ordinal();
    float margin = still ? 0.5f * Limits.SPECULATIVE_METERS : Limits.BOX_MARGIN_METERS;
    float grown = geometry[part + PartTable.RADIUS] + margin;
    int to = shape * BOX;
    // Where it is going it will be in the next steps: fast bodies would leave their box in each.
    float aheadX = ahead(motion[body * MOTION]);
    float aheadY = ahead(motion[body * MOTION + 1]);
    box[to] = pose[at] + minX - grown + Math.min(aheadX, 0);
    box[to + 1] = pose[at + 1] + minY - grown + Math.min(aheadY, 0);
    box[to + 2] = pose[at] + maxX + grown + Math.max(aheadX, 0);
    box[to + 3] = pose[at + 1] + maxY + grown + Math.max(aheadY, 0);
    moved[shape] = true;
  }

  private static float ahead(float metersPerSecond) {
    float meters = AHEAD_SECONDS * metersPerSecond;
    return Math.clamp(meters, -MAX_AHEAD_METERS, MAX_AHEAD_METERS);
  }

  /** Frees the slots of destroyed bodies, once their contacts are gone. */
  void freeDestroyed() {
    for (int slot = 0; slot < end; slot++) {
      if (phase[slot] == DESTROYED) {
        free(slot);
      }
    }
  }

  private void free(int slot) {
    phase[slot] = FREE;
    awake[slot] = false;
    island[slot] = NO_SLOT;
    kind[slot] = 0;
    sleepSeconds[slot] = 0;
    tag[slot] = 0;
    writePose(slot, 0, 0, 0, 0);
    Arrays.fill(motion, slot * MOTION, slot * MOTION + MOTION, 0);
    Arrays.fill(force, slot * FORCE, slot * FORCE + FORCE, 0);
    lowestFree = Math.min(lowestFree, slot);
    int shape = firstShape[slot];
    while (shape != NO_SLOT) {
      int next = nextShape[shape];
      shapeBody[shape] = NO_SLOT;
      shapeCount--;
      Arrays.fill(box, shape * BOX, shape * BOX + BOX, 0);
      lowestFreeShape = Math.min(lowestFreeShape, shape);
      shape = next;
    }
    while (shapeEnd > 0 && shapeBody[shapeEnd - 1] == NO_SLOT) {
      shapeEnd--;
    }
  }

  private int takeSlot() {
    while (lowestFree < end && phase[lowestFree] != FREE) {
      lowestFree++;
    }
    if (lowestFree == phase.length) {
      grow();
    }
    end = Math.max(end, lowestFree + 1);
    return lowestFree++;
  }

  private int takeShape() {
    while (lowestFreeShape < shapeEnd && shapeBody[lowestFreeShape] != NO_SLOT) {
      lowestFreeShape++;
    }
    if (lowestFreeShape == shapeBody.length) {
      growShapes();
    }
    shapeEnd = Math.max(shapeEnd, lowestFreeShape + 1);
    shapeCount++;
    return lowestFreeShape++;
  }

  private void grow() {
    if (phase.length >= Limits.MAX_BODIES) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_BODIES + " bodies");
    }
    resize(Math.min(Math.max(16, 2 * phase.length), Limits.MAX_BODIES));
  }

  private void resize(int capacity) {
    phase = Arrays.copyOf(phase, capacity);
    generation = Arrays.copyOf(generation, capacity);
    kind = Arrays.copyOf(kind, capacity);
    type = Arrays.copyOf(type, capacity);
    awake = Arrays.copyOf(awake, capacity);
    island = Arrays.copyOf(island, capacity);
    pose = Arrays.copyOf(pose, capacity * POSE);
    motion = Arrays.copyOf(motion, capacity * MOTION);
    force = Arrays.copyOf(force, capacity * FORCE);
    sleepSeconds = Arrays.copyOf(sleepSeconds, capacity);
    tag = Arrays.copyOf(tag, capacity);
    firstShape = Arrays.copyOf(firstShape, capacity);
    touchesMoving = Arrays.copyOf(touchesMoving, capacity);
    inverseMass = Arrays.copyOf(inverseMass, capacity);
    inverseInertia = Arrays.copyOf(inverseInertia, capacity);
  }

  private void growShapes() {
    resizeShapes(Math.min(Math.max(16, 2 * shapeBody.length), Limits.MAX_SHAPES));
    world.contacts.reserveFor(shapeBody.length);
  }

  private void resizeShapes(int capacity) {
    int old = shapeBody.length;
    shapeBody = Arrays.copyOf(shapeBody, capacity);
    Arrays.fill(shapeBody, old, capacity, NO_SLOT);
    shapePart = Arrays.copyOf(shapePart, capacity);
    nextShape = Arrays.copyOf(nextShape, capacity);
    box = Arrays.copyOf(box, capacity * BOX);
    moved = Arrays.copyOf(moved, capacity);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Slots run from 0 to this. */
  public int slots() {
    return end;
  }

  /** The body in a slot, or {@link #NONE}. */
  public long at(int slot) {
    return phase[slot] == ALIVE ? handle(slot) : NONE;
  }

  long handle(int slot) {
    return (long) generation[slot] << 32 | slot;
  }

  /** The handle by which the game knew it, if it has been destroyed since the last step. */
  long knownHandle(int slot) {
    int known = phase[slot] == DESTROYED ? generation[slot] - 1 : generation[slot];
    return (long) known << 32 | slot;
  }

  public boolean exists(long body) {
    int slot = (int) body;
    return slot >= 0
        && slot < end
        && phase[slot] == ALIVE
        && generation[slot] == (int) (body >>> 32);
  }

  /** The shape that is a body's part, or {@link #NO_SLOT}. */
  int shape(int slot, int part) {
    int shape = firstShape[slot];
    for (int i = 0; i < part && shape != NO_SLOT; i++) {
      shape = nextShape[shape];
    }
    return part < 0 ? NO_SLOT : shape;
  }

  /** Which of the parts of its body's kind a shape is. */
  int partOfKind(int shape) {
    return shapePart[shape] - kinds.firstPart(kind[shapeBody[shape]]);
  }

  /** The slot of a living body. */
  int slot(long body) {
    if (!exists(body)) {
      throw new IllegalArgumentException(
          "no body " + (int) body + "." + (body >>> 32) + ": it was destroyed or never made");
    }
    return (int) body;
  }

  public float x(long body) {
    return pose[slot(body) * POSE];
  }

  public float y(long body) {
    return pose[slot(body) * POSE + 1];
  }

  /** Of where it faces. */
  public float cos(long body) {
    return pose[slot(body) * POSE + 2];
  }

  public float sin(long body) {
    return pose[slot(body) * POSE + 3];
  }

  /** Metres per second. */
  public float velocityX(long body) {
    return motion[slot(body) * MOTION];
  }

  public float velocityY(long body) {
    return motion[slot(body) * MOTION + 1];
  }

  /** Radians per second, counter-clockwise. */
  public float spin(long body) {
    return motion[slot(body) * MOTION + 2];
  }

  public BodyKind kind(long body) {
    return kinds.get(kind[slot(body)]);
  }

  /** Whether the body is computed, not asleep; a static one never is. */
  public boolean awake(long body) {
    return awake[slot(body)];
  }

  /**
   * For how much of the time that sleep takes the body has rested: 0 while it moves, 1 when only
   * its island keeps it awake, or nothing does. Always 0 in a world whose bodies do not sleep.
   */
  public float restShare(long body) {
    return sleepSeconds[slot(body)] / Islands.SLEEP_SECONDS;
  }

  /** What the game wrote last; 0 at first. */
  public int tag(long body) {
    return tag[slot(body)];
  }

  /** Remembers a number of the game's with the body. */
  public void setTag(long body, int newTag) {
    tag[slot(body)] = newTag;
  }

  /** Puts a body elsewhere; what it touched is left behind at once. */
  public void setPose(long body, float x, float y, float cos, float sin) {
    int slot = slot(body);
    checkPose(x, y, cos, sin);
    writePose(slot, x, y, cos, sin);
    world.wake(slot);
    for (int shape = firstShape[slot]; shape != NO_SLOT; shape = nextShape[shape]) {
      fatten(shape);
      world.broadPhase.move(shape);
    }
    world.changed = true;
    if (inverseMass[slot] == 0) {
      world.joints.wakePartners(slot);
    }
  }

  static void checkPose(float x, float y, float cos, float sin) {
    Limits.finite(x, Limits.MAX_COORDINATE_METERS, "x");
    Limits.finite(y, Limits.MAX_COORDINATE_METERS, "y");
    if (!(Math.abs(cos * cos + sin * sin - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException("(" + cos + ", " + sin + ") is no unit vector");
    }
  }

  private void writePose(int slot, float x, float y, float cos, float sin) {
    int at = slot * POSE;
    pose[at] = x;
    pose[at + 1] = y;
    pose[at + 2] = cos;
    pose[at + 3] = sin;
  }

  /** Metres and radians per second; nothing for a static body. */
  public void setVelocity(long body, float velocityX, float velocityY, float spin) {
    int slot = slot(body);
    Limits.finite(velocityX, Limits.MAX_SPEED_METERS_PER_SECOND, "velocity");
    Limits.finite(velocityY, Limits.MAX_SPEED_METERS_PER_SECOND, "velocity");
    Limits.finite(spin, Limits.MAX_SPIN_RADIANS_PER_SECOND, "spin");
    if (type[slot] != BodyType.STATIC.ordinal()) {
      int at = slot * MOTION;
      motion[at] = velocityX;
      motion[at + 1] = velocityY;
      motion[at + 2] = spin;
      world.wake(slot);
    }
  }

  /** Newtons through the centre, during the next step; wakes a sleeping body. */
  public void applyForce(long body, float newtonsX, float newtonsY) {
    push(slot(body), newtonsX, newtonsY, 0);
  }

  /** Newtons at a point of the world, during the next step. */
  public void applyForceAt(long body, float newtonsX, float newtonsY, float atX, float atY) {
    int slot = slot(body);
    push(slot, newtonsX, newtonsY, turning(slot, newtonsX, newtonsY, atX, atY));
  }

  /** Newton metres, counter-clockwise, during the next step. */
  public void applyTorque(long body, float newtonMeters) {
    push(slot(body), 0, 0, newtonMeters);
  }

  private void push(int slot, float x, float y, float turn) {
    if (isFelt(slot, x, y, turn)) {
      add(force, slot * FORCE, x, Limits.MAX_PUSH);
      add(force, slot * FORCE + 1, y, Limits.MAX_PUSH);
      add(force, slot * FORCE + 2, turn, Limits.MAX_PUSH);
      world.wake(slot);
    }
  }

  /** Newton seconds through the centre, at once. */
  public void applyImpulse(long body, float newtonSecondsX, float newtonSecondsY) {
    kick(slot(body), newtonSecondsX, newtonSecondsY, 0);
  }

  /** Newton seconds at a point of the world, at once. */
  public void applyImpulseAt(
      long body, float newtonSecondsX, float newtonSecondsY, float atX, float atY) {
    int slot = slot(body);
    kick(
        slot,
        newtonSecondsX,
        newtonSecondsY,
        turning(slot, newtonSecondsX, newtonSecondsY, atX, atY));
  }

  /** Newton metre seconds, counter-clockwise, at once. */
  public void applyAngularImpulse(long body, float newtonMeterSeconds) {
    kick(slot(body), 0, 0, newtonMeterSeconds);
  }

  private void kick(int slot, float x, float y, float turn) {
    if (isFelt(slot, x, y, turn)) {
      int at = slot * MOTION;
      add(motion, at, x * inverseMass[slot], Limits.MAX_SPEED_METERS_PER_SECOND);
      add(motion, at + 1, y * inverseMass[slot], Limits.MAX_SPEED_METERS_PER_SECOND);
      add(motion, at + 2, turn * inverseInertia[slot], Limits.MAX_SPIN_RADIANS_PER_SECOND);
      world.wake(slot);
    }
  }

  /** Whether forces move the body, and these are any. */
  private boolean isFelt(int slot, float x, float y, float turn) {
    Limits.finite(x, Limits.MAX_PUSH, "push");
    Limits.finite(y, Limits.MAX_PUSH, "push");
    Limits.finite(turn, Limits.MAX_PUSH, "turning push");
    return type[slot] == BodyType.DYNAMIC.ordinal() && (x != 0 || y != 0 || turn != 0);
  }

  private static void add(float[] column, int at, float more, float max) {
    column[at] = Math.clamp(column[at] + more, -max, max);
  }

  private float turning(int slot, float x, float y, float atX, float atY) {
    Limits.finite(atX, Limits.MAX_COORDINATE_METERS, "x");
    Limits.finite(atY, Limits.MAX_COORDINATE_METERS, "y");
    float turn = (atX - pose[slot * POSE]) * y - (atY - pose[slot * POSE + 1]) * x;
    return Math.clamp(turn, -Limits.MAX_PUSH, Limits.MAX_PUSH);
  }

  /** Takes off what waits for the next step and what was left by the last. */
  void forget(int slot) {
    Arrays.fill(force, slot * FORCE, slot * FORCE + FORCE, 0);
    touchesMoving[slot] = false;
  }

  /**
   * Whether the body touched another one that can move, in the last step or before it fell asleep.
   */
  public boolean touchesMoving(long body) {
    return touchesMoving[slot(body)];
  }

  /** Wakes a sleeping body and with it its whole island. */
  public void wake(long body) {
    world.wake(slot(body));
  }

  /** Visits bodies and shapes; restoring makes what follows from them anew. */
  void visit(StateVisitor visitor) {
    int wanted = visitor.count(end, Limits.MAX_BODIES);
    if (wanted > phase.length) {
      resize(wanted);
    }
    if (visitor.restores()) {
      Arrays.fill(phase, FREE);
      // Of slots that were in use and are not in what is restored, too.
      Arrays.fill(generation, 0);
    }
    end = wanted;
    pack();
    visitor.ints(generation, end);
    visitor.bytes(packedFlags, end);
    visitor.ints(kind, end);
    visitor.ints(island, end);
    visitor.floats(pose, end * POSE);
    visitor.floats(packed, end * VELOCITIES);
    visitor.floats(sleepSeconds, end);
    visitor.ints(tag, end);
    boolean anyForce = visitor.bool(anyForce());
    if (anyForce) {
      visitor.floats(force, end * FORCE);
    } else if (visitor.restores()) {
      Arrays.fill(force, 0, end * FORCE, 0);
    }
    if (visitor.restores()) {
      unpack();
    }
    visitShapes(visitor);
    if (visitor.restores()) {
      linkShapes();
    }
  }

  private boolean anyForce() {
    for (int i = 0; i < end * FORCE; i++) {
      if (force[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private void pack() {
    if (packedFlags.length < Math.max(end, shapeEnd)) {
      packedFlags = new byte[Math.max(phase.length, shapeBody.length)];
    }
    if (packed.length < end * VELOCITIES) {
      packed = new float[phase.length * VELOCITIES];
    }
    for (int slot = 0; slot < end; slot++) {
      packedFlags[slot] = (byte) (phase[slot] | (awake[slot] ? AWAKE : 0));
      System.arraycopy(motion, slot * MOTION, packed, slot * VELOCITIES, VELOCITIES);
    }
  }

  private void unpack() {
    count = 0;
    lowestFree = 0;
    for (int slot = 0; slot < end; slot++) {
      phase[slot] = (byte) (packedFlags[slot] & ~AWAKE);
      awake[slot] = (packedFlags[slot] & AWAKE) != 0;
      System.arraycopy(packed, slot * VELOCITIES, motion, slot * MOTION, VELOCITIES);
      Arrays.fill(motion, slot * MOTION + VELOCITIES, slot * MOTION + MOTION, 0);
      motion[slot * MOTION + 6] = phase[slot] == FREE ? 0 : 1;
      touchesMoving[slot] = false;
      firstShape[slot] = NO_SLOT;
      check(slot);
      if (phase[slot] != FREE) {
        setKindColumns(slot, kind[slot]);
        count += phase[slot] == ALIVE ? 1 : 0;
      }
    }
  }

  private void check(int slot) {
    boolean fits =
        phase[slot] >= FREE
            && phase[slot] <= DESTROYED
            && kind[slot] >= 0
            && (phase[slot] == FREE || kind[slot] < kinds.count())
            && island[slot] >= NO_SLOT
            && island[slot] < end
            && (phase[slot] == FREE || standsSomewhere(slot))
            && finite(motion, slot * MOTION, VELOCITIES)
            && finite(force, slot * FORCE, FORCE)
            && sleepSeconds[slot] >= 0;
    if (!fits) {
      throw new StateFormatException("body " + slot + " cannot be");
    }
  }

  /** Whether the pose is one, and the body awake or asleep as its type allows. */
  private boolean standsSomewhere(int slot) {
    int at = slot * POSE;
    boolean within =
        Math.abs(pose[at]) <= Limits.MAX_COORDINATE_METERS
            && Math.abs(pose[at + 1]) <= Limits.MAX_COORDINATE_METERS;
    float squared = pose[at + 2] * pose[at + 2] + pose[at + 3] * pose[at + 3];
    boolean fixed = kinds.get(kind[slot]).type() == BodyType.STATIC;
    boolean sleepsOrNot = awake[slot] || island[slot] != NO_SLOT;
    boolean rests = fixed ? !awake[slot] && island[slot] == NO_SLOT : sleepsOrNot;
    return within && Math.abs(squared - 1) <= UNIT_TOLERANCE && rests;
  }

  private static boolean finite(float[] column, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!(Math.abs(column[i]) < Float.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  private void visitShapes(StateVisitor visitor) {
    int wanted = visitor.count(shapeEnd, Limits.MAX_SHAPES);
    if (wanted > shapeBody.length) {
      resizeShapes(wanted);
    }
    if (visitor.restores()) {
      Arrays.fill(shapeBody, NO_SLOT);
    }
    shapeEnd = wanted;
    if (packedFlags.length < shapeEnd) {
      packedFlags = new byte[shapeBody.length];
    }
    for (int shape = 0; shape < shapeEnd; shape++) {
      packedFlags[shape] = (byte) (moved[shape] ? 1 : 0);
    }
    visitor.ints(shapeBody, shapeEnd);
    visitor.floats(box, shapeEnd * BOX);
    visitor.bytes(packedFlags, shapeEnd);
  }

  /** A body's shapes, in ascending slots, are the parts of its kind. */
  private void linkShapes() {
    lowestFreeShape = 0;
    shapeCount = 0;
    world.broadPhase.clear();
    for (int shape = shapeEnd - 1; shape >= 0; shape--) {
      moved[shape] = packedFlags[shape] == 1;
      int body = shapeBody[shape];
      checkShape(shape, body);
      if (body != NO_SLOT) {
        shapeCount++;
        nextShape[shape] = firstShape[body];
        firstShape[body] = shape;
      }
    }
    for (int body = 0; body < end; body++) {
      if (phase[body] != FREE) {
        numberParts(body);
      }
    }
  }

  private void checkShape(int shape, int body) {
    boolean belongs = body >= 0 && body < end && phase[body] != FREE;
    boolean fits = body == NO_SLOT ? !moved[shape] : belongs && finite(box, shape * BOX, BOX);
    if (!fits || packedFlags[shape] < 0 || packedFlags[shape] > 1) {
      throw new StateFormatException("shape " + shape + " of body " + body + " cannot be");
    }
  }

  private void numberParts(int body) {
    int part = kinds.firstPart(kind[body]);
    for (int shape = firstShape[body]; shape != NO_SLOT; shape = nextShape[shape]) {
      if (part == kinds.endPart(kind[body])) {
        throw new StateFormatException("body " + body + " has more shapes than its kind");
      }
      shapePart[shape] = part++;
      if (phase[body] == ALIVE) {
        world.broadPhase.insert(shape, type[body] == BodyType.STATIC.ordinal());
      }
    }
    if (part != kinds.endPart(kind[body])) {
      throw new StateFormatException("body " + body + " has fewer shapes than its kind");
    }
  }
}
