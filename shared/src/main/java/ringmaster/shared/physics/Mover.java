package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Moves a shape through a world by its own will: it collides and slides, pushes nothing and is
 * pushed out of what has come over it. For what answers to a player at once, where a body answers
 * to forces. Made by {@link World#newMover} for one thread, like {@link Queries}; the shape does
 * not turn.
 *
 * <p>It keeps {@link Limits#SLOP_METERS} off what it meets, so a gap has to be a centimetre wider
 * than the shape.
 *
 * <p>After the planes of Box2D's mover (Catto: "Character Mover", 2025): a convex part that is near
 * is a half plane which the way must not enter, whatever the part is like behind it. So sliding
 * never enters a part that is known; and a cast keeps the way off the others.
 */
public final class Mover {
  private static final float GAP_METERS = Limits.SLOP_METERS;

  /**
   * A cast stops so much nearer than the gap: what slides along a wall at the gap is not caught by
   * the joint where the next wall begins.
   */
  private static final float PLAY_METERS = GAP_METERS / 4;

  /** A gap this much too small is left alone, so that what stands still does stand still. */
  private static final float REST_METERS = 1e-4f;

  private static final float TOLERANCE_METERS = 1e-5f;

  private static final float PARALLEL = 1e-3f;

  /** Slides in a row: along a wall, out of a corner, along the next one. */
  private static final int MAX_SLIDES = 6;

  private static final int MAX_PLANES = 8;
  private static final float MAX_WAY_METERS = 2 * Limits.MAX_COORDINATE_METERS;

  private final Bodies bodies;
  private final Shapes shapes;
  private final BroadPhase broadPhase;
  private final Wanted wanted;
  private final ShapeCast feeler = new ShapeCast();
  private final ShapeCast cast = new ShapeCast();
  private final Sweep sweep = new Sweep();
  private final IntList found = new IntList();
  private final Clear clear = new Clear();

  /** What is as near as the gap or nearer: its normal and, negative, by how much it is nearer. */
  private final int[] shape = new int[MAX_PLANES];

  private final float[] normalX = new float[MAX_PLANES];
  private final float[] normalY = new float[MAX_PLANES];
  private final float[] room = new float[MAX_PLANES];
  private int planes;

  private float x;
  private float y;
  private float clippedX;
  private float clippedY;

  // What the planes leave of a way.
  private float stepX;
  private float stepY;
  private float error;

  Mover(World world, Shape shape) {
    bodies = world.bodies;
    shapes = bodies.shapes;
    broadPhase = world.broadPhase;
    wanted = new Wanted(bodies);
    feeler.take(shape, 1, 0, 0);
    cast.take(shape, 1, 0, GAP_METERS - PLAY_METERS);
  }

  /**
   * Goes from a place along a way as far as it can, sliding. The result is in {@link #x} and {@link
   * #y}, {@link #clippedX} and {@link #clippedY}.
   *
   * @param wayX wished, metres
   * @param mask categories of what it collides with; sensors never
   * @param except a body it passes through, or {@link Bodies#NONE}
   * @throws IllegalArgumentException if something is no number or beyond the world
   */
  public void move(float fromX, float fromY, float wayX, float wayY, int mask, long except) {
    x = Limits.finite(fromX, Limits.MAX_COORDINATE_METERS, "x");
    y = Limits.finite(fromY, Limits.MAX_COORDINATE_METERS, "y");
    Limits.finite(wayX, MAX_WAY_METERS, "way");
    Limits.finite(wayY, MAX_WAY_METERS, "way");
    wanted.select(mask, except);
    float moved = Float.POSITIVE_INFINITY;
    for (int slide = 0; slide < MAX_SLIDES && moved > TOLERANCE_METERS; slide++) {
      feel();
      fit(fromX + wayX - x, fromY + wayY - y);
      moved = advance();
    }
    feel();
    clip(wayX, wayY);
  }

  public float x() {
    return x;
  }

  public float y() {
    return y;
  }

  /** The wished way without what leads into the things it has come to touch; so goes velocity. */
  public float clippedX() {
    return clippedX;
  }

  public float clippedY() {
    return clippedY;
  }

  /** Finds the planes about where it is; of more than there is room for the nearest. */
  private void feel() {
    planes = 0;
    feeler.aim(x, y, 0, 0);
    float middleX = x + feeler.boxX();
    float middleY = y + feeler.boxY();
    float halfWidth = feeler.halfWidth() + GAP_METERS;
    float halfHeight = feeler.halfHeight() + GAP_METERS;
    found.clear();
    broadPhase.overlap(
        middleX - halfWidth,
        middleY - halfHeight,
        middleX + halfWidth,
        middleY + halfHeight,
        found);
    for (int i = 0; i < found.count; i++) {
      int candidate = found.values[i];
      if (wanted.accepts(candidate)) {
        feel(candidate);
      }
    }
  }

  private void feel(int candidate) {
    int slot = shapes.body[candidate];
    int part = shapes.part[candidate];
    float gap = feeler.separation(bodies.parts, part, bodies.pose, slot * Bodies.POSE);
    if (gap <= GAP_METERS) {
      insert(candidate, gap - GAP_METERS);
    }
  }

  /** By room, then by body and part: in an order that does not depend on that of the search. */
  private void insert(int candidate, float newRoom) {
    int place = planes;
    while (place > 0 && before(candidate, newRoom, place - 1)) {
      place--;
    }
    if (place == MAX_PLANES) {
      return;
    }
    planes = Math.min(planes + 1, MAX_PLANES);
    for (int i = planes - 1; i > place; i--) {
      shape[i] = shape[i - 1];
      room[i] = room[i - 1];
      normalX[i] = normalX[i - 1];
      normalY[i] = normalY[i - 1];
    }
    shape[place] = candidate;
    room[place] = newRoom;
    normalX[place] = feeler.normalX;
    normalY[place] = feeler.normalY;
  }

  private boolean before(int candidate, float newRoom, int place) {
    if (newRoom != room[place]) {
      return newRoom < room[place];
    }
    int slot = shapes.body[candidate];
    int other = shapes.body[shape[place]];
    return slot != other ? slot < other : shapes.part[candidate] < shapes.part[shape[place]];
  }

  /** The step nearest to a wish that leaves the gap to every plane, or at least enters none. */
  private void fit(float wishX, float wishY) {
    for (int i = 0; i < planes; i++) {
      room[i] = room[i] > -REST_METERS ? 0 : room[i];
    }
    if (!solve(wishX, wishY)) {
      clip(wishX, wishY);
      stepX = clippedX;
      stepY = clippedY;
    }
  }

  /** What is left of a way if every plane is exactly as near as it may be. */
  private void clip(float wishX, float wishY) {
    Arrays.fill(room, 0, planes, 0);
    if (!solve(wishX, wishY)) {
      stepX = 0;
      stepY = 0;
    }
    clippedX = stepX;
    clippedY = stepY;
  }

  /**
   * Finds the step nearest to a wish that keeps its room to every plane. In the plane that is the
   * wish itself, or its foot on one plane, or the corner of two: few enough to try them all, which
   * needs no iteration and ends in no compromise.
   *
   * @return whether there is one
   */
  private boolean solve(float wishX, float wishY) {
    error = Float.POSITIVE_INFINITY;
    offer(wishX, wishY, wishX, wishY);
    for (int i = 0; i < planes && error > 0; i++) {
      float missing = -room[i] - (normalX[i] * wishX + normalY[i] * wishY);
      offer(wishX + missing * normalX[i], wishY + missing * normalY[i], wishX, wishY);
    }
    for (int i = 0; i < planes && error > 0; i++) {
      for (int j = i + 1; j < planes; j++) {
        offerCorner(i, j, wishX, wishY);
      }
    }
    return error < Float.POSITIVE_INFINITY;
  }

  private void offerCorner(int i, int j, float wishX, float wishY) {
    float cross = normalX[i] * normalY[j] - normalY[i] * normalX[j];
    if (Math.abs(cross) > PARALLEL) {
      float cornerX = (room[j] * normalY[i] - room[i] * normalY[j]) / cross;
      float cornerY = (room[i] * normalX[j] - room[j] * normalX[i]) / cross;
      offer(cornerX, cornerY, wishX, wishY);
    }
  }

  private void offer(float offeredX, float offeredY, float wishX, float wishY) {
    float dx = offeredX - wishX;
    float dy = offeredY - wishY;
    float newError = dx * dx + dy * dy;
    if (newError < error && allowed(offeredX, offeredY)) {
      error = newError;
      stepX = offeredX;
      stepY = offeredY;
    }
  }

  private boolean allowed(float offeredX, float offeredY) {
    for (int i = 0; i < planes; i++) {
      float left = room[i] + normalX[i] * offeredX + normalY[i] * offeredY;
      if (left < -TOLERANCE_METERS) {
        return false;
      }
    }
    return true;
  }

  /** Goes the step as far as it is clear. Returns how far. */
  private float advance() {
    cast.aim(x, y, stepX, stepY);
    clear.fraction = 1;
    float startX = x + cast.boxX();
    float startY = y + cast.boxY();
    sweep.set(startX, startY, stepX, stepY, cast.halfWidth(), cast.halfHeight());
    broadPhase.cast(sweep, clear);
    float dx = clear.fraction * stepX;
    float dy = clear.fraction * stepY;
    x += dx;
    y += dy;
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** How much of the step is clear of what is not among the planes. */
  private final class Clear implements BroadPhase.CastVisitor {
    private float fraction;

    @Override
    public float visit(int candidate) {
      if (wanted.accepts(candidate) && !isPlane(candidate)) {
        int poseAt = shapes.body[candidate] * Bodies.POSE;
        int part = shapes.part[candidate];
        fraction = Math.min(fraction, cast.cast(bodies.parts, part, bodies.pose, poseAt));
      }
      return fraction;
    }

    private boolean isPlane(int candidate) {
      for (int i = 0; i < planes; i++) {
        if (shape[i] == candidate) {
          return true;
        }
      }
      return false;
    }
  }
}
