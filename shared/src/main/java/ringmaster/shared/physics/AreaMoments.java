package ringmaster.shared.physics;

/**
 * Area of a shape and its moments about the origin, round corners included: those of its core, of a
 * strip along each side and of a sector about each corner.
 *
 * @param area m²; 0 for a segment
 * @param firstX integral of x over the area, m³
 * @param second polar, about the origin, m⁴
 */
record AreaMoments(double area, double firstX, double firstY, double second) {
  private static final AreaMoments NONE = new AreaMoments(0, 0, 0, 0);

  static AreaMoments of(Shape shape) {
    return switch (shape.type()) {
      case CIRCLE -> disc(shape);
      case CAPSULE -> rim(shape);
      case POLYGON -> rim(shape).plus(core(shape));
      case SEGMENT, CHAIN_SEGMENT -> NONE;
    };
  }

  private static AreaMoments disc(Shape shape) {
    double radius = shape.radiusMeters();
    double area = StrictMath.PI * radius * radius;
    return about(shape.pointX(0), shape.pointY(0), area, 0, 0, 0.5 * area * radius * radius);
  }

  /** A fan of triangles about the first corner, so that a far origin costs no digits. */
  private static AreaMoments core(Shape shape) {
    AreaMoments sum = NONE;
    double originX = shape.pointX(0);
    double originY = shape.pointY(0);
    for (int i = 1; i + 1 < shape.pointCount(); i++) {
      double ax = shape.pointX(i) - originX;
      double ay = shape.pointY(i) - originY;
      double bx = shape.pointX(i + 1) - originX;
      double by = shape.pointY(i + 1) - originY;
      double area = 0.5 * (ax * by - ay * bx);
      sum =
          sum.plus(
              new AreaMoments(
                  area,
                  area * (ax + bx) / 3,
                  area * (ay + by) / 3,
                  area * (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by) / 6));
    }
    return about(originX, originY, sum.area, sum.firstX, sum.firstY, sum.second);
  }

  private static AreaMoments rim(Shape shape) {
    AreaMoments sum = NONE;
    int count = shape.pointCount();
    for (int i = 0; i < count; i++) {
      sum = sum.plus(strip(shape, i, (i + 1) % count));
      sum = sum.plus(sector(shape, (i + count - 1) % count, i, (i + 1) % count));
    }
    return sum;
  }

  /** What the radius adds along the side between two points. */
  private static AreaMoments strip(Shape shape, int from, int to) {
    double radius = shape.radiusMeters();
    double x = (double) shape.pointX(to) - shape.pointX(from);
    double y = (double) shape.pointY(to) - shape.pointY(from);
    double length = Math.sqrt(x * x + y * y);
    double area = length * radius;
    double middleX = shape.pointX(from) + 0.5 * (x + y / length * radius);
    double middleY = shape.pointY(from) + 0.5 * (y - x / length * radius);
    return about(middleX, middleY, area, 0, 0, area * (length * length + radius * radius) / 12);
  }

  /** What the radius adds about a corner, between the normals of the sides that meet there. */
  private static AreaMoments sector(Shape shape, int before, int corner, int after) {
    double radius = shape.radiusMeters();
    double inX = (double) shape.pointX(corner) - shape.pointX(before);
    double inY = (double) shape.pointY(corner) - shape.pointY(before);
    double outX = (double) shape.pointX(after) - shape.pointX(corner);
    double outY = (double) shape.pointY(after) - shape.pointY(corner);
    double inLength = Math.sqrt(inX * inX + inY * inY);
    double outLength = Math.sqrt(outX * outX + outY * outY);
    double angle = Math.abs(StrictMath.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
    double cubed = radius * radius * radius / 3;
    return about(
        shape.pointX(corner),
        shape.pointY(corner),
        0.5 * angle * radius * radius,
        cubed * (inX / inLength - outX / outLength),
        cubed * (inY / inLength - outY / outLength),
        0.25 * angle * radius * radius * radius * radius);
  }

  /** Moments about a point, about the origin. */
  private static AreaMoments about(
      double x, double y, double area, double firstX, double firstY, double second) {
    return new AreaMoments(
        area,
        firstX + area * x,
        firstY + area * y,
        second + 2 * (firstX * x + firstY * y) + area * (x * x + y * y));
  }

  private AreaMoments plus(AreaMoments other) {
    return new AreaMoments(
        area + other.area, firstX + other.firstX, firstY + other.firstY, second + other.second);
  }
}
