package ringmaster.shared.physics;

/**
 * Contact manifolds of two parts. A part is a convex core of up to eight points, grown by a radius;
 * the cores are measured and the radii taken off.
 *
 * <p>Lines have no inside: two of them, segments of whatever sort, never touch.
 *
 * <p>After the manifold functions of Box2D v3 (Erin Catto).
 */
final class Collide {
  /**
   * Cores nearer than this are taken to overlap: the direction from one to the other is not to be
   * relied on. Separations that differ by less are equal.
   */
  static final float TOUCHING_METERS = 0.1f * Limits.SLOP_METERS;

  private Collide() {}

  /**
   * Finds where two parts touch or nearly do.
   *
   * @param x of body B's centre in body A's frame, metres
   * @param cos of B's facing in A's frame
   * @param out count 0 if they are further apart than {@link Limits#SPECULATIVE_METERS}
   */
  static void collide(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    out.count = 0;
    byte typeA = parts.type[partA];
    byte typeB = parts.type[partB];
    if (typeA == PartTable.POLYGON && typeB == PartTable.POLYGON) {
      polygons(parts, partA, partB, x, y, cos, sin, out);
    } else if (backward(typeA, typeB)) {
      float backX = -cos * x - sin * y;
      float backY = sin * x - cos * y;
      ordered(parts, partB, partA, backX, backY, cos, -sin, out);
      out.flip(x, y, cos, sin);
    } else {
      ordered(parts, partA, partB, x, y, cos, sin, out);
    }
  }

  /** Whether the pair is implemented the other way round: circles come last, chains first. */
  private static boolean backward(byte typeA, byte typeB) {
    return typeA != typeB && (typeA == PartTable.CIRCLE || typeB == PartTable.CHAIN_SEGMENT);
  }

  private static void ordered(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    byte typeA = parts.type[partA];
    byte typeB = parts.type[partB];
    if (typeB == PartTable.CIRCLE) {
      circle(parts, partA, partB, x, y, cos, sin, out);
    } else if (typeA == PartTable.CHAIN_SEGMENT) {
      chain(parts, partA, partB, x, y, cos, sin, out);
    } else if (typeA == PartTable.POLYGON || typeB == PartTable.POLYGON) {
      polygons(parts, partA, partB, x, y, cos, sin, out);
    } else if (typeA == PartTable.CAPSULE || typeB == PartTable.CAPSULE) {
      int a = partA * PartTable.STRIDE;
      int b = partB * PartTable.STRIDE;
      CollideLines.lines(parts.geometry, a, b, x, y, cos, sin, out);
    }
  }

  private static void circle(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    float[] geometry = parts.geometry;
    int a = partA * PartTable.STRIDE;
    int b = partB * PartTable.STRIDE;
    float centerX = x + cos * geometry[b] - sin * geometry[b + 1];
    float centerY = y + sin * geometry[b] + cos * geometry[b + 1];
    float radius = geometry[b + PartTable.RADIUS];
    byte typeA = parts.type[partA];
    if (typeA == PartTable.CIRCLE) {
      CollideCircles.circle(geometry, a, centerX, centerY, radius, out);
    } else if (typeA == PartTable.POLYGON) {
      CollideCircles.polygon(geometry, a, parts.pointCount[partA], centerX, centerY, radius, out);
    } else if (typeA == PartTable.CHAIN_SEGMENT) {
      CollideCircles.chainSegment(geometry, a, centerX, centerY, radius, out);
    } else {
      CollideCircles.line(geometry, a, centerX, centerY, radius, out);
    }
  }

  private static void chain(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    byte typeB = parts.type[partB];
    if (typeB == PartTable.POLYGON || typeB == PartTable.CAPSULE) {
      int a = partA * PartTable.STRIDE;
      int b = partB * PartTable.STRIDE;
      CollideChains.polygon(parts.geometry, a, b, parts.pointCount[partB], x, y, cos, sin, out);
    }
  }

  private static void polygons(
      PartTable parts, int partA, int partB, float x, float y, float cos, float sin, Manifold out) {
    CollidePolygons.polygons(
        parts.geometry,
        partA * PartTable.STRIDE,
        parts.pointCount[partA],
        partB * PartTable.STRIDE,
        parts.pointCount[partB],
        x,
        y,
        cos,
        sin,
        out);
  }
}
