package ringmaster.shared.physics;

/**
 * How a point or a ray lies to the outline of a convex polygon that is grown by a radius: of a part
 * in the frame of its body, or of a {@link Difference}. Holds what it found last; one for each
 * lane.
 *
 * <p>The polygon is given as in {@link PartTable}: x, y of each point counter-clockwise, and as
 * many outward normals. Of two points only the first normal is read: the other side's is opposite.
 */
final class Outline {
  /** The fraction of a miss: beyond any way. */
  static final float MISS = Float.POSITIVE_INFINITY;

  private static final float TINY_METERS = 1e-18f;

  private float[] geometry = {};
  private int points;
  private int normals;
  private int count;
  private float radius;

  /** Unit vector out of the outline, where it was met or is nearest. */
  float normalX;

  float normalY;

  /** The point whose round corner it was, or with which the side began. */
  int feature;

  /** Whether it was a side. */
  boolean side;

  /** Chooses the outline that is asked about. */
  void select(float[] newGeometry, int pointsAt, int normalsAt, int pointCount, float newRadius) {
    geometry = newGeometry;
    points = pointsAt;
    normals = normalsAt;
    count = pointCount;
    radius = newRadius;
  }

  /** How far a point is from the outline, metres; negative inside. */
  float separation(float x, float y) {
    return switch (count) {
      case 1 -> toCorner(0, x, y, 1, 0);
      case 2 -> toLine(x, y);
      default -> toPolygon(x, y);
    };
  }

  private float toLine(float x, float y) {
    float offset = offset(0, x, y);
    if (offset < 0) {
      return toSide(1, -offset, -geometry[normals], -geometry[normals + 1], x, y);
    }
    return toSide(0, offset, geometry[normals], geometry[normals + 1], x, y);
  }

  private float toPolygon(float x, float y) {
    int most = 0;
    float offset = offset(0, x, y);
    for (int i = 1; i < count; i++) {
      float other = offset(i, x, y);
      if (other > offset) {
        offset = other;
        most = i;
      }
    }
    if (offset <= 0) {
      meet(most, true, normalX(most), normalY(most));
      return offset - radius;
    }
    most = settle(most, x, y);
    return toSide(most, offset, normalX(most), normalY(most), x, y);
  }

  /**
   * The side that a point is beside, if it is not the one that it is furthest from: of two sides in
   * nearly one line rounding may have chosen the wrong one.
   */
  private int settle(int furthest, float x, float y) {
    int settled = furthest;
    for (int i = 0; i < count; i++) {
      int after = settled + 1 == count ? 0 : settled + 1;
      int before = settled == 0 ? count - 1 : settled - 1;
      if (isBeyond(after, settled, x, y) && !isBefore(after, after, x, y)) {
        settled = after;
      } else if (isBefore(settled, settled, x, y) && !isBeyond(settled, before, x, y)) {
        settled = before;
      } else {
        return settled;
      }
    }
    return settled;
  }

  private boolean isBeyond(int point, int ofSide, float x, float y) {
    return along(point, x, y, normalX(ofSide), normalY(ofSide)) > 0;
  }

  private boolean isBefore(int point, int ofSide, float x, float y) {
    return along(point, x, y, normalX(ofSide), normalY(ofSide)) < 0;
  }

  /** From outside the side that a point is furthest from: to the side, or to one of its ends. */
  private float toSide(int from, float offset, float sideX, float sideY, float x, float y) {
    int to = from + 1 == count ? 0 : from + 1;
    if (along(from, x, y, sideX, sideY) < 0) {
      return toCorner(from, x, y, sideX, sideY);
    }
    if (along(to, x, y, sideX, sideY) > 0) {
      return toCorner(to, x, y, sideX, sideY);
    }
    meet(from, true, sideX, sideY);
    return offset - radius;
  }

  private float toCorner(int corner, float x, float y, float fallbackX, float fallbackY) {
    return meetCorner(corner, x - pointX(corner), y - pointY(corner), fallbackX, fallbackY)
        - radius;
  }

  /** A point at the very corner is given the fallback for a normal. Returns the distance. */
  private float meetCorner(int corner, float dx, float dy, float fallbackX, float fallbackY) {
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    if (distance > TINY_METERS) {
      meet(corner, false, dx / distance, dy / distance);
    } else {
      meet(corner, false, fallbackX, fallbackY);
    }
    return distance;
  }

  /**
   * Share of the way (wayX, wayY) after which a point meets the outline.
   *
   * @return 0 when it starts inside, with the normal of the nearest way out; 0..1 for a hit on the
   *     way; else {@link #MISS}
   */
  float cast(float x, float y, float wayX, float wayY) {
    return switch (count) {
      case 1 -> castAtCorner(0, x, y, wayX, wayY);
      case 2 -> castAtLine(x, y, wayX, wayY);
      default -> castAtPolygon(x, y, wayX, wayY);
    };
  }

