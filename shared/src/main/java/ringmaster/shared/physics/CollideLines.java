package ringmaster.shared.physics;

/**
 * Contacts of two capsules, or of a capsule and a segment.
 *
 * <p>Lines in a row, each wholly beyond an end of the other, meet at these ends like circles: their
 * sides could not tell that they are apart. Else they are polygons of two sides.
 */
final class CollideLines {
  /** An end of a line is its point, 0 or 1. */
  private static final int NO_END = -1;

  private CollideLines() {}

  static void lines(
      float[] geometry, int a, int b, float x, float y, float cos, float sin, Manifold out) {
    int endA = endBefore(geometry, a, b, x, y, cos, sin);
    int endB =
        endA == NO_END
            ? NO_END
            : endBefore(geometry, b, a, -cos * x - sin * y, sin * x - cos * y, cos, -sin);
    if (endB == NO_END) {
      CollidePolygons.polygons(geometry, a, 2, b, 2, x, y, cos, sin, out);
    } else {
      ends(geometry, a, endA, b, endB, x, y, cos, sin, out);
    }
  }

  /** The end of line A that the whole of B lies beyond. */
  private static int endBefore(
      float[] geometry, int a, int b, float x, float y, float cos, float sin) {
    float edgeX = geometry[a + 2] - geometry[a];
    float edgeY = geometry[a + 3] - geometry[a + 1];
    float fromX = x - geometry[a] + (cos * geometry[b] - sin * geometry[b + 1]);
    float fromY = y - geometry[a + 1] + (sin * geometry[b] + cos * geometry[b + 1]);
    float wayX = geometry[b + 2] - geometry[b];
    float wayY = geometry[b + 3] - geometry[b + 1];
    float first = fromX * edgeX + fromY * edgeY;
    float last = first + (cos * wayX - sin * wayY) * edgeX + (sin * wayX + cos * wayY) * edgeY;
    if (Math.max(first, last) <= 0) {
      return 0;
    }
    return Math.min(first, last) >= edgeX * edgeX + edgeY * edgeY ? 1 : NO_END;
  }

  private static void ends(
      float[] geometry,
      int a,
      int endA,
      int b,
      int endB,
      float x,
      float y,
      float cos,
      float sin,
      Manifold out) {
    float pointX = geometry[b + 2 * endB];
    float pointY = geometry[b + 2 * endB + 1];
    // The way out of A, should the ends be the same: its first normal, turned.
    float outward = endA == 0 ? -1 : 1;
    CollideCircles.point(
        geometry[a + 2 * endA],
        geometry[a + 2 * endA + 1],
        geometry[a + PartTable.RADIUS],
        x + cos * pointX - sin * pointY,
        y + sin * pointX + cos * pointY,
        geometry[b + PartTable.RADIUS],
        -outward * geometry[a + PartTable.NORMALS + 1],
        outward * geometry[a + PartTable.NORMALS],
        Manifold.id(endA, endB),
        out);
  }
}
