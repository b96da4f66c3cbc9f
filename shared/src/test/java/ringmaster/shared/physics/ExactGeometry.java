package ringmaster.shared.physics;

/**
 * What convex sets of points are to each other, in double precision and by trying everything: slow,
 * but too plain to be wrong. A set is x, y of each point, in any order.
 */
final class ExactGeometry {
  private ExactGeometry() {}

  /** The points of a shape at a pose. */
  static double[] placed(Shape shape, double x, double y, double cos, double sin) {
    double[] points = new double[2 * shape.pointCount()];
    for (int i = 0; i < shape.pointCount(); i++) {
      points[2 * i] = x + cos * shape.pointX(i) - sin * shape.pointY(i);
      points[2 * i + 1] = y + sin * shape.pointX(i) + cos * shape.pointY(i);
    }
    return points;
  }

  static double[] moved(double[] points, double dx, double dy) {
    double[] moved = points.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] += dx;
      moved[i + 1] += dy;
    }
    return moved;
  }

  /** The least distance of two sets; 0 if they overlap. */
  static double distance(double[] a, double[] b) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < a.length; i += 2) {
      for (int j = 0; j < a.length; j += 2) {
        for (int k = 0; k < b.length; k += 2) {
          for (int m = 0; m < b.length; m += 2) {
            if (cross(a, i, a, j, b, k, b, m)) {
              return 0;
            }
          }
        }
      }
    }
    if (contains(a, b[0], b[1]) || contains(b, a[0], a[1])) {
      return 0;
    }
    for (int i = 0; i < a.length; i += 2) {
      least = Math.min(least, toPoint(b, a[i], a[i + 1]));
    }
    for (int k = 0; k < b.length; k += 2) {
      least = Math.min(least, toPoint(a, b[k], b[k + 1]));
    }
    return least;
  }

  /** To any line between two points of a set. */
  private static double toPoint(double[] set, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < set.length; i += 2) {
      for (int j = 0; j < set.length; j += 2) {
        double lineX = set[j] - set[i];
        double lineY = set[j + 1] - set[i + 1];
        double squared = lineX * lineX + lineY * lineY;
        double along = (x - set[i]) * lineX + (y - set[i + 1]) * lineY;
        double share = squared > 0 ? Math.clamp(along / squared, 0, 1) : 0;
        double dx = set[i] + share * lineX - x;
        double dy = set[i + 1] + share * lineY - y;
        least = Math.min(least, Math.sqrt(dx * dx + dy * dy));
      }
    }
    return least;
  }

  private static boolean contains(double[] set, double x, double y) {
    for (int i = 0; i < set.length; i += 2) {
      for (int j = i + 2; j < set.length; j += 2) {
        for (int k = j + 2; k < set.length; k += 2) {
          double first = turn(set, i, set, j, x, y);
          double second = turn(set, j, set, k, x, y);
          double third = turn(set, k, set, i, x, y);
          if ((first > 0 && second > 0 && third > 0) || (first < 0 && second < 0 && third < 0)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean cross(
      double[] a, int i, double[] b, int j, double[] c, int k, double[] d, int m) {
    double first = turn(a, i, b, j, c[k], c[k + 1]);
    double second = turn(a, i, b, j, d[m], d[m + 1]);
    double third = turn(c, k, d, m, a[i], a[i + 1]);
    double fourth = turn(c, k, d, m, b[j], b[j + 1]);
    return first * second < 0 && third * fourth < 0;
  }

  private static double turn(double[] a, int i, double[] b, int j, double x, double y) {
    return (b[j] - a[i]) * (y - a[i + 1]) - (b[j + 1] - a[i + 1]) * (x - a[i]);
  }
}
