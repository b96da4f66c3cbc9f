package ringmaster.shared.circles;

import java.util.Arrays;
import ringmaster.shared.state.StateVisitor;

/**
 * Circles that push each other between {@link Walls}, seen from above: no gravity, no friction
 * between bodies, air that slows them.
 *
 * <p>A body is a slot chosen by the game; all its state is in columns. A step consists of substeps
 * of at most 1/120 s. In each, velocities and positions are integrated (semi-implicit Euler,
 * implicit damping) and contacts are solved by projected impulses, pairs first and walls last, so
 * that nothing ends a pass inside a wall. Bodies without a pair contact are therefore moved by
 * walls alone, and by the very same operations in any world that holds them: a client predicts its
 * own body in a world of one.
 *
 * <p>Pairs are found by a sweep along x. Its order is sorted by (left edge, slot), hence a function
 * of the state and not of what the order was before.
 */
public final class World {
  /** Faster bodies are slowed to this: half a metre a substep, below the smallest radius in use. */
  public static final float MAX_SPEED_METERS_PER_SECOND = 60;

  /** Where {@link #stepsSinceContact} stops counting. */
  public static final int MAX_CONTACT_AGE_STEPS = 255;

  private static final float SUBSTEPS_PER_SECOND = 120;
  private static final int SOLVER_PASSES = 4;

  /** Overlap left alone, so that bodies at rest in touch stay where they are. */
  private static final float SLOP_METERS = 0.004f;

  /** Share of a pair's overlap undone per pass; all of it at once would make heaps tremble. */
  private static final float SEPARATION_SHARE = 0.4f;

  /** Bounds how far one pass moves bodies that were put into each other. */
  private static final float MAX_SEPARATION_METERS = 0.1f;

  /** Slower impacts do not bounce. */
  private static final float BOUNCE_METERS_PER_SECOND = 1;

  /** Unpowered bodies below these speeds stop, so that a resting body is the same every tick. */
  private static final float REST_METERS_PER_SECOND = 0.02f;

  private static final float REST_RADIANS_PER_SECOND = 0.01f;

  /** More than the solver moves a body within a substep, so that the sweep misses no pair. */
  private static final float SWEEP_MARGIN_METERS = 0.2f;

  private final Walls walls;
  private final int capacity;
  private final int substeps;
  private final float substepSeconds;

  // Constants of the match, by slot.
  private final float[] radius;
  private final float[] inverseMass;
  private final float[] inverseInertia;
  private final float[] linearSlowing;
  private final float[] angularSlowing;
  private final float[] restitution;
  private final int[] category;

  // State, by slot.
  private final byte[] present;
  private final float[] x;
  private final float[] y;
  private final float[] velocityX;
  private final float[] velocityY;
  private final float[] facingCos;
  private final float[] facingSin;
  private final float[] angularVelocity;
  private final int[] contactAge;

  // Zero between steps, hence no state.
  private final float[] forceX;
  private final float[] forceY;
  private final float[] torque;

  // Derived anew in every substep.
  private final int[] sweep;
  private final float[] leftEdge;

  /**
   * @param capacity number of slots
   * @param stepSeconds what a step advances by
   */
  public World(Walls walls, int capacity, float stepSeconds) {
    this.walls = walls;
    this.capacity = capacity;
    substeps = Math.max(1, (int) Math.ceil(stepSeconds * SUBSTEPS_PER_SECOND - 0.01f));
    substepSeconds = stepSeconds / substeps;
    radius = new float[capacity];
    inverseMass = new float[capacity];
    inverseInertia = new float[capacity];
    linearSlowing = new float[capacity];
    angularSlowing = new float[capacity];
    restitution = new float[capacity];
    category = new int[capacity];
    present = new byte[capacity];
    x = new float[capacity];
    y = new float[capacity];
    velocityX = new float[capacity];
    velocityY = new float[capacity];
    facingCos = new float[capacity];
    facingSin = new float[capacity];
    angularVelocity = new float[capacity];
    contactAge = new int[capacity];
    forceX = new float[capacity];
    forceY = new float[capacity];
    torque = new float[capacity];
    sweep = new int[capacity];
    leftEdge = new float[capacity];
    Arrays.setAll(sweep, slot -> slot);
  }

