package ringmaster.shared.physics;

/**
 * Contacts of two capsules, or of a capsule and a segment.
 *
 * <p>Where one lies wholly beyond an end of the other, that end is nearest and is taken as a
 * circle: the sides of two lines in a row could not tell that they are apart. Else the lines are
 * polygons of two sides.
 */
final class CollideLines {
  /** An end of a line is the offset of its point: 0 or 2. */
  private static final int NO_END = -1;

  private CollideLines() {}

  static void lines(
      float[] geometry, int a, int b, float x, float y, float cos, float sin, Manifold out) {
    float backX = -cos * x - sin * y;
    float backY = sin * x - cos * y;
    int end = endBefore(geometry, a, b, x, y, cos, sin);
    if (end != NO_END) {
      end(geometry, b, a, end, backX, backY, cos, -sin, out);
      out.flip(x, y, cos, sin);
      return;
    }
    end = endBefore(geometry, b, a, backX, backY, cos, -sin);
    if (end != NO_END) {
      end(geometry, a, b, end, x, y, cos, sin, out);
      return;
    }
    CollidePolygons.polygons(geometry, a, 2, b, 2, x, y, cos, sin, out);
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
    return Math.min(first, last) >= edgeX * edgeX + edgeY * edgeY ? 2 : NO_END;
  }

  /** An end of line B against the whole of A. */
  private static void end(
      float[] geometry,
      int a,
      int b,
      int end,
      float x,
      float y,
      float cos,
      float sin,
      Manifold out) {
    float pointX = geometry[b + end];
    float pointY = geometry[b + end + 1];
    CollideCircles.line(
        geometry,
        a,
        x + cos * pointX - sin * pointY,
        y + sin * pointX + cos * pointY,
        geometry[b + PartTable.RADIUS],
        out);
  }
}
