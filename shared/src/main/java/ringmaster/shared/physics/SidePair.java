package ringmaster.shared.physics;

/**
 * Two sides of convex cores that face each other, measured along and away from the first, which is
 * called the reference: along it from its start, away along its normal.
 *
 * <p>The other one runs the other way: its start is near the reference's end.
 */
final class SidePair {
  /** Shorter than this along the reference, the other side stands upright and is not cut. */
  private static final float UPRIGHT_METERS = 1e-6f;

  private float normalX;
  private float normalY;

  /** The reference's start, in its body's frame. */
  private float originX;

  private float originY;
  private float length;
  private float radius;
  private float otherRadius;

  private int start;
  private int end;
  private int otherStart;
  private int otherEnd;

  // Where the other side starts and ends.
  private float startAlong;
  private float startAway;
  private float endAlong;
  private float endAway;

  /**
   * Measures two sides.
   *
   * @param a first float of the reference's part
   * @param side of it
   * @param b first float of the other part
   * @param x of b's first point from a's first point, in a's frame
   */
  void set(
      float[] geometry,
      int a,
      int countA,
      int side,
      int b,
      int countB,
      int otherSide,
      float x,
      float y,
      float cos,
      float sin) {
    start = side;
    end = side + 1 < countA ? side + 1 : 0;
    otherStart = otherSide;
    otherEnd = otherSide + 1 < countB ? otherSide + 1 : 0;
    radius = geometry[a + PartTable.RADIUS];
    otherRadius = geometry[b + PartTable.RADIUS];
    float nx = geometry[a + PartTable.NORMALS + 2 * start];
    float ny = geometry[a + PartTable.NORMALS + 2 * start + 1];
    normalX = nx;
    normalY = ny;
    float startX = geometry[a + 2 * start];
    float startY = geometry[a + 2 * start + 1];
    originX = startX;
    originY = startY;
    length = nx * (geometry[a + 2 * end + 1] - startY) - ny * (geometry[a + 2 * end] - startX);
    float fromX = x - (startX - geometry[a]);
    float fromY = y - (startY - geometry[a + 1]);
    // The reference's normal in b's frame.
    float turnedX = cos * nx + sin * ny;
    float turnedY = cos * ny - sin * nx;
    setOther(geometry, b, turnedX, turnedY, nx * fromY - ny * fromX, nx * fromX + ny * fromY);
  }

  /**
   * Measures the other side.
   *
   * @param nx the reference's normal in b's frame
   * @param along where b's first point is
   */
  private void setOther(float[] geometry, int b, float nx, float ny, float along, float away) {
    float firstX = geometry[b];
    float firstY = geometry[b + 1];
    float startX = geometry[b + 2 * otherStart] - firstX;
    float startY = geometry[b + 2 * otherStart + 1] - firstY;
    startAlong = along + (nx * startY - ny * startX);
    startAway = away + (nx * startX + ny * startY);
    float endX = geometry[b + 2 * otherEnd] - firstX;
    float endY = geometry[b + 2 * otherEnd + 1] - firstY;
    endAlong = along + (nx * endY - ny * endX);
    endAway = away + (nx * endX + ny * endY);
  }

  /** Whether the other side lies beside the reference, not wholly beyond one of its ends. */
  boolean overlaps() {
    return Math.max(startAlong, endAlong) >= -Collide.TOUCHING_METERS
        && Math.min(startAlong, endAlong) <= length + Collide.TOUCHING_METERS;
  }

  /**
   * Sets the contact of the two nearest corners, of cores that are apart.
   *
   * @return whether corners are what is nearest; if not, nothing is set
   */
  boolean meetCorners(Manifold out) {
    float deepest = startAway < endAway ? startAlong : endAlong;
    if (deepest >= 0 && deepest <= length) {
      return false;
    }
    float corner = deepest < 0 ? 0 : length;
    // Where the corner is over the other side.
    float wayAlong = endAlong - startAlong;
    float wayAway = endAway - startAway;
    float over = (corner - startAlong) * wayAlong - startAway * wayAway;
    boolean atStart = over <= 0;
    if (!atStart && over < wayAlong * wayAlong + wayAway * wayAway) {
      return false;
    }
    float along = atStart ? startAlong : endAlong;
    float away = atStart ? startAway : endAway;
    float beyond = along - corner;
    float apart = (float) Math.sqrt(beyond * beyond + away * away);
    float alongShare = beyond / apart;
    float awayShare = away / apart;
    out.setPoint(
        awayShare * normalX - alongShare * normalY,
        awayShare * normalY + alongShare * normalX,
        originX + away * normalX - along * normalY,
        originY + away * normalY + along * normalX,
        apart,
        radius,
        otherRadius,
        Manifold.id(deepest < 0 ? start : end, atStart ? otherStart : otherEnd));
    return true;
  }

  /**
   * Sets what of the other side lies beside the reference: its two ends, cut off where the
   * reference ends. One of them goes if it is too far away; the nearer stays.
   */
  void clip(Manifold out) {
    float along = startAlong - endAlong;
    float slope = along > UPRIGHT_METERS ? (startAway - endAway) / along : 0;
    float lowAlong = endAlong;
    float lowAway = endAway;
    if (endAlong < 0 && along > UPRIGHT_METERS) {
      lowAlong = Math.min(0, startAlong);
      lowAway = endAway + slope * (lowAlong - endAlong);
    }
    float highAlong = startAlong;
    float highAway = startAway;
    if (startAlong > length && along > UPRIGHT_METERS) {
      highAlong = Math.max(length, endAlong);
      highAway = startAway + slope * (highAlong - startAlong);
    }
    out.normalX = normalX;
    out.normalY = normalY;
    float far = Limits.SPECULATIVE_METERS + radius + otherRadius;
    if (lowAway <= far || lowAway <= highAway) {
      add(out, lowAlong, lowAway, Manifold.id(start, otherEnd));
    }
    if (highAway <= far || highAway < lowAway) {
      add(out, highAlong, highAway, Manifold.id(end, otherStart));
    }
  }

  private void add(Manifold out, float along, float away, int id) {
    float middle = 0.5f * (radius - otherRadius + away);
    float x = originX + middle * normalX - along * normalY;
    float y = originY + middle * normalY + along * normalX;
    float separation = away - radius - otherRadius;
    if (out.count == 0) {
      out.x0 = x;
      out.y0 = y;
      out.separation0 = separation;
      out.id0 = id;
      out.count = 1;
    } else {
      out.x1 = x;
      out.y1 = y;
      out.separation1 = separation;
      out.id1 = id;
      out.count = 2;
    }
  }
}
