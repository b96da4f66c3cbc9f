package ringmaster.shared.physics;

/**
 * Asks what is where in a world. Made by {@link World#newQueries} for one thread; it reads the
 * world between two steps and writes nothing but what it is handed.
 *
 * <p>The mask chooses the categories that are looked for ({@link Filter#category}); one body may be
 * left out; sensors are never met. Of what is met at the same fraction the lower slot comes first,
 * then the lower part, so no answer depends on the order of the search.
 *
 * <p>Rays and casts come from where they start: they meet the segment of a chain on its open side
 * only. Overlaps and distances know no sides.
 *
 * <p>Every method refuses what is no number, or beyond the world, with an {@link
 * IllegalArgumentException}.
 */
public final class Queries {
  private static final float MAX_WAY_METERS = 2 * Limits.MAX_COORDINATE_METERS;

  private final Bodies bodies;
  private final Shapes shapes;
  private final PartTable parts;
  private final BroadPhase broadPhase;
  private final Wanted wanted;
  private final ShapeCast cast = new ShapeCast();
  private final Sweep sweep = new Sweep();
  private final Distance distance = new Distance();
  private final IntList found = new IntList();
  private final Nearest nearest = new Nearest();
  private final InOrder inOrder = new InOrder();
  private final Any any = new Any();

  // What an overlap is sought with: points about a pose, grown by a radius.
  private final float[] point = new float[2];
  private final float[] box = new float[8];
  private float[] points = point;
  private int pointCount;
  private float radius;
  private float poseX;
  private float poseY;
  private float poseCos;
  private float poseSin;

  Queries(World world) {
    bodies = world.bodies;
    shapes = bodies.shapes;
    parts = bodies.parts;
    broadPhase = world.broadPhase;
    wanted = new Wanted(bodies);
  }

  /** Whether a ray along (wayX, wayY) meets something, and what first. */
  public boolean ray(float x, float y, float wayX, float wayY, int mask, long except, Hit hit) {
    cast.take(0);
    return castNearest(x, y, wayX, wayY, mask, except, hit);
  }

  /**
   * Finds what a ray meets, the nearest first.
   *
   * @param hits the caller's own, none of them null; filled from 0 on; if there is more, the
   *     nearest are kept
   * @return how many were filled
   */
  public int rayAll(float x, float y, float wayX, float wayY, int mask, long except, Hit[] hits) {
    cast.take(0);
    aim(x, y, wayX, wayY, mask, except);
    inOrder.hits = hits;
    inOrder.count = 0;
    sweep(x, y, wayX, wayY, inOrder);
    return inOrder.count;
  }

  /** Whether a circle meets something on its way, and what first. */
  public boolean castCircle(
      float x,
      float y,
      float radiusMeters,
      float wayX,
      float wayY,
      int mask,
      long except,
      Hit hit) {
    cast.take(Limits.within(radiusMeters, 0, Limits.MAX_SIZE_METERS / 2, "radius"));
    return castNearest(x, y, wayX, wayY, mask, except, hit);
  }

  /**
   * Whether a shape meets something on its way, and what first. A line is as thick as a millimetre.
   *
   * @param cos of where the shape faces, all the way; with sin a unit vector
   */
  public boolean cast(
      Shape shape,
      float x,
      float y,
      float cos,
      float sin,
      float wayX,
      float wayY,
      int mask,
      long except,
      Hit hit) {
    Bodies.checkPose(x, y, cos, sin);
    cast.take(shape, cos, sin, 0);
    return castNearest(x, y, wayX, wayY, mask, except, hit);
  }

  /** Whether nothing of these categories stands between two points, or around the first. */
  public boolean visible(float fromX, float fromY, float toX, float toY, int mask) {
    cast.take(0);
    aim(fromX, fromY, toX - fromX, toY - fromY, mask, Bodies.NONE);
    any.met = false;
    sweep(fromX, fromY, toX - fromX, toY - fromY, any);
    return !any.met;
  }

  private boolean castNearest(
      float x, float y, float wayX, float wayY, int mask, long except, Hit hit) {
    aim(x, y, wayX, wayY, mask, except);
    hit.clear();
    nearest.hit = hit;
    sweep(x, y, wayX, wayY, nearest);
    return hit.body != Bodies.NONE;
  }

  private void aim(float x, float y, float wayX, float wayY, int mask, long except) {
    Limits.finite(x, Limits.MAX_COORDINATE_METERS, "x");
    Limits.finite(y, Limits.MAX_COORDINATE_METERS, "y");
    Limits.finite(wayX, MAX_WAY_METERS, "way");
    Limits.finite(wayY, MAX_WAY_METERS, "way");
    wanted.select(mask, except);
    cast.aim(x, y, wayX, wayY);
  }

