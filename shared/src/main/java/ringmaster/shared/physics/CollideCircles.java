package ringmaster.shared.physics;

/**
 * Contacts of a circle with any part; the circle is B. There is one point at most, and it keeps one
 * id however the circle rolls, so that its impulse lasts.
 */
final class CollideCircles {
  /** A vector shorter than this is rounding noise and has no direction. */
  private static final float NO_LENGTH_METERS = 1e-6f;

  private static final int ID = 0;

  private CollideCircles() {}

  static void circle(float[] geometry, int a, float x, float y, float radius, Manifold out) {
    float radiusA = geometry[a + PartTable.RADIUS];
    point(geometry[a], geometry[a + 1], radiusA, x, y, radius, 1, 0, ID, out);
  }

  /** A capsule or a segment. */
  static void line(float[] geometry, int a, float x, float y, float radius, Manifold out) {
    float radiusA = geometry[a + PartTable.RADIUS];
    float edgeX = geometry[a + 2] - geometry[a];
    float edgeY = geometry[a + 3] - geometry[a + 1];
    float fromX = x - geometry[a];
    float fromY = y - geometry[a + 1];
    float normalX = geometry[a + PartTable.NORMALS];
    float normalY = geometry[a + PartTable.NORMALS + 1];
    if (fromX * edgeX + fromY * edgeY <= 0) {
      point(geometry[a], geometry[a + 1], radiusA, x, y, radius, normalX, normalY, ID, out);
    } else if ((x - geometry[a + 2]) * edgeX + (y - geometry[a + 3]) * edgeY >= 0) {
      point(geometry[a + 2], geometry[a + 3], radiusA, x, y, radius, normalX, normalY, ID, out);
    } else {
      float apart = normalX * fromX + normalY * fromY;
      float side = apart < 0 ? -1 : 1;
      out.setPoint(side * normalX, side * normalY, x, y, side * apart, radiusA, radius, ID);
    }
  }

  static void polygon(
      float[] geometry, int a, int count, float x, float y, float radius, Manifold out) {
    float apart = -Float.MAX_VALUE;
    int from = 0;
    for (int i = 0; i < 2 * count; i += 2) {
      float sideApart =
          geometry[a + PartTable.NORMALS + i] * (x - geometry[a + i])
              + geometry[a + PartTable.NORMALS + 1 + i] * (y - geometry[a + 1 + i]);
      if (sideApart > apart) {
        apart = sideApart;
        from = i;
      }
    }
    float radiusA = geometry[a + PartTable.RADIUS];
    if (apart > radiusA + radius + Limits.SPECULATIVE_METERS) {
      return;
    }
    side(geometry, a, from, from + 2 < 2 * count ? from + 2 : 0, apart, x, y, radius, out);
  }

  /** The side of a polygon that the centre is furthest out from, or one of its ends. */
  private static void side(
      float[] geometry,
      int a,
      int from,
      int to,
      float apart,
      float x,
      float y,
      float radius,
      Manifold out) {
    float radiusA = geometry[a + PartTable.RADIUS];
    float fromX = geometry[a + from];
    float fromY = geometry[a + from + 1];
    float toX = geometry[a + to];
    float toY = geometry[a + to + 1];
    float normalX = geometry[a + PartTable.NORMALS + from];
    float normalY = geometry[a + PartTable.NORMALS + from + 1];
    float edgeX = toX - fromX;
    float edgeY = toY - fromY;
    boolean outside = apart > NO_LENGTH_METERS;
    if (outside && (x - fromX) * edgeX + (y - fromY) * edgeY < 0) {
      point(fromX, fromY, radiusA, x, y, radius, normalX, normalY, ID, out);
    } else if (outside && (x - toX) * edgeX + (y - toY) * edgeY > 0) {
      point(toX, toY, radiusA, x, y, radius, normalX, normalY, ID, out);
    } else {
      out.setPoint(normalX, normalY, x, y, apart, radiusA, radius, ID);
    }
  }

  /**
   * A segment of a chain. What is nearest to a neighbour's inside is left to the neighbour; a joint
   * belongs to both. Each decides by the same numbers, so that nothing falls between them.
   */
  static void chainSegment(float[] geometry, int a, float x, float y, float radius, Manifold out) {
    float startX = geometry[a];
    float startY = geometry[a + 1];
    float endX = geometry[a + 2];
    float endY = geometry[a + 3];
    float normalX = geometry[a + PartTable.NORMALS];
    float normalY = geometry[a + PartTable.NORMALS + 1];
    float apart = normalX * (x - startX) + normalY * (y - startY);
    if (apart < 0) {
      return;
    }
    if (along(startX, startY, endX, endY, x - startX, y - startY) <= 0) {
      if (along(geometry[a + 4], geometry[a + 5], startX, startY, x - startX, y - startY) >= 0) {
        point(startX, startY, 0, x, y, radius, normalX, normalY, ID, out);
      }
    } else if (along(startX, startY, endX, endY, x - endX, y - endY) >= 0) {
      if (along(endX, endY, geometry[a + 6], geometry[a + 7], x - endX, y - endY) <= 0) {
        point(endX, endY, 0, x, y, radius, normalX, normalY, ID, out);
      }
    } else {
      out.setPoint(normalX, normalY, x, y, apart, 0, radius, ID);
    }
  }

  /** How far a vector leads from one point to another; only its sign is of use. */
  private static float along(
      float fromX, float fromY, float toX, float toY, float vectorX, float vectorY) {
    return (toX - fromX) * vectorX + (toY - fromY) * vectorY;
  }

  /**
   * Two round points.
   *
   * @param elseX the normal if they are the same
   */
  static void point(
      float atX,
      float atY,
      float radiusA,
      float x,
      float y,
      float radius,
      float elseX,
      float elseY,
      int id,
      Manifold out) {
    float wayX = x - atX;
    float wayY = y - atY;
    float squared = wayX * wayX + wayY * wayY;
    float limit = radiusA + radius + Limits.SPECULATIVE_METERS;
    if (squared > limit * limit) {
      return;
    }
    float apart = (float) Math.sqrt(squared);
    if (apart > NO_LENGTH_METERS) {
      float scale = 1 / apart;
      out.setPoint(wayX * scale, wayY * scale, x, y, apart, radiusA, radius, id);
    } else {
      out.setPoint(elseX, elseY, x, y, apart, radiusA, radius, id);
    }
  }
}
