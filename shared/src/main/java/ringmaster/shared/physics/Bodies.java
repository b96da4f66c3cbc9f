package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * The bodies of a world, in columns; {@link Shapes} has what they are made of.
 *
 * <p>A handle is a slot and its generation: {@code generation << 32 | slot}. It is never reused, so
 * that a handle of a destroyed body is known as one. A new body takes the lowest free slot; the
 * slot of a destroyed one is free after the next step, which tells others that their contact ended,
 * or at once after {@link World#takeOut}, which tells nobody.
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

  /** {@link #phase}: a free slot, a body, or one that was destroyed since the last step. */
  static final byte FREE = 0;

  static final byte ALIVE = 1;
  static final byte DESTROYED = 2;

  private static final float UNIT_TOLERANCE = 1e-3f;

  /** As saved, beside the phase. */
  private static final int AWAKE = 4;

  /** First floats of a row of motion, which last from step to step. */
  private static final int VELOCITIES = 3;

  private final World world;
  final Kinds kinds;
  final PartTable parts;
  final Shapes shapes;

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

  /** Of {@link Shapes}, or {@link #NO_SLOT}. */
  int[] firstShape;

  boolean[] touchesMoving;

  // By slot, derived from the kind.
  float[] inverseMass;
  float[] inverseInertia;

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
    shapes = new Shapes(world, this, capacity);
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
    shapes.checkRoom(newKind.parts().size());
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
    shapes.addOf(slot);
    return handle(slot);
  }

  private void setKindColumns(int slot, int newKind) {
    BodyKind source = kinds.get(newKind);
    kind[slot] = newKind;
    type[slot] = (byte) source.type().ordinal();
    inverseMass[slot] = source.massKilograms() > 0 ? 1 / source.massKilograms() : 0;
    inverseInertia[slot] = source.inertia() > 0 ? 1 / source.inertia() : 0;
  }

  /**
   * Takes a body out of the world. Its handle is stale at once; what rested on it wakes and is told
   * of it in the next step.
   */
  public void destroy(long body) {
    int slot = slot(body);
    world.wake(slot);
    shapes.hideOf(slot);
    world.joints.destroyOf(slot);
    phase[slot] = DESTROYED;
    generation[slot]++;
    count--;
    world.changed = true;
  }

  /** Frees the slots of destroyed bodies, once their contacts are gone. */
  void freeDestroyed() {
    for (int slot = 0; slot < end; slot++) {
      if (phase[slot] == DESTROYED) {
        free(slot);
      }
    }
  }

  /** Frees the slot of a destroyed body that has no contacts. */
  void free(int slot) {
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
    shapes.freeOf(slot);
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

  private void grow() {
    if (phase.length >= Limits.MAX_BODIES) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_BODIES + " bodies");
    }
    resize(Limits.grown(phase.length, Limits.MAX_BODIES));
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

  boolean isStatic(int slot) {
    return type[slot] == BodyType.STATIC.ordinal();
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
    shapes.place(slot);
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
    if (!isStatic(slot)) {
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

  /** Visits all bodies; restoring makes what follows from them anew. */
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
    if (packedFlags.length < end) {
      packedFlags = new byte[phase.length];
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
            && Limits.allFinite(motion, slot * MOTION, VELOCITIES)
            && Limits.allFinite(force, slot * FORCE, FORCE)
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
}
