package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * The convex hull of points, counter-clockwise from the leftmost; nearly equal points are one and
 * nearly straight corners none.
 *
 * <p>Andrew: "Another efficient algorithm for convex hulls in two dimensions", 1979.
 */
final class Hull {
  private Hull() {}

  /**
   * @param points x, y of each
   * @param toleranceMeters how near two points, or a point and a line, are the same
   * @return x, y of each corner; fewer than three corners if there is no area
   */
  static float[] of(float[] points, float toleranceMeters) {
    float[][] sorted = welded(points, toleranceMeters);
    if (sorted.length < 3) {
      return flat(sorted, sorted.length);
    }
    float[][] hull = new float[2 * sorted.length][];
    int count = 0;
    for (float[] point : sorted) {
      count = push(hull, count, 0, point, toleranceMeters);
    }
    int lower = count;
    for (int i = sorted.length - 2; i >= 0; i--) {
      count = push(hull, count, lower - 1, sorted[i], toleranceMeters);
    }
    // The last one is the first again; behind it a straight corner may have been left.
    count--;
    while (count > 2 && !turnsLeft(hull[count - 2], hull[count - 1], hull[0], toleranceMeters)) {
      count--;
    }
    return flat(hull, count);
  }

  private static int push(float[][] hull, int size, int floor, float[] point, float tolerance) {
    int count = size;
    while (count >= floor + 2 && !turnsLeft(hull[count - 2], hull[count - 1], point, tolerance)) {
      count--;
    }
    hull[count] = point;
    return count + 1;
  }

  /** Whether b lies clearly to the right of the line from a to c. */
  private static boolean turnsLeft(float[] a, float[] b, float[] c, float tolerance) {
    double alongX = (double) c[0] - a[0];
    double alongY = (double) c[1] - a[1];
    double cross = ((double) b[0] - a[0]) * alongY - ((double) b[1] - a[1]) * alongX;
    return cross > tolerance * Math.sqrt(alongX * alongX + alongY * alongY);
  }

  private static float[][] welded(float[] points, float tolerance) {
    float[][] kept = new float[points.length / 2][];
    int count = 0;
    for (int i = 0; i < points.length; i += 2) {
      float[] point = {points[i], points[i + 1]};
      boolean known = false;
      for (int k = 0; k < count; k++) {
        float dx = kept[k][0] - point[0];
        float dy = kept[k][1] - point[1];
        known |= dx * dx + dy * dy < tolerance * tolerance;
      }
      if (!known) {
        kept[count++] = point;
      }
    }
    float[][] sorted = Arrays.copyOf(kept, count);
    Arrays.sort(
        sorted, (a, b) -> a[0] == b[0] ? Float.compare(a[1], b[1]) : Float.compare(a[0], b[0]));
    return sorted;
  }

  private static float[] flat(float[][] points, int count) {
    float[] flat = new float[2 * count];
    for (int i = 0; i < count; i++) {
      flat[2 * i] = points[i][0];
      flat[2 * i + 1] = points[i][1];
    }
    return flat;
  }
}
