package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * The convex hull of points, counter-clockwise from the leftmost, without corners that hardly stick
 * out.
 *
 * <p>Andrew: "Another efficient algorithm for convex hulls in two dimensions", 1979.
 */
final class Hull {
  private Hull() {}

  /**
   * @param points x, y of each
   * @param toleranceMeters corners nearer than this to the line of their neighbours go, the
   *     flattest first; so do all but one of points that are as near to each other
   * @return x, y of each corner; fewer than three corners if there is no area
   */
  static float[] of(float[] points, float toleranceMeters) {
    float[][] hull = exact(sorted(points));
    while (hull.length > 2) {
      int flattest = flattest(hull);
      if (height(hull, flattest) >= toleranceMeters) {
        break;
      }
      hull = without(hull, flattest);
    }
    return flat(hull);
  }

  private static float[][] sorted(float[] points) {
    float[][] sorted = new float[points.length / 2][];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = new float[] {points[2 * i], points[2 * i + 1]};
    }
    Arrays.sort(
        sorted, (a, b) -> a[0] == b[0] ? Float.compare(a[1], b[1]) : Float.compare(a[0], b[0]));
    return sorted;
  }

  /** The lower half from left to right, then the upper one back. */
  private static float[][] exact(float[][] sorted) {
    float[][] hull = new float[2 * sorted.length][];
    int count = 0;
    for (float[] point : sorted) {
      count = push(hull, count, 0, point);
    }
    int lower = count - 1;
    for (int i = sorted.length - 2; i >= 0; i--) {
      count = push(hull, count, lower, sorted[i]);
    }
    // The last one is the first again, unless there is but one.
    return Arrays.copyOf(hull, Math.min(sorted.length, Math.max(1, count - 1)));
  }

  private static int push(float[][] hull, int size, int floor, float[] point) {
    int count = size;
    while (count >= floor + 2 && twiceArea(hull[count - 2], hull[count - 1], point) <= 0) {
      count--;
    }
    hull[count] = point;
    return count + 1;
  }

  /** Of a triangle, positive if it runs counter-clockwise; its sign is exact. */
  private static double twiceArea(float[] a, float[] b, float[] c) {
    double ab = ((double) b[0] - a[0]) * ((double) c[1] - a[1]);
    return ab - ((double) b[1] - a[1]) * ((double) c[0] - a[0]);
  }

  private static int flattest(float[][] hull) {
    int flattest = 0;
    for (int i = 1; i < hull.length; i++) {
      if (height(hull, i) < height(hull, flattest)) {
        flattest = i;
      }
    }
    return flattest;
  }

  /** How far a corner sticks out from the line of its neighbours. */
  private static double height(float[][] hull, int corner) {
    float[] before = hull[(corner + hull.length - 1) % hull.length];
    float[] after = hull[(corner + 1) % hull.length];
    double x = (double) after[0] - before[0];
    double y = (double) after[1] - before[1];
    return twiceArea(before, hull[corner], after) / Math.sqrt(x * x + y * y);
  }

  private static float[][] without(float[][] hull, int corner) {
    float[][] rest = Arrays.copyOf(hull, hull.length - 1);
    System.arraycopy(hull, corner + 1, rest, corner, rest.length - corner);
    return rest;
  }

  private static float[] flat(float[][] points) {
    float[] flat = new float[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      flat[2 * i] = points[i][0];
      flat[2 * i + 1] = points[i][1];
    }
    return flat;
  }
}
