package ringmaster.shared.physics;

/**
 * A point, a circle or a shape that moves straight on without turning, and where it meets a part.
 * Exact: no stepping and no tolerance. A ray is a circle of no radius.
 *
 * <p>Take and aim, then ask about each part. Holds what it found last; one for each lane.
 *
 * <p>A segment of a chain is met only by what starts, with its middle, on its open side.
 */
final class ShapeCast {
  /**
   * Two lines of no thickness have a difference of none, which rounding makes a way slip through.
   */
  private static final float LEAST_RADIUS_METERS = Limits.SLOP_METERS / 10;

  private final float[] shape = new float[PartTable.STRIDE];
  private final Difference difference = new Difference();
  private final Outline outline = new Outline();

  /** Of the shape that is cast; 1 for a point or circle about where the way starts. */
  private int count;

  private float radius;
  private float startX;
  private float startY;
  private float cos;
  private float sin;
  private float wayX;
  private float wayY;

  /** Of a circle's centre from the origin of its shape. */
  private float offsetX;

  private float offsetY;

  /** The middle of what is cast, from the start of the way. */
  private float middleX;

  private float middleY;

  // The part last asked about, and the way in its frame.
  private float partX;
  private float partY;
  private float partCos;
  private float partSin;
  private float partRadius;
  private float localX;
  private float localY;

  /** Where it was met, or the nearest point of the part. */
  float x;

  float y;

  /** Unit vector out of the part. */
  float normalX;

  float normalY;

  /** Takes a point or, with a radius, a circle. */
  void take(float newRadius) {
    count = 1;
    radius = newRadius;
    offsetX = 0;
    offsetY = 0;
    middleX = 0;
    middleY = 0;
  }

  /** Takes a shape as it faces, grown by so much. */
  void take(Shape newShape, float newCos, float newSin, float growMeters) {
    PartTable.write(shape, 0, newShape);
    cos = newCos;
    sin = newSin;
    take(growMeters + newShape.radiusMeters());
    float x0 = shape[PartTable.CENTROID_X];
    float y0 = shape[PartTable.CENTROID_Y];
    if (newShape.pointCount() == 1) {
      offsetX = cos * x0 - sin * y0;
      offsetY = sin * x0 + cos * y0;
    } else {
      count = newShape.pointCount();
      middleX = cos * x0 - sin * y0;
      middleY = sin * x0 + cos * y0;
    }
    if (count == 2) {
      radius = Math.max(radius, LEAST_RADIUS_METERS);
    }
  }

  /** Sends what was taken on a way from where its origin is. */
  void aim(float fromX, float fromY, float newWayX, float newWayY) {
    startX = fromX + offsetX;
    startY = fromY + offsetY;
    wayX = newWayX;
    wayY = newWayY;
  }

  /**
   * Share of the way after which a part is met; 0 if they overlap at the start; {@link
   * Outline#MISS}.
   */
  float cast(PartTable parts, int part, float[] pose, int poseAt) {
    if (!face(parts, part, pose, poseAt)) {
      return Outline.MISS;
    }
    float localWayX = partCos * wayX + partSin * wayY;
    float localWayY = partCos * wayY - partSin * wayX;
    return outline.cast(localX, localY, localWayX, localWayY);
  }

  /** Fills in where and how the part just cast at was met. */
  void resolve(float fraction) {
    float deep = fraction > 0 ? 0 : outline.separation(localX, localY);
    locate(fraction, deep);
  }

  /**
   * Metres from the start to a part, negative where they overlap; fills in the nearest point. What
   * is behind a chain is infinitely far from it.
   */
  float separation(PartTable parts, int part, float[] pose, int poseAt) {
    if (!face(parts, part, pose, poseAt)) {
      return Float.POSITIVE_INFINITY;
    }
    float meters = outline.separation(localX, localY);
    locate(0, meters);
    return meters;
  }

