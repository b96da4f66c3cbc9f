package ringmaster.shared.physics;

/**
 * Area of a shape and its moments about the origin.
 *
 * @param area m²; 0 for a segment
 * @param centerX centroid, metres
 * @param secondMoment polar, about the origin, m⁴
 */
record AreaMoments(double area, double centerX, double centerY, double secondMoment) {
  private static final AreaMoments NONE = new AreaMoments(0, 0, 0, 0);

  static AreaMoments of(Shape shape) {
    return switch (shape.type()) {
      case CIRCLE -> ofCircle(shape);
      case CAPSULE -> ofCapsule(shape);
      case POLYGON -> ofPolygon(grown(shape));
      case SEGMENT, CHAIN_SEGMENT -> NONE;
    };
  }

  private static AreaMoments ofCircle(Shape shape) {
    double radius = shape.radiusMeters();
    double area = StrictMath.PI * radius * radius;
    return about(area, shape.pointX(0), shape.pointY(0), 0.5 * area * radius * radius);
  }

  /** A rectangle and two half discs. */
  private static AreaMoments ofCapsule(Shape shape) {
    double dx = shape.pointX(1) - shape.pointX(0);
    double dy = shape.pointY(1) - shape.pointY(0);
    double length = Math.sqrt(dx * dx + dy * dy);
    double radius = shape.radiusMeters();
    double box = 2 * radius * length;
    double disc = StrictMath.PI * radius * radius;
    // A half disc's centroid lies 4 r / (3 pi) from its straight side.
    double lever = 4 * radius / (3 * StrictMath.PI);
    double half = 0.5 * length;
    double ends = 0.5 * disc * radius * radius + disc * (half * half + 2 * half * lever);
    double middle = box * (4 * radius * radius + length * length) / 12;
    return about(
        box + disc,
        0.5 * (shape.pointX(0) + shape.pointX(1)),
        0.5 * (shape.pointY(0) + shape.pointY(1)),
        ends + middle);
  }

  private static AreaMoments about(double area, double x, double y, double secondAboutCenter) {
    return new AreaMoments(area, x, y, secondAboutCenter + area * (x * x + y * y));
  }

  /**
   * The corners moved out so that the sides stand the radius further: the round corners' missing
   * bits are neglected.
   */
  private static double[] grown(Shape shape) {
    int count = shape.pointCount();
    double[] corners = new double[2 * count];
    for (int i = 0; i < count; i++) {
      int before = (i + count - 1) % count;
      int after = (i + 1) % count;
      double ax = shape.pointX(i) - shape.pointX(before);
      double ay = shape.pointY(i) - shape.pointY(before);
      double bx = shape.pointX(after) - shape.pointX(i);
      double by = shape.pointY(after) - shape.pointY(i);
      double aLength = Math.sqrt(ax * ax + ay * ay);
      double bLength = Math.sqrt(bx * bx + by * by);
      double normalX = ay / aLength + by / bLength;
      double normalY = -ax / aLength - bx / bLength;
      // The sum of two unit normals at an angle is as long as the mitre is short.
      double squared = normalX * normalX + normalY * normalY;
      double scale = 2 * shape.radiusMeters() / Math.max(squared, 1);
      corners[2 * i] = shape.pointX(i) + normalX * scale;
      corners[2 * i + 1] = shape.pointY(i) + normalY * scale;
    }
    return corners;
  }

  /** A fan of triangles about the first corner, so that a far origin costs no digits. */
  private static AreaMoments ofPolygon(double[] corners) {
    double originX = corners[0];
    double originY = corners[1];
    double area = 0;
    double centerX = 0;
    double centerY = 0;
    double second = 0;
    for (int i = 2; i + 3 < corners.length; i += 2) {
      double ax = corners[i] - originX;
      double ay = corners[i + 1] - originY;
      double bx = corners[i + 2] - originX;
      double by = corners[i + 3] - originY;
      double cross = ax * by - ay * bx;
      area += 0.5 * cross;
      centerX += cross * (ax + bx) / 6;
      centerY += cross * (ay + by) / 6;
      second += cross * (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by) / 12;
    }
    centerX /= area;
    centerY /= area;
    second -= area * (centerX * centerX + centerY * centerY);
    return about(area, originX + centerX, originY + centerY, second);
  }
}
