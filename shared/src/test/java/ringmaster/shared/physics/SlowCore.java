package ringmaster.shared.physics;

/**
 * The convex core of a shape in double precision, and how far it is from another by trying all:
 * what the fast functions are held against.
 */
final class SlowCore {
  final double[] x;
  final double[] y;
  final double radius;

  private SlowCore(double[] x, double[] y, double radius) {
    this.x = x;
    this.y = y;
    this.radius = radius;
  }

  static SlowCore of(Shape shape, double atX, double atY, double cos, double sin) {
    int count = shape.pointCount();
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = atX + cos * shape.pointX(i) - sin * shape.pointY(i);
      y[i] = atY + sin * shape.pointX(i) + cos * shape.pointY(i);
    }
    return new SlowCore(x, y, shape.radiusMeters());
  }

  /** How far another core is out along a direction; negative where they overlap along it. */
  double separation(SlowCore other, double normalX, double normalY) {
    double furthest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      furthest = Math.max(furthest, normalX * x[i] + normalY * y[i]);
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < other.x.length; i++) {
      nearest = Math.min(nearest, normalX * other.x[i] + normalY * other.y[i]);
    }
    return nearest - furthest;
  }

  /** The distance of two cores, or minus how deep they overlap; radii left out. */
  double distance(SlowCore other) {
    double apart = Math.max(bestSide(other), other.bestSide(this));
    return apart < 0 ? apart : Math.min(nearestCorner(other), other.nearestCorner(this));
  }

  /** By the normals of this core; two points have none and never overlap. */
  private double bestSide(SlowCore other) {
    double best = other.x.length == 1 && x.length == 1 ? 0 : Double.NEGATIVE_INFINITY;
    for (int i = 0; x.length > 1 && i < x.length; i++) {
      int next = (i + 1) % x.length;
      double length = Math.hypot(x[next] - x[i], y[next] - y[i]);
      double normalX = (y[next] - y[i]) / length;
      double normalY = (x[i] - x[next]) / length;
      best = Math.max(best, separation(other, normalX, normalY));
    }
    return best;
  }

  private double nearestCorner(SlowCore other) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < other.x.length; i++) {
      least = Math.min(least, distance(other.x[i], other.y[i]));
    }
    return least;
  }

  /** Of a point; 0 if it is inside. */
  double distance(double px, double py) {
    double least = Double.POSITIVE_INFINITY;
    boolean inside = x.length > 2;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double wayX = x[next] - x[i];
      double wayY = y[next] - y[i];
      double squared = wayX * wayX + wayY * wayY;
      double along = wayX * (px - x[i]) + wayY * (py - y[i]);
      double share = squared > 0 ? Math.clamp(along / squared, 0, 1) : 0;
      least = Math.min(least, Math.hypot(px - x[i] - share * wayX, py - y[i] - share * wayY));
      inside &= wayX * (py - y[i]) - wayY * (px - x[i]) >= 0;
    }
    return inside ? 0 : least;
  }
}
