package ringmaster.shared.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a part of a body, in metres about the body's origin: a convex set of one to eight
 * points, grown by a radius. Immutable.
 *
 * <p>One point is a circle, two are a capsule or, without a radius, a segment. A segment of a chain
 * is solid on one side only and knows its neighbours, so that what slides along the chain does not
 * catch on its joints.
 */
public final class Shape {
  /** Of a polygon. */
  public static final int MAX_POINTS = 8;

  /** Points nearer than this are one, and corners flatter than this are none. */
  private static final float WELD_METERS = Limits.SLOP_METERS / 2;

  private static final int COORDINATES = 2;

  /** What the points of a shape mean. */
  public enum Type {
    CIRCLE,
    CAPSULE,
    SEGMENT,
    CHAIN_SEGMENT,
    POLYGON
  }

  private final Type type;

  /** x, y of each point, counter-clockwise; of a chain segment its ends, then both neighbours. */
  private final float[] points;

  private final int count;
  private final float radiusMeters;

  private Shape(Type type, float[] points, int count, float radiusMeters) {
    this.type = type;
    this.points = points;
    this.count = count;
    this.radiusMeters = radiusMeters;
  }

  public static Shape circle(float radiusMeters) {
    return circle(0, 0, radiusMeters);
  }

  public static Shape circle(float x, float y, float radiusMeters) {
    Limits.within(radiusMeters, Limits.MIN_SIZE_METERS / 2, Limits.MAX_SIZE_METERS / 2, "radius");
    return new Shape(Type.CIRCLE, checked(x, y), 1, radiusMeters);
  }

  /** All points within the radius of a line from (x0, y0) to (x1, y1). */
  public static Shape capsule(float x0, float y0, float x1, float y1, float radiusMeters) {
    Limits.within(radiusMeters, Limits.MIN_SIZE_METERS / 2, Limits.MAX_SIZE_METERS / 2, "radius");
    return new Shape(Type.CAPSULE, line(x0, y0, x1, y1), 2, radiusMeters);
  }

  /** A line, solid on both sides; it has no mass. */
  public static Shape segment(float x0, float y0, float x1, float y1) {
    return new Shape(Type.SEGMENT, line(x0, y0, x1, y1), 2, 0);
  }

  /** A box about the origin, by half its width and height. */
  public static Shape box(float halfWidthMeters, float halfHeightMeters) {
    return box(halfWidthMeters, halfHeightMeters, 0);
  }

  /** A box with round corners: the half sizes are those before it is grown by the radius. */
  public static Shape box(float halfWidthMeters, float halfHeightMeters, float radiusMeters) {
    float w = halfWidthMeters;
    float h = halfHeightMeters;
    return polygon(radiusMeters, -w, -h, w, -h, w, h, -w, h);
  }

  /**
   * The convex hull of some points, grown by a radius.
   *
   * @param points x, y of each, in any order; those within the hull or nearly on its sides go
   * @throws IllegalArgumentException if the hull is thinner than a centimetre or has more than
   *     {@link #MAX_POINTS} corners
   */
  public static Shape polygon(float radiusMeters, float... points) {
    Limits.within(radiusMeters, 0, Limits.MAX_SIZE_METERS / 2, "radius");
    float[] hull = Hull.of(checked(points), WELD_METERS);
    int count = hull.length / COORDINATES;
    if (count < 3) {
      throw new IllegalArgumentException("a polygon of no area: its points lie on a line");
    }
    if (count > MAX_POINTS) {
      throw new IllegalArgumentException(
          "a polygon of " + count + " corners, more than " + MAX_POINTS);
    }
    Shape polygon = new Shape(Type.POLYGON, hull, count, radiusMeters);
    if (polygon.widthMeters() < Limits.MIN_SIZE_METERS) {
      throw new IllegalArgumentException("a polygon " + polygon.widthMeters() + " m thin");
    }
    return polygon;
  }