  private void sweep(float x, float y, float wayX, float wayY, BroadPhase.CastVisitor visitor) {
    float startX = x + cast.boxX();
    float startY = y + cast.boxY();
    sweep.set(startX, startY, wayX, wayY, cast.halfWidth(), cast.halfHeight());
    broadPhase.cast(sweep, visitor);
  }

  private float fraction(int shape) {
    int poseAt = shapes.body[shape] * Bodies.POSE;
    return cast.cast(parts, shapes.part[shape], bodies.pose, poseAt);
  }

  /** Whether a shape met at a fraction comes before a hit. */
  private boolean before(float fraction, int shape, Hit hit) {
    if (hit.body == Bodies.NONE || fraction != hit.fraction) {
      return fraction < hit.fraction || hit.body == Bodies.NONE;
    }
    int slot = shapes.body[shape];
    return slot != (int) hit.body ? slot < (int) hit.body : shapes.partOfKind(shape) < hit.part;
  }

  private void fill(Hit hit, int shape, float fraction) {
    cast.resolve(fraction);
    hit.body = bodies.handle(shapes.body[shape]);
    hit.part = shapes.partOfKind(shape);
    hit.fraction = fraction;
    hit.x = cast.x;
    hit.y = cast.y;
    hit.normalX = cast.normalX;
    hit.normalY = cast.normalY;
  }

  /** Keeps the first hit. */
  private final class Nearest implements BroadPhase.CastVisitor {
    private Hit hit = new Hit();

    @Override
    public float visit(int shape) {
      if (wanted.accepts(shape)) {
        float fraction = fraction(shape);
        if (fraction <= 1 && before(fraction, shape, hit)) {
          fill(hit, shape, fraction);
        }
      }
      return hit.fraction;
    }
  }

  /** Keeps as many hits as there is room for, sorted. */
  private final class InOrder implements BroadPhase.CastVisitor {
    private Hit[] hits = {};
    private int count;

    @Override
    public float visit(int shape) {
      if (wanted.accepts(shape)) {
        float fraction = fraction(shape);
        if (fraction <= 1) {
          insert(shape, fraction);
        }
      }
      return count < hits.length ? 1 : count == 0 ? -1 : hits[count - 1].fraction;
    }

    private void insert(int shape, float fraction) {
      int place = count;
      while (place > 0 && before(fraction, shape, hits[place - 1])) {
        place--;
      }
      if (place == hits.length) {
        return;
      }
      int last = Math.min(count, hits.length - 1);
      Hit spare = hits[last];
      System.arraycopy(hits, place, hits, place + 1, last - place);
      hits[place] = spare;
      fill(spare, shape, fraction);
      count = last + 1;
    }
  }

  /** Stops at whatever it meets. */
  private final class Any implements BroadPhase.CastVisitor {
    private boolean met;

    @Override
    public float visit(int shape) {
      met = met || (wanted.accepts(shape) && fraction(shape) <= 1);
      return met ? -1 : 1;
    }
  }

  /**
   * Finds the bodies that a circle overlaps.
   *
   * @param overlapping filled from 0 on, each body once, by slot; if there are more, the lowest are
   *     kept
   * @return how many were filled
   */
  public int overlapCircle(
      float x, float y, float radiusMeters, int mask, long except, long[] overlapping) {
    Limits.within(radiusMeters, 0, Limits.MAX_SIZE_METERS / 2, "radius");
    place(point, 1, radiusMeters, x, y, 1, 0);
    return overlap(mask, except, overlapping);
  }

  /** The same for a shape at a pose. */
  public int overlap(
      Shape shape,
      float x,
      float y,
      float cos,
      float sin,
      int mask,
      long except,
      long[] overlapping) {
    place(shape.coordinates(), shape.pointCount(), shape.radiusMeters(), x, y, cos, sin);
    return overlap(mask, except, overlapping);
  }

  /** The same for a box along the axes, from its least to its greatest corner. */
  public int overlapBox(
      float minX, float minY, float maxX, float maxY, int mask, long except, long[] overlapping) {
    Limits.within(maxX, minX, Limits.MAX_COORDINATE_METERS, "greatest x");
    Limits.within(maxY, minY, Limits.MAX_COORDINATE_METERS, "greatest y");
    box[2] = maxX - minX;
    box[4] = maxX - minX;
    box[5] = maxY - minY;
    box[7] = maxY - minY;
    place(box, 4, 0, minX, minY, 1, 0);
    return overlap(mask, except, overlapping);
  }

