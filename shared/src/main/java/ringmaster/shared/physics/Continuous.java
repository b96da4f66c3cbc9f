package ringmaster.shared.physics;

import ringmaster.shared.math.InPlaceSort;

/**
 * Stops fast bodies at what they would pass through in a step: fixed bodies and, for a bullet, what
 * moves as well, taken as resting where it ends the step, other bullets left out. Reads the world
 * and writes only what it is handed, so that each lane has one and the caller puts bodies back in
 * the order of their slots.
 *
 * <p>Only what would sink in deep is stopped; contacts see to the rest. So a body that slides over
 * the joints of a floor, or rests on it, goes on. The idea is the core shape of Box2D v3's
 * continuous stage; here the core is the part itself, less a quarter of its thickness.
 */
final class Continuous {
  /**
   * Floats of an answer: the pose to stop at; the normal of the wall that a body which had sunk in
   * would have gone further into, or twice 0.
   */
  static final int ANSWER = Bodies.POSE + 2;

  /**
   * Share of a part's least half width that it may sink in, or further in, before it is stopped.
   */
  private static final float SHALLOW = 0.25f;

  /** What is asked for must not be within the tolerance of how things are. */
  private static final float LEAST_SHALLOW_METERS = 2 * TimeOfImpact.TOLERANCE_METERS;

  private final Bodies bodies;
  private final Shapes shapes;
  private final PartTable parts;
  private final BroadPhase broadPhase;
  private final Joints joints;
  private final TimeOfImpact impact = new TimeOfImpact();
  private final SweptPose way = new SweptPose();
  private final SweptPose other = new SweptPose();
  private final IntList found = new IntList();

  private float wallX;
  private float wallY;

  Continuous(Bodies bodies, BroadPhase broadPhase, Joints joints) {
    this.bodies = bodies;
    shapes = bodies.shapes;
    this.joints = joints;
    this.broadPhase = broadPhase;
    parts = bodies.parts;
  }

  /**
   * Finds how far a body can go in a step.
   *
   * @param before pose before the step, x, y, cosine and sine, from beforeAt on
   * @param after pose after it
   * @param stopped where the {@link #ANSWER} is written; the pose after if nothing is in the way
   * @return share of the way, 1 if nothing is in the way
   */
  float stop(
      int body,
      float[] before,
      int beforeAt,
      float[] after,
      int afterAt,
      float[] stopped,
      int stoppedAt) {
    gather(body, before, beforeAt, after, afterAt);
    wallX = 0;
    wallY = 0;
    float fraction = found.count == 0 ? 1 : search(body, before, beforeAt, after, afterAt);
    if (fraction < 1) {
      way.set(before, beforeAt, after, afterAt, 0, 0);
      way.at(fraction);
      stopped[stoppedAt] = way.x;
      stopped[stoppedAt + 1] = way.y;
      stopped[stoppedAt + 2] = way.cos;
      stopped[stoppedAt + 3] = way.sin;
    } else {
      System.arraycopy(after, afterAt, stopped, stoppedAt, Bodies.POSE);
    }
    stopped[stoppedAt + 4] = wallX;
    stopped[stoppedAt + 5] = wallY;
    return fraction;
  }

  /** Finds how far the body can go before what was gathered. */
  private float search(int body, float[] before, int beforeAt, float[] after, int afterAt) {
    float fraction = 1;
    for (int i = 0; i < found.count; i++) {
      int obstacle = found.values[i];
      if (stops(obstacle, body)) {
        int obstacleAt = shapes.body[obstacle] * Bodies.POSE;
        float originX = bodies.pose[obstacleAt];
        float originY = bodies.pose[obstacleAt + 1];
        other.rest(bodies.pose, obstacleAt, originX, originY);
        way.set(before, beforeAt, after, afterAt, originX, originY);
        float nearer = earliest(body, shapes.part[obstacle], fraction);
        if (nearer < fraction && bodies.inverseMass[shapes.body[obstacle]] != 0) {
          // It gives way: contacts see to both, or momentum would be lost.
          wallX = 0;
          wallY = 0;
        }
        fraction = nearer;
      }
    }
    return fraction;
  }

