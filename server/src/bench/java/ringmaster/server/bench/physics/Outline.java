package ringmaster.server.bench.physics;

import ringmaster.shared.physics.Shape;

/**
 * A convex outline: up to eight corners, counter-clockwise, grown by a radius. In doubles and apart
 * from any engine's own geometry, since it judges them.
 */
record Outline(double[] x, double[] y, double radiusMeters) {
  /** A shape where a body stands. */
  static Outline of(Shape shape, double bodyX, double bodyY, double cos, double sin) {
    int count = shape.pointCount();
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = bodyX + cos * shape.pointX(i) - sin * shape.pointY(i);
      y[i] = bodyY + sin * shape.pointX(i) + cos * shape.pointY(i);
    }
    return new Outline(x, y, shape.radiusMeters());
  }

  /** A shape about its body's origin. */
  static Outline of(Shape shape) {
    return of(shape, 0, 0, 1, 0);
  }

  int count() {
    return x.length;
  }

  /** The same polygon with sides that stand further out and no radius; negative: further in. */
  Outline offset(double meters) {
    int count = count();
    double[] newX = new double[count];
    double[] newY = new double[count];
    for (int i = 0; i < count; i++) {
      int before = (i + count - 1) % count;
      double normalX = normalX(before) + normalX(i);
      double normalY = normalY(before) + normalY(i);
      // The sum of two unit normals at an angle is as long as the mitre is short.
      double scale = 2 * meters / (normalX * normalX + normalY * normalY);
      newX[i] = x[i] + normalX * scale;
      newY[i] = y[i] + normalY * scale;
    }
    return new Outline(newX, newY, 0);
  }

  private double normalX(int side) {
    return (y[next(side)] - y[side]) / length(side);
  }

  private double normalY(int side) {
    return (x[side] - x[next(side)]) / length(side);
  }

  private int next(int corner) {
    return corner + 1 == count() ? 0 : corner + 1;
  }

  private double length(int side) {
    return Math.hypot(x[next(side)] - x[side], y[next(side)] - y[side]);
  }

  /** How far two outlines overlap; negative: how far they are apart, if that is not much. */
  static double overlapMeters(Outline a, Outline b) {
    double separation = Math.max(a.separation(b), b.separation(a));
    double distance = separation < 0 && a.count() + b.count() > 2 ? separation : a.distance(b);
    return a.radiusMeters + b.radiusMeters - distance;
  }

  /**
   * The greatest distance of another outline's corners, radii aside, from a side of this one;
   * negative if none of this one's sides separates the two. A line has two sides, a point none.
   */
  private double separation(Outline other) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int side = 0; count() > 1 && side < count(); side++) {
      double normalX = normalX(side);
      double normalY = normalY(side);
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < other.count(); i++) {
        least =
            Math.min(least, normalX * (other.x[i] - x[side]) + normalY * (other.y[i] - y[side]));
      }
      greatest = Math.max(greatest, least);
    }
    return greatest;
  }

  /** Between two that do not overlap: from a corner of one to a side of the other. */
  private double distance(Outline other) {
    return Math.min(cornersToSides(other), other.cornersToSides(this));
  }

  private double cornersToSides(Outline other) {
    double least = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < count(); corner++) {
      for (int side = 0; side < other.count(); side++) {
        least = Math.min(least, other.distanceToSide(side, x[corner], y[corner]));
      }
    }
    return least;
  }

  private double distanceToSide(int side, double pointX, double pointY) {
    double sideX = x[next(side)] - x[side];
    double sideY = y[next(side)] - y[side];
    double squared = sideX * sideX + sideY * sideY;
    double along = (pointX - x[side]) * sideX + (pointY - y[side]) * sideY;
    double share = squared > 0 ? Math.clamp(along / squared, 0, 1) : 0;
    return Math.hypot(pointX - x[side] - share * sideX, pointY - y[side] - share * sideY);
  }
}