  /** Of a polygon: the least distance of two parallel lines that it fits between. */
  private float widthMeters() {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, heightOver(i, (i + 1) % count));
    }
    return (float) least + 2 * radiusMeters;
  }

  /** How far the furthest point is from the line of a side. */
  private double heightOver(int from, int to) {
    double x = (double) pointX(to) - pointX(from);
    double y = (double) pointY(to) - pointY(from);
    double furthest = 0;
    for (int i = 0; i < count; i++) {
      double cross = x * (pointY(i) - pointY(from)) - y * (pointX(i) - pointX(from));
      furthest = Math.max(furthest, cross);
    }
    return furthest / Math.sqrt(x * x + y * y);
  }

  /**
   * Segments from point to point, solid on the left, open on the right of their direction: a closed
   * chain that runs counter-clockwise is an island, one that runs clockwise a room.
   *
   * @param points x, y of each, at least 2 or, closed, 3
   * @param closed whether the last point is joined to the first
   */
  public static List<Shape> chain(boolean closed, float... points) {
    int count = checked(points).length / COORDINATES;
    if (count < (closed ? 3 : 2)) {
      throw new IllegalArgumentException("a chain of " + count + " points");
    }
    List<Shape> segments = new ArrayList<>();
    for (int i = 0; i < (closed ? count : count - 1); i++) {
      segments.add(chainSegment(points, count, closed, i));
    }
    return List.copyOf(segments);
  }

  private static Shape chainSegment(float[] points, int count, boolean closed, int index) {
    float[] own = new float[4 * COORDINATES];
    for (int k = 0; k < 4; k++) {
      // Ends first, then the neighbours before and after.
      int wanted = index + (k == 2 ? -1 : k == 3 ? 2 : k);
      int point = closed ? Math.floorMod(wanted, count) : Math.clamp(wanted, 0, count - 1);
      own[COORDINATES * k] = points[COORDINATES * point];
      own[COORDINATES * k + 1] = points[COORDINATES * point + 1];
    }
    line(own[0], own[1], own[2], own[3]);
    if (!closed && index == 0) {
      continueStraight(own, 2, 0, 1);
    }
    if (!closed && index == count - 2) {
      continueStraight(own, 3, 1, 0);
    }
    return new Shape(Type.CHAIN_SEGMENT, own, 2, 0);
  }

  /** An open end goes on as if the chain were straight. */
  private static void continueStraight(float[] own, int neighbour, int end, int other) {
    for (int axis = 0; axis < COORDINATES; axis++) {
      own[COORDINATES * neighbour + axis] =
          2 * own[COORDINATES * end + axis] - own[COORDINATES * other + axis];
    }
  }

  private static float[] line(float x0, float y0, float x1, float y1) {
    float[] ends = checked(x0, y0, x1, y1);
    float dx = x1 - x0;
    float dy = y1 - y0;
    if (!(dx * dx + dy * dy >= Limits.MIN_SIZE_METERS * Limits.MIN_SIZE_METERS)) {
      throw new IllegalArgumentException(
          "the line from (" + x0 + ", " + y0 + ") to (" + x1 + ", " + y1 + ") is too short");
    }
    return ends;
  }

  private static float[] checked(float... points) {
    if (points.length % COORDINATES != 0) {
      throw new IllegalArgumentException("a point without its y");
    }
    for (float coordinate : points) {
      Limits.finite(coordinate, Limits.MAX_COORDINATE_METERS, "coordinate");
    }
    return points.clone();
  }

  /** A shape as it was saved. */
  static Shape restored(Type type, float[] coordinates, int count, float radiusMeters) {
    int points = type == Type.CHAIN_SEGMENT ? 4 : count;
    boolean counts =
        switch (type) {
          case CIRCLE -> count == 1;
          case CAPSULE, SEGMENT, CHAIN_SEGMENT -> count == 2;
          case POLYGON -> count >= 3 && count <= MAX_POINTS;
        };
    if (!counts || coordinates.length != COORDINATES * points) {
      throw new IllegalArgumentException("a " + type + " of " + count + " points");
    }
    Limits.within(radiusMeters, 0, Limits.MAX_SIZE_METERS / 2, "radius");
    for (int i = 0; i < coordinates.length; i++) {
      // The neighbours of an open end go on as far again as the segment is long.
      boolean neighbour = i >= COORDINATES * count;
      float limit = (neighbour ? 3 : 1) * Limits.MAX_COORDINATE_METERS;
      Limits.finite(coordinates[i], limit, "coordinate");
    }
    if (type == Type.CIRCLE || type == Type.CAPSULE) {
      Limits.within(radiusMeters, Limits.MIN_SIZE_METERS / 2, Limits.MAX_SIZE_METERS / 2, "radius");
    }
    if (count == 2) {
      line(coordinates[0], coordinates[1], coordinates[2], coordinates[3]);
    }
    Shape shape = new Shape(type, coordinates.clone(), count, radiusMeters);
    for (int i = 0; count > 2 && i < count; i++) {
      shape.checkCorner(i);
    }
    return shape;
  }

  private void checkCorner(int i) {
    int next = (i + 1) % count;
    int after = (i + 2) % count;
    float cross =
        (pointX(next) - pointX(i)) * (pointY(after) - pointY(next))
            - (pointY(next) - pointY(i)) * (pointX(after) - pointX(next));
    if (!(cross > 0)) {
      throw new IllegalArgumentException("a polygon that is not convex at corner " + next);
    }
  }

  /** The same outline about another origin. */
  Shape movedBy(float dx, float dy) {
    float[] moved = points.clone();
    for (int i = 0; i < moved.length; i += COORDINATES) {
      moved[i] += dx;
      moved[i + 1] += dy;
    }
    return new Shape(type, moved, count, radiusMeters);
  }

  public Type type() {
    return type;
  }

  /** How many points span the shape; the neighbours of a chain segment are not among them. */
  public int pointCount() {
    return count;
  }

  /** Metres; of a chain segment, points 2 and 3 are the neighbours before and after. */
  public float pointX(int point) {
    return points[COORDINATES * point];
  }

  public float pointY(int point) {
    return points[COORDINATES * point + 1];
  }

  public float radiusMeters() {
    return radiusMeters;
  }

  /** How far the furthest point of the outline is from the origin. */
  float reachMeters() {
    float squared = 0;
    for (int i = 0; i < count; i++) {
      squared = Math.max(squared, pointX(i) * pointX(i) + pointY(i) * pointY(i));
    }
    return (float) Math.sqrt(squared) + radiusMeters;
  }

  /** Every coordinate, those of a chain segment's neighbours too; not to be written. */
  float[] coordinates() {
    return points;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shape that
        && type == that.type
        && Float.floatToIntBits(radiusMeters) == Float.floatToIntBits(that.radiusMeters)
        && Arrays.equals(points, that.points);
  }

  @Override
  public int hashCode() {
    int hash = 31 * type.ordinal() + Float.floatToIntBits(radiusMeters);
    for (float coordinate : points) {
      hash = 31 * hash + Float.floatToIntBits(coordinate);
    }
    return hash;
  }
}