  /**
   * Finds the shapes in the box about the whole way, however the body turns. What moves stops only
   * a bullet: a fast crowd need not look at itself.
   */
  private void gather(int body, float[] before, int beforeAt, float[] after, int afterAt) {
    float reach = bodies.kinds.reach[bodies.kind[body]];
    found.clear();
    float minX = Math.min(before[beforeAt], after[afterAt]) - reach;
    float minY = Math.min(before[beforeAt + 1], after[afterAt + 1]) - reach;
    float maxX = Math.max(before[beforeAt], after[afterAt]) + reach;
    float maxY = Math.max(before[beforeAt + 1], after[afterAt + 1]) + reach;
    if (isBullet(body)) {
      broadPhase.overlap(minX, minY, maxX, maxY, found);
    } else {
      broadPhase.overlapStill(minX, minY, maxX, maxY, found);
    }
    // In no order, else: and what is met first may hide where the next is touched.
    InPlaceSort.ascending(found.values, found.count);
  }

  private boolean stops(int obstacle, int body) {
    int otherBody = shapes.body[obstacle];
    if (otherBody == body || parts.sensor[shapes.part[obstacle]]) {
      return false;
    }
    boolean solid =
        bodies.type[otherBody] == BodyType.STATIC.ordinal()
            || (isBullet(body) && !isBullet(otherBody));
    return solid && !joints.forbids(body, otherBody);
  }

  private boolean isBullet(int body) {
    return bodies.kinds.bullet[bodies.kind[body]];
  }

  private float earliest(int body, int obstacle, float limit) {
    float fraction = limit;
    int part = bodies.kinds.firstPart(bodies.kind[body]);
    int end = bodies.kinds.endPart(bodies.kind[body]);
    for (; part < end; part++) {
      if (!parts.sensor[part] && collide(part, obstacle) && !comesFromBehind(part, obstacle)) {
        fraction = Math.min(fraction, impact(part, obstacle, fraction));
      }
    }
    return fraction;
  }

  private boolean collide(int part, int obstacle) {
    return Filter.collide(
        parts.category[part],
        parts.mask[part],
        parts.group[part],
        parts.category[obstacle],
        parts.mask[obstacle],
        parts.group[obstacle]);
  }

  /** Whether the middle of a part starts where a segment of a chain is not solid. */
  private boolean comesFromBehind(int part, int obstacle) {
    if (parts.type[obstacle] != PartTable.CHAIN_SEGMENT) {
      return false;
    }
    way.at(0);
    other.at(0);
    float[] geometry = parts.geometry;
    int at = obstacle * PartTable.STRIDE;
    int middle = part * PartTable.STRIDE + PartTable.CENTROID_X;
    float dx = way.x + way.cos * geometry[middle] - way.sin * geometry[middle + 1];
    float dy = way.y + way.sin * geometry[middle] + way.cos * geometry[middle + 1];
    float localX = other.cos * dx + other.sin * dy - geometry[at];
    float localY = other.cos * dy - other.sin * dx - geometry[at + 1];
    int normal = at + PartTable.NORMALS;
    return geometry[normal] * localX + geometry[normal + 1] * localY < 0;
  }

  /**
   * Where it touches, if it would sink in; where it sinks in, if it touched from the start; where
   * it sinks in further, if it had sunk in: a thin rod, half through, would be pushed out on the
   * far side.
   */
  private float impact(int part, int obstacle, float limit) {
    float shallow = Math.max(SHALLOW * parts.thickness(part), LEAST_SHALLOW_METERS);
    if (!meets(part, obstacle, -shallow, limit)) {
      return limit;
    }
    if (impact.fraction == 0) {
      return sinkFurther(part, obstacle, impact.separation - shallow, limit);
    }
    wallX = 0;
    wallY = 0;
    float deep = impact.fraction;
    boolean touches = meets(part, obstacle, Limits.SLOP_METERS, deep);
    return touches && impact.fraction > 0 ? impact.fraction : deep;
  }

  private float sinkFurther(int part, int obstacle, float targetMeters, float limit) {
    if (!meets(part, obstacle, targetMeters, limit)) {
      return limit;
    }
    wallX = impact.normalX;
    wallY = impact.normalY;
    return impact.fraction;
  }

  private boolean meets(int part, int obstacle, float targetMeters, float limit) {
    TimeOfImpact.State state =
        impact.between(parts, obstacle, other, part, way, targetMeters, limit);
    return state != TimeOfImpact.State.SEPARATED;
  }
}