  private float castAtLine(float x, float y, float wayX, float wayY) {
    float offset = offset(0, x, y);
    float sideX = geometry[normals];
    float sideY = geometry[normals + 1];
    int from = 0;
    if (offset < 0) {
      offset = -offset;
      sideX = -sideX;
      sideY = -sideY;
      from = 1;
    }
    if (offset <= radius) {
      return castFromBeside(x, y, wayX, wayY);
    }
    float closing = -(sideX * wayX + sideY * wayY);
    // Fractions beyond 1 are told by the product, so that a tiny divisor does no harm.
    if (!(closing > 0) || offset - radius > closing) {
      return MISS;
    }
    float fraction = (offset - radius) / closing;
    if (radius == 0) {
      return castAtThinLine(from, sideX, sideY, fraction, x, y, wayX, wayY);
    }
    return castAtSide(from, sideX, sideY, fraction, x, y, wayX, wayY);
  }

  /**
   * By the side of the ray that each end lies on: that is the same number for two lines that share
   * the end, so that no ray slips through between them.
   */
  private float castAtThinLine(
      int from,
      float sideX,
      float sideY,
      float fraction,
      float x,
      float y,
      float wayX,
      float wayY) {
    float first = wayX * (pointY(0) - y) - wayY * (pointX(0) - x);
    float second = wayX * (pointY(1) - y) - wayY * (pointX(1) - x);
    if ((first > 0 && second > 0) || (first < 0 && second < 0)) {
      return MISS;
    }
    meet(from, true, sideX, sideY);
    return fraction;
  }

  /** Clips the way by the sides moved out by the radius (Cyrus and Beck, 1978). */
  private float castAtPolygon(float x, float y, float wayX, float wayY) {
    float enter = 0;
    float leave = 1;
    int entered = -1;
    for (int i = 0; i < count; i++) {
      float distance = offset(i, x, y) - radius;
      float closing = -(normalX(i) * wayX + normalY(i) * wayY);
      if (distance > 0) {
        if (!(closing > 0) || distance > closing) {
          return MISS;
        }
        float fraction = distance / closing;
        if (fraction > enter) {
          enter = fraction;
          entered = i;
        }
      } else if (closing < 0) {
        leave = Math.min(leave, distance / closing);
      }
    }
    if (enter > leave) {
      return MISS;
    }
    if (entered < 0) {
      return castFromBeside(x, y, wayX, wayY);
    }
    entered = settle(entered, x + enter * wayX, y + enter * wayY);
    return castAtSide(entered, normalX(entered), normalY(entered), enter, x, y, wayX, wayY);
  }

  /**
   * From within all sides moved out: that is inside, or between two of them before the round corner
   * that they enclose.
   */
  private float castFromBeside(float x, float y, float wayX, float wayY) {
    return separation(x, y) <= 0 ? 0 : castAtCorner(feature, x, y, wayX, wayY);
  }

  /** A way that passes the line of a side beyond its end can only meet that end's round corner. */
  private float castAtSide(
      int from,
      float sideX,
      float sideY,
      float fraction,
      float x,
      float y,
      float wayX,
      float wayY) {
    if (radius > 0) {
      float atX = x + fraction * wayX;
      float atY = y + fraction * wayY;
      if (along(from, atX, atY, sideX, sideY) < 0) {
        return castAtCorner(from, x, y, wayX, wayY);
      }
      int to = from + 1 == count ? 0 : from + 1;
      if (along(to, atX, atY, sideX, sideY) > 0) {
        return castAtCorner(to, x, y, wayX, wayY);
      }
    }
    meet(from, true, sideX, sideY);
    return fraction;
  }

  private float castAtCorner(int corner, float x, float y, float wayX, float wayY) {
    float dx = x - pointX(corner);
    float dy = y - pointY(corner);
    float fraction = CircleCast.fraction(dx, dy, wayX, wayY, radius);
    if (fraction != MISS) {
      meetCorner(corner, dx + fraction * wayX, dy + fraction * wayY, 1, 0);
    }
    return fraction;
  }

  private void meet(int newFeature, boolean isSide, float x, float y) {
    feature = newFeature;
    side = isSide;
    normalX = x;
    normalY = y;
  }

  /** Metres outside a side of the polygon before it is grown. */
  private float offset(int i, float x, float y) {
    return normalX(i) * (x - pointX(i)) + normalY(i) * (y - pointY(i));
  }

  /** Metres beyond a point, in the direction of a side with this normal. */
  private float along(int i, float x, float y, float sideX, float sideY) {
    return sideX * (y - pointY(i)) - sideY * (x - pointX(i));
  }

  private float normalX(int i) {
    return geometry[normals + 2 * i];
  }

  private float normalY(int i) {
    return geometry[normals + 2 * i + 1];
  }

  private float pointX(int i) {
    return geometry[points + 2 * i];
  }

  private float pointY(int i) {
    return geometry[points + 2 * i + 1];
  }
}
