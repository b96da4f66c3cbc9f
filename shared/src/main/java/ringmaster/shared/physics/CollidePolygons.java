package ringmaster.shared.physics;

/**
 * Contacts of two polygons, or of one and a capsule or segment, which is a polygon of two sides.
 *
 * <p>The side that the other part is furthest out from, of both, is the reference; the other part's
 * side that faces it most is cut to its length. Cores that are apart may be nearest at two corners,
 * which then lie on just these sides: the best side of the Minkowski difference is next to its
 * nearest corner.
 */
final class CollidePolygons {
  /** Points of a part that the separation loop takes at once. */
  private static final int UNROLLED = PartTable.LEAST_POINTS;

  private CollidePolygons() {}

  static void polygons(
      float[] geometry,
      int a,
      int countA,
      int b,
      int countB,
      float bodyX,
      float bodyY,
      float cos,
      float sin,
      Manifold out) {
    // From A's first point to B's: between near points, so that far origins cost no digits.
    float x = bodyX - geometry[a] + (cos * geometry[b] - sin * geometry[b + 1]);
    float y = bodyY - geometry[a + 1] + (sin * geometry[b] + cos * geometry[b + 1]);
    float limit =
        geometry[a + PartTable.RADIUS] + geometry[b + PartTable.RADIUS] + Limits.SPECULATIVE_METERS;
    float apartA = separation(geometry, a, countA, b, countB, x, y, cos, sin, limit, out);
    if (apartA > limit) {
      return;
    }
    int sideA = out.side;
    float backX = -cos * x - sin * y;
    float backY = sin * x - cos * y;
    float apartB = separation(geometry, b, countB, a, countA, backX, backY, cos, -sin, limit, out);
    if (apartB > limit) {
      return;
    }
    if (apartA >= apartB) {
      touch(geometry, a, countA, sideA, b, countB, x, y, cos, sin, apartA, out);
    } else {
      int sideB = out.side;
      touch(geometry, b, countB, sideB, a, countA, backX, backY, cos, -sin, apartB, out);
      out.flip(bodyX, bodyY, cos, sin);
    }
  }

  /**
   * How far B is out from A along the best of A's normals, which becomes {@link Manifold#side}; the
   * first that shows more than the limit will do.
   *
   * @param x of B's first point from A's first point, in A's frame
   */
  static float separation(
      float[] geometry,
      int a,
      int countA,
      int b,
      int countB,
      float x,
      float y,
      float cos,
      float sin,
      float limit,
      Manifold out) {
    // B's points from its first one; those it lacks repeat another.
    float x1 = geometry[b + 2] - geometry[b];
    float y1 = geometry[b + 3] - geometry[b + 1];
    float x2 = geometry[b + 4] - geometry[b];
    float y2 = geometry[b + 5] - geometry[b + 1];
    float x3 = geometry[b + 6] - geometry[b];
    float y3 = geometry[b + 7] - geometry[b + 1];
    float best = -Float.MAX_VALUE;
    for (int i = 0; i < 2 * countA; i += 2) {
      float normalX = geometry[a + PartTable.NORMALS + i];
      float normalY = geometry[a + PartTable.NORMALS + 1 + i];
      // The normal in B's frame meets B's points where they are.
      float turnedX = cos * normalX + sin * normalY;
      float turnedY = cos * normalY - sin * normalX;
      float least =
          lesser(
              lesser(0, turnedX * x1 + turnedY * y1),
              lesser(turnedX * x2 + turnedY * y2, turnedX * x3 + turnedY * y3));
      if (countB > UNROLLED) {
        least = lesser(least, leastOfRest(geometry, b, countB, turnedX, turnedY));
      }
      float startX = geometry[a + i] - geometry[a];
      float startY = geometry[a + 1 + i] - geometry[a + 1];
      float apart = normalX * (x - startX) + normalY * (y - startY) + least;
      if (apart > best) {
        best = apart;
        out.side = i >> 1;
        if (apart > limit) {
          break;
        }
      }
    }
    return best;
  }

  /** The least of B's points beyond the fourth along a direction, from its first one. */
  private static float leastOfRest(float[] geometry, int b, int countB, float x, float y) {
    float least = Float.MAX_VALUE;
    for (int i = 2 * UNROLLED; i < 2 * countB; i += 2) {
      float fromX = geometry[b + i] - geometry[b];
      float fromY = geometry[b + i + 1] - geometry[b + 1];
      least = lesser(least, x * fromX + y * fromY);
    }
    return least;
  }

  /** Math.min minds NaN and the sign of zero, at several times the cost. */
  private static float lesser(float a, float b) {
    return a < b ? a : b;
  }

  private static void touch(
      float[] geometry,
      int a,
      int countA,
      int side,
      int b,
      int countB,
      float x,
      float y,
      float cos,
      float sin,
      float apart,
      Manifold out) {
    int other = opposite(geometry, a, side, b, countB, cos, sin);
    SidePair sides = out.sides;
    sides.set(geometry, a, countA, side, b, countB, other, x, y, cos, sin);
    if (!(apart > Collide.TOUCHING_METERS && sides.meetCorners(out))) {
      sides.clip(out);
    }
  }

  /** The side of B whose normal is most against that of a side of A. */
  static int opposite(float[] geometry, int a, int side, int b, int countB, float cos, float sin) {
    float normalX = geometry[a + PartTable.NORMALS + 2 * side];
    float normalY = geometry[a + PartTable.NORMALS + 2 * side + 1];
    float turnedX = cos * normalX + sin * normalY;
    float turnedY = cos * normalY - sin * normalX;
    float least = Float.MAX_VALUE;
    int found = 0;
    for (int i = 0; i < countB; i++) {
      float dot =
          turnedX * geometry[b + PartTable.NORMALS + 2 * i]
              + turnedY * geometry[b + PartTable.NORMALS + 1 + 2 * i];
      if (dot < least) {
        least = dot;
        found = i;
      }
    }
    return found;
  }
}