  /** Says what a slot's bodies are like; once, before the first one is placed. */
  public void define(int body, BodyKind kind) {
    radius[body] = kind.radiusMeters();
    inverseMass[body] = 1 / kind.massKilograms();
    inverseInertia[body] = 1 / kind.inertia();
    linearSlowing[body] = 1 / (1 + substepSeconds * kind.linearDampingPerSecond());
    angularSlowing[body] = 1 / (1 + substepSeconds * kind.angularDampingPerSecond());
    restitution[body] = kind.restitution();
    category[body] = kind.category();
  }

  /** Puts a body at rest into a slot; (cos, sin) is where it faces, a unit vector. */
  public void place(int body, float atX, float atY, float cos, float sin) {
    present[body] = 1;
    x[body] = atX;
    y[body] = atY;
    facingCos[body] = cos;
    facingSin[body] = sin;
    setVelocity(body, 0, 0, 0);
    contactAge[body] = MAX_CONTACT_AGE_STEPS;
  }

  public void setVelocity(int body, float vx, float vy, float radiansPerSecond) {
    velocityX[body] = vx;
    velocityY[body] = vy;
    angularVelocity[body] = radiansPerSecond;
  }

  public void remove(int body) {
    present[body] = 0;
    forceX[body] = 0;
    forceY[body] = 0;
    torque[body] = 0;
  }

  public boolean present(int body) {
    return present[body] != 0;
  }

  public int capacity() {
    return capacity;
  }

  public float x(int body) {
    return x[body];
  }

  public float y(int body) {
    return y[body];
  }

  public float velocityX(int body) {
    return velocityX[body];
  }

  public float velocityY(int body) {
    return velocityY[body];
  }

  public float facingCos(int body) {
    return facingCos[body];
  }

  public float facingSin(int body) {
    return facingSin[body];
  }

  /** Radians per second, counter-clockwise. */
  public float angularVelocity(int body) {
    return angularVelocity[body];
  }

  public float radius(int body) {
    return radius[body];
  }

  /**
   * Steps since the body last touched another one or took an impulse: 0 for within the last step or
   * since, at most {@link #MAX_CONTACT_AGE_STEPS}.
   */
  public int stepsSinceContact(int body) {
    return contactAge[body];
  }

  /** Newtons through the centre, during the next step. */
  public void applyForce(int body, float newtonsX, float newtonsY) {
    forceX[body] += newtonsX;
    forceY[body] += newtonsY;
  }

  /** Newton metres, counter-clockwise, during the next step. */
  public void applyTorque(int body, float newtonMeters) {
    torque[body] += newtonMeters;
  }

  /** Newton seconds through the centre, at once; counts as a contact. */
  public void applyImpulse(int body, float newtonSecondsX, float newtonSecondsY) {
    velocityX[body] += newtonSecondsX * inverseMass[body];
    velocityY[body] += newtonSecondsY * inverseMass[body];
    contactAge[body] = 0;
  }

  /** Advances all bodies by one step. */
  public void step() {
    ageContacts();
    for (int substep = 0; substep < substeps; substep++) {
      integrate();
      sortSweep();
      for (int pass = 0; pass < SOLVER_PASSES; pass++) {
        solvePairs();
        solveWalls();
      }
    }
    clearForces();
  }

  private void ageContacts() {
    for (int body = 0; body < capacity; body++) {
      contactAge[body] = Math.min(contactAge[body] + 1, MAX_CONTACT_AGE_STEPS);
    }
  }

  private void clearForces() {
    Arrays.fill(forceX, 0);
    Arrays.fill(forceY, 0);
    Arrays.fill(torque, 0);
  }

  private void integrate() {
    for (int body = 0; body < capacity; body++) {
      if (present[body] != 0) {
        integrateVelocity(body);
        integrateTurning(body);
        x[body] += velocityX[body] * substepSeconds;
        y[body] += velocityY[body] * substepSeconds;
      }
    }
  }