  private void place(
      float[] newPoints, int count, float newRadius, float x, float y, float cos, float sin) {
    Bodies.checkPose(x, y, cos, sin);
    points = newPoints;
    pointCount = count;
    radius = newRadius;
    poseX = x;
    poseY = y;
    poseCos = cos;
    poseSin = sin;
  }

  private int overlap(int mask, long except, long[] overlapping) {
    wanted.select(mask, except);
    gather();
    int count = 0;
    for (int i = 0; i < found.count; i++) {
      int shape = found.values[i];
      if (wanted.accepts(shape) && measure(shape) <= 0) {
        count = insert(shapes.body[shape], overlapping, count);
      }
    }
    return count;
  }

  /** Finds what the box about the placed points overlaps. */
  private void gather() {
    float minX = Float.POSITIVE_INFINITY;
    float minY = Float.POSITIVE_INFINITY;
    float maxX = Float.NEGATIVE_INFINITY;
    float maxY = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < pointCount; i++) {
      float x = poseX + poseCos * points[2 * i] - poseSin * points[2 * i + 1];
      float y = poseY + poseSin * points[2 * i] + poseCos * points[2 * i + 1];
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    found.clear();
    broadPhase.overlap(minX - radius, minY - radius, maxX + radius, maxY + radius, found);
  }

  /** Metres from a shape to what was placed; 0 or less where they overlap. */
  private float measure(int shape) {
    int part = shapes.part[shape];
    int at = part * PartTable.STRIDE;
    int poseAt = shapes.body[shape] * Bodies.POSE;
    float cos = bodies.pose[poseAt + 2];
    float sin = bodies.pose[poseAt + 3];
    float dx = poseX - bodies.pose[poseAt];
    float dy = poseY - bodies.pose[poseAt + 1];
    float meters =
        distance.between(
            parts.geometry,
            at,
            parts.pointCount[part],
            points,
            0,
            pointCount,
            cos * dx + sin * dy,
            cos * dy - sin * dx,
            cos * poseCos + sin * poseSin,
            cos * poseSin - sin * poseCos);
    return meters - radius - parts.geometry[at + PartTable.RADIUS];
  }

  /** Adds a body to a list of handles sorted by slot, unless it is there or would be too many. */
  private int insert(int slot, long[] sorted, int count) {
    int place = count;
    while (place > 0 && (int) sorted[place - 1] > slot) {
      place--;
    }
    boolean there = place > 0 && (int) sorted[place - 1] == slot;
    if (there || place == sorted.length) {
      return count;
    }
    int last = Math.min(count, sorted.length - 1);
    System.arraycopy(sorted, place, sorted, place + 1, last - place);
    sorted[place] = bodies.handle(slot);
    return last + 1;
  }

  /**
   * How far the nearest body is from a point.
   *
   * @param withinMeters how far to look
   * @param hit the body and its nearest point; the fraction is the share of the distance looked at;
   *     the normal leads from there to the point and is 0 if the point is inside
   * @return metres; 0 inside; infinite if there is none
   */
  public float nearest(float x, float y, float withinMeters, int mask, long except, Hit hit) {
    Limits.within(withinMeters, Limits.MIN_SIZE_METERS, MAX_WAY_METERS, "distance");
    place(point, 1, withinMeters, x, y, 1, 0);
    wanted.select(mask, except);
    gather();
    hit.clear();
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < found.count; i++) {
      int shape = found.values[i];
      if (wanted.accepts(shape)) {
        float beyond = measure(shape);
        float meters = Math.max(beyond + withinMeters, 0);
        float fraction = meters / withinMeters;
        if (beyond <= 0 && before(fraction, shape, hit)) {
          least = meters;
          fillNearest(hit, shape, fraction, meters);
        }
      }
    }
    return least;
  }

  private void fillNearest(Hit hit, int shape, float fraction, float meters) {
    int poseAt = shapes.body[shape] * Bodies.POSE;
    float cos = bodies.pose[poseAt + 2];
    float sin = bodies.pose[poseAt + 3];
    boolean outside = meters > 0;
    hit.body = bodies.handle(shapes.body[shape]);
    hit.part = shapes.partOfKind(shape);
    hit.fraction = fraction;
    hit.normalX = outside ? cos * distance.normalX - sin * distance.normalY : 0;
    hit.normalY = outside ? sin * distance.normalX + cos * distance.normalY : 0;
    hit.x = poseX - hit.normalX * meters;
    hit.y = poseY - hit.normalY * meters;
  }
}
