package ringmaster.shared.physics;

import java.util.Arrays;

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

  private static final float UNIT_TOLERANCE = 1e-3f;

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

  // By slot, derived from the kind.
  float[] inverseMass;
  float[] inverseInertia;

  // Shapes by slot.
  int shapeEnd;
  private int lowestFreeShape;

  /** The body, or {@link #NO_SLOT} for a free slot. */
  int[] shapeBody;

  int[] shapePart;
  int[] nextShape;

  /** Fat boxes: least x, least y, greatest x, greatest y. */
  float[] box;

  /** Whether the fat box is new since pairs were last sought. */
  boolean[] moved;

  Bodies(World world, int capacity) {
    this.world = world;
    parts = new PartTable();
    kinds = new Kinds(parts);
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
      world.fatten(shape);
      world.broadPhase.insert(shape, type[slot] == BodyType.STATIC.ordinal());
    }
  }

  /**
   * Takes a body out of the world. Its handle is stale at once; what rested on it wakes and is told
   * of it in the next step.
   */
  public void destroy(long body) {
    int slot = slot(body);
    for (int shape = firstShape[slot]; shape != NO_SLOT; shape = nextShape[shape]) {
      world.broadPhase.remove(shape);
      moved[shape] = false;
    }
    world.joints.destroyOf(slot);
    phase[slot] = DESTROYED;
    generation[slot]++;
    count--;
    world.destroyedSinceStep = true;
  }

  /** Frees the slots of destroyed bodies, once their contacts are gone. */
  void freeDestroyed() {
    for (int slot = 0; slot < end; slot++) {
      if (phase[slot] == DESTROYED) {
        free(slot);
      }
    }
    while (end > 0 && phase[end - 1] == FREE && generation[end - 1] == 0) {
      end--;
    }
  }

  private void free(int slot) {
    phase[slot] = FREE;
    lowestFree = Math.min(lowestFree, slot);
    int shape = firstShape[slot];
    while (shape != NO_SLOT) {
      int next = nextShape[shape];
      shapeBody[shape] = NO_SLOT;
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
    inverseMass = Arrays.copyOf(inverseMass, capacity);
    inverseInertia = Arrays.copyOf(inverseInertia, capacity);
  }

  private void growShapes() {
    if (shapeBody.length >= Limits.MAX_SHAPES) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_SHAPES + " shapes");
    }
    resizeShapes(Math.min(Math.max(16, 2 * shapeBody.length), Limits.MAX_SHAPES));
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

  public boolean exists(long body) {
    int slot = (int) body;
    return slot >= 0
        && slot < end
        && phase[slot] == ALIVE
        && generation[slot] == (int) (body >>> 32);
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
      world.fatten(shape);
      world.broadPhase.move(shape);
    }
  }

  private static void checkPose(float x, float y, float cos, float sin) {
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
    checkPush(x, y, turn);
    if (type[slot] != BodyType.DYNAMIC.ordinal() || (x == 0 && y == 0 && turn == 0)) {
      return;
    }
    int at = slot * FORCE;
    force[at] = Math.clamp(force[at] + x, -Limits.MAX_PUSH, Limits.MAX_PUSH);
    force[at + 1] = Math.clamp(force[at + 1] + y, -Limits.MAX_PUSH, Limits.MAX_PUSH);
    force[at + 2] = Math.clamp(force[at + 2] + turn, -Limits.MAX_PUSH, Limits.MAX_PUSH);
    world.wake(slot);
  }

  /** Newton seconds through the centre, at once. */
  public void applyImpulse(long body, float newtonSecondsX, float newtonSecondsY) {
    kick(slot(body), newtonSecondsX, newtonSecondsY, 0);
  }

  /** Newton seconds at a point of the world, at once. */
  public void applyImpulseAt(
      long body, float newtonSecondsX, float newtonSecondsY, float atX, float atY) {
    int slot = slot(body);
    float turn = turning(slot, newtonSecondsX, newtonSecondsY, atX, atY);
    kick(slot, newtonSecondsX, newtonSecondsY, turn);
  }

  /** Newton metre seconds, counter-clockwise, at once. */
  public void applyAngularImpulse(long body, float newtonMeterSeconds) {
    kick(slot(body), 0, 0, newtonMeterSeconds);
  }

  private void kick(int slot, float x, float y, float turn) {
    checkPush(x, y, turn);
    if (type[slot] != BodyType.DYNAMIC.ordinal() || (x == 0 && y == 0 && turn == 0)) {
      return;
    }
    int at = slot * MOTION;
    motion[at] = speed(motion[at] + x * inverseMass[slot]);
    motion[at + 1] = speed(motion[at + 1] + y * inverseMass[slot]);
    motion[at + 2] =
        Math.clamp(
            motion[at + 2] + turn * inverseInertia[slot],
            -Limits.MAX_SPIN_RADIANS_PER_SECOND,
            Limits.MAX_SPIN_RADIANS_PER_SECOND);
    world.wake(slot);
  }

  private static float speed(float value) {
    return Math.clamp(
        value, -Limits.MAX_SPEED_METERS_PER_SECOND, Limits.MAX_SPEED_METERS_PER_SECOND);
  }

  private float turning(int slot, float x, float y, float atX, float atY) {
    Limits.finite(atX, Limits.MAX_COORDINATE_METERS, "x");
    Limits.finite(atY, Limits.MAX_COORDINATE_METERS, "y");
    return (atX - pose[slot * POSE]) * y - (atY - pose[slot * POSE + 1]) * x;
  }

  private static void checkPush(float x, float y, float turn) {
    Limits.finite(x, Limits.MAX_PUSH, "push");
    Limits.finite(y, Limits.MAX_PUSH, "push");
    Limits.finite(turn, Limits.MAX_PUSH, "turning push");
  }

  /** Wakes a sleeping body and with it its whole island. */
  public void wake(long body) {
    world.wake(slot(body));
  }
}