  private void integrateVelocity(int body) {
    float gain = substepSeconds * inverseMass[body];
    float vx = (velocityX[body] + forceX[body] * gain) * linearSlowing[body];
    float vy = (velocityY[body] + forceY[body] * gain) * linearSlowing[body];
    float speedSquared = vx * vx + vy * vy;
    if (speedSquared > MAX_SPEED_METERS_PER_SECOND * MAX_SPEED_METERS_PER_SECOND) {
      float scale = MAX_SPEED_METERS_PER_SECOND / (float) Math.sqrt(speedSquared);
      vx *= scale;
      vy *= scale;
    } else if (speedSquared < REST_METERS_PER_SECOND * REST_METERS_PER_SECOND
        && forceX[body] == 0
        && forceY[body] == 0) {
      vx = 0;
      vy = 0;
    }
    velocityX[body] = vx;
    velocityY[body] = vy;
  }

  /** Turns the facing to first order and makes it a unit vector again: no trigonometry. */
  private void integrateTurning(int body) {
    float spin = angularVelocity[body] + torque[body] * substepSeconds * inverseInertia[body];
    spin *= angularSlowing[body];
    if (torque[body] == 0 && Math.abs(spin) < REST_RADIANS_PER_SECOND) {
      spin = 0;
    }
    angularVelocity[body] = spin;
    if (spin == 0) {
      return;
    }
    float angle = spin * substepSeconds;
    float cos = facingCos[body] - angle * facingSin[body];
    float sin = facingSin[body] + angle * facingCos[body];
    float inverseLength = 1 / (float) Math.sqrt(cos * cos + sin * sin);
    facingCos[body] = cos * inverseLength;
    facingSin[body] = sin * inverseLength;
  }

  /** Insertion sort: from one substep to the next hardly anything changes places. */
  private void sortSweep() {
    for (int body = 0; body < capacity; body++) {
      leftEdge[body] = present[body] != 0 ? x[body] - radius[body] : Float.POSITIVE_INFINITY;
    }
    for (int i = 1; i < capacity; i++) {
      int body = sweep[i];
      int at = i;
      while (at > 0 && comesBefore(body, sweep[at - 1])) {
        sweep[at] = sweep[at - 1];
        at--;
      }
      sweep[at] = body;
    }
  }

  private boolean comesBefore(int body, int other) {
    return leftEdge[body] < leftEdge[other] || (leftEdge[body] == leftEdge[other] && body < other);
  }

  private void solvePairs() {
    for (int i = 0; i < capacity; i++) {
      int body = sweep[i];
      if (present[body] == 0) {
        return;
      }
      float rightEdge = leftEdge[body] + 2 * radius[body] + SWEEP_MARGIN_METERS;
      for (int j = i + 1; j < capacity && leftEdge[sweep[j]] <= rightEdge; j++) {
        solvePair(body, sweep[j]);
      }
    }
  }

  private void solvePair(int a, int b) {
    float dx = x[b] - x[a];
    float dy = y[b] - y[a];
    float reach = radius[a] + radius[b];
    float distanceSquared = dx * dx + dy * dy;
    if (!(distanceSquared < reach * reach)) {
      return;
    }
    contactAge[a] = 0;
    contactAge[b] = 0;
    float distance = (float) Math.sqrt(distanceSquared);
    // Of two bodies at one place the later in the sweep goes to the right.
    float normalX = distance > 0 ? dx / distance : 1;
    float normalY = distance > 0 ? dy / distance : 0;
    bouncePair(a, b, normalX, normalY);
    separatePair(a, b, normalX, normalY, reach - distance);
  }

  private void bouncePair(int a, int b, float normalX, float normalY) {
    float approach =
        (velocityX[a] - velocityX[b]) * normalX + (velocityY[a] - velocityY[b]) * normalY;
    if (approach <= 0) {
      return;
    }
    float bounce =
        approach > BOUNCE_METERS_PER_SECOND ? Math.min(restitution[a], restitution[b]) : 0;
    float impulse = (1 + bounce) * approach / (inverseMass[a] + inverseMass[b]);
    velocityX[a] -= impulse * inverseMass[a] * normalX;
    velocityY[a] -= impulse * inverseMass[a] * normalY;
    velocityX[b] += impulse * inverseMass[b] * normalX;
    velocityY[b] += impulse * inverseMass[b] * normalY;
  }