  /** Chooses a part. Returns whether the cast starts where the part is solid. */
  private boolean face(PartTable parts, int part, float[] pose, int poseAt) {
    float[] geometry = parts.geometry;
    int at = part * PartTable.STRIDE;
    partX = pose[poseAt];
    partY = pose[poseAt + 1];
    partCos = pose[poseAt + 2];
    partSin = pose[poseAt + 3];
    partRadius = geometry[at + PartTable.RADIUS];
    float dx = startX - partX;
    float dy = startY - partY;
    localX = partCos * dx + partSin * dy;
    localY = partCos * dy - partSin * dx;
    if (parts.type[part] == PartTable.CHAIN_SEGMENT && startsBehind(geometry, at)) {
      return false;
    }
    int points = parts.pointCount[part];
    if (count == 1) {
      outline.select(geometry, at, at + PartTable.NORMALS, points, partRadius + radius);
    } else {
      takeDifference(geometry, at, points);
    }
    return true;
  }

  private boolean startsBehind(float[] geometry, int at) {
    float dx = localX + partCos * middleX + partSin * middleY - geometry[at];
    float dy = localY + partCos * middleY - partSin * middleX - geometry[at + 1];
    int normal = at + PartTable.NORMALS;
    return geometry[normal] * dx + geometry[normal + 1] * dy < 0;
  }

  /** Then it is the origin that moves. */
  private void takeDifference(float[] geometry, int at, int points) {
    difference.set(
        geometry,
        at,
        points,
        shape,
        0,
        count,
        localX,
        localY,
        partCos * cos + partSin * sin,
        partCos * sin - partSin * cos);
    localX = 0;
    localY = 0;
    difference.select(outline, partRadius + radius);
  }

  /** The point on the part's surface that is nearest to what is cast. */
  private void locate(float fraction, float meters) {
    float normalLocalX = outline.normalX;
    float normalLocalY = outline.normalY;
    normalX = partCos * normalLocalX - partSin * normalLocalY;
    normalY = partSin * normalLocalX + partCos * normalLocalY;
    if (count == 1) {
      x = startX + fraction * wayX - normalX * (radius + meters);
      y = startY + fraction * wayY - normalY * (radius + meters);
    } else if (difference.meetsCornerOfA(outline)) {
      float cornerX = difference.pointOfA(outline.feature, 0) + partRadius * normalLocalX;
      float cornerY = difference.pointOfA(outline.feature, 1) + partRadius * normalLocalY;
      x = partX + partCos * cornerX - partSin * cornerY;
      y = partY + partSin * cornerX + partCos * cornerY;
    } else {
      float cornerX = difference.pointOfB(outline.feature, 0);
      float cornerY = difference.pointOfB(outline.feature, 1);
      x = partX + partCos * cornerX - partSin * cornerY + fraction * wayX;
      y = partY + partSin * cornerX + partCos * cornerY + fraction * wayY;
      x -= normalX * (radius + meters);
      y -= normalY * (radius + meters);
    }
  }

  /** Half the width of the box about what is cast. */
  float halfWidth() {
    return count == 1 ? radius : half(cos, -sin) + radius;
  }

  float halfHeight() {
    return count == 1 ? radius : half(sin, cos) + radius;
  }

  /** The middle of that box, from the origin of what is cast. */
  float boxX() {
    return count == 1 ? offsetX : middle(cos, -sin);
  }

  float boxY() {
    return count == 1 ? offsetY : middle(sin, cos);
  }

  private float half(float axisX, float axisY) {
    return 0.5f * (extent(axisX, axisY) + extent(-axisX, -axisY));
  }

  private float middle(float axisX, float axisY) {
    return 0.5f * (extent(axisX, axisY) - extent(-axisX, -axisY));
  }

  private float extent(float axisX, float axisY) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, axisX * shape[2 * i] + axisY * shape[2 * i + 1]);
    }
    return most;
  }
}