  private void separatePair(int a, int b, float normalX, float normalY, float overlap) {
    if (overlap <= SLOP_METERS) {
      return;
    }
    float distance = Math.min(SEPARATION_SHARE * (overlap - SLOP_METERS), MAX_SEPARATION_METERS);
    float perInverseMass = distance / (inverseMass[a] + inverseMass[b]);
    x[a] -= perInverseMass * inverseMass[a] * normalX;
    y[a] -= perInverseMass * inverseMass[a] * normalY;
    x[b] += perInverseMass * inverseMass[b] * normalX;
    y[b] += perInverseMass * inverseMass[b] * normalY;
  }

  private void solveWalls() {
    for (int body = 0; body < capacity; body++) {
      if (present[body] != 0) {
        int cell = walls.cell(x[body], y[body]);
        for (int entry = walls.firstEntry(cell); entry < walls.endEntry(cell); entry++) {
          solveWall(body, walls.wallOfEntry(entry));
        }
      }
    }
  }

  private void solveWall(int body, int wall) {
    float dx = walls.offsetX(wall, x[body], y[body]);
    float dy = walls.offsetY(wall, x[body], y[body]);
    float distanceSquared = dx * dx + dy * dy;
    if (!(distanceSquared < radius[body] * radius[body]) || distanceSquared == 0) {
      return;
    }
    float distance = (float) Math.sqrt(distanceSquared);
    float normalX = dx / distance;
    float normalY = dy / distance;
    float overlap = radius[body] - distance;
    if (overlap > SLOP_METERS) {
      x[body] += normalX * (overlap - 0.5f * SLOP_METERS);
      y[body] += normalY * (overlap - 0.5f * SLOP_METERS);
    }
    float approach = -(velocityX[body] * normalX + velocityY[body] * normalY);
    if (approach > 0) {
      float bounce = approach > BOUNCE_METERS_PER_SECOND ? restitution[body] : 0;
      velocityX[body] += (1 + bounce) * approach * normalX;
      velocityY[body] += (1 + bounce) * approach * normalY;
    }
  }

  /**
   * Moves a circle along (wayX, wayY) until it meets a wall or a body.
   *
   * @param radiusMeters 0 for a ray
   * @param mask bodies of these categories are met, others passed
   * @param excluded a body that is passed, or {@link CastHit#NONE}
   */
  public void cast(
      float fromX,
      float fromY,
      float wayX,
      float wayY,
      float radiusMeters,
      int mask,
      int excluded,
      CastHit hit) {
    hit.reset();
    walls.cast(fromX, fromY, wayX, wayY, radiusMeters, hit);
    for (int body = 0; body < capacity; body++) {
      if (present[body] != 0 && (category[body] & mask) != 0 && body != excluded) {
        float fraction =
            CircleCast.fraction(
                fromX - x[body], fromY - y[body], wayX, wayY, radius[body] + radiusMeters);
        hit.offerBody(fraction, body);
      }
    }
  }

  /**
   * Finds bodies of the mask's categories that a circle touches, in order of slot.
   *
   * @param found receives their slots; those that do not fit are left out
   * @return how many were written
   */
  public int overlap(float atX, float atY, float radiusMeters, int mask, int[] found) {
    int count = 0;
    for (int body = 0; body < capacity && count < found.length; body++) {
      if (present[body] != 0 && (category[body] & mask) != 0) {
        float dx = x[body] - atX;
        float dy = y[body] - atY;
        float reach = radius[body] + radiusMeters;
        if (dx * dx + dy * dy < reach * reach) {
          found[count++] = body;
        }
      }
    }
    return count;
  }

  /** Visits the state of all slots. */
  public void visit(StateVisitor visitor) {
    visitor.bytes(present, capacity);
    visitor.floats(x, capacity);
    visitor.floats(y, capacity);
    visitor.floats(velocityX, capacity);
    visitor.floats(velocityY, capacity);
    visitor.floats(facingCos, capacity);
    visitor.floats(facingSin, capacity);
    visitor.floats(angularVelocity, capacity);
    visitor.ints(contactAge, capacity);
  }
}
