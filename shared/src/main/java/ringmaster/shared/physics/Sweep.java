package ringmaster.shared.physics;

/**
 * A box that moves along a straight line without turning, and how far it gets; without a size a
 * ray. Owned by whoever casts and used again and again.
 *
 * <p>Each test rounds monotonically: what meets a box also meets every box around it. So whatever
 * structure holds the boxes, the same ones pass.
 */
final class Sweep {
  static final int X = 0;
  static final int Y = 1;

  /** Ways shorter than this are none, so that their inverse is finite. */
  private static final float MIN_WAY_METERS = 1e-12f;

  /** Of the lengths in use: several times what rounding takes from a test. */
  private static final float RELATIVE_SLACK = 1e-6f;

  private final float[] from = new float[2];
  private final float[] way = new float[2];
  private final float[] half = new float[2];

  /** 0 for an axis along which it does not move. */
  private final float[] inverse = new float[2];

  private float slackMeters;
  private float limit;

  /** From (x, y) along (wayX, wayY), all the way. */
  Sweep set(float x, float y, float wayX, float wayY, float halfWidth, float halfHeight) {
    float lengths = Math.abs(x) + Math.abs(y) + Math.abs(wayX) + Math.abs(wayY);
    // Well above what rounding takes from a cast. Without that slack, which of two shapes hit at
    // nearly the same time is shown would depend on which is looked at first.
    slackMeters = Limits.SLOP_METERS + RELATIVE_SLACK * (lengths + halfWidth + halfHeight);
    setAxis(X, x, wayX, halfWidth);
    setAxis(Y, y, wayY, halfHeight);
    limit = 1;
    return this;
  }

  private void setAxis(int axis, float start, float along, float halfSize) {
    boolean moves = Math.abs(along) >= MIN_WAY_METERS;
    from[axis] = start;
    way[axis] = moves ? along : 0;
    inverse[axis] = moves ? 1 / along : 0;
    half[axis] = halfSize + slackMeters;
  }

  /** Nothing beyond this share of the way is wanted. */
  void limitTo(float fraction) {
    limit = Math.min(limit, fraction);
  }

  /** The share of the way beyond which nothing is wanted; negative once it is over. */
  float limit() {
    return limit;
  }

  /** What rounding may take from any of the tests, and more. */
  float slackMeters() {
    return slackMeters;
  }

  /** The axis along which it moves further. */
  int mainAxis() {
    return Math.abs(way[X]) >= Math.abs(way[Y]) ? X : Y;
  }

  boolean moves(int axis) {
    return way[axis] != 0;
  }

  boolean isBackward(int axis) {
    return way[axis] < 0;
  }

  /** Half of its own size, slack included. */
  float half(int axis) {
    return half[axis];
  }

  /** Where its middle is along an axis. */
  float at(int axis, float fraction) {
    return from[axis] + way[axis] * fraction;
  }

  /** Whether it meets a box before its limit. */
  boolean meets(float[] box, int at) {
    float enterX = enter(X, box[at], box[at + 2]);
    float enterY = enter(Y, box[at + 1], box[at + 3]);
    float leaveX = leave(X, box[at], box[at + 2]);
    float leaveY = leave(Y, box[at + 1], box[at + 3]);
    return Math.max(Math.max(enterX, enterY), 0) <= Math.min(Math.min(leaveX, leaveY), limit);
  }

  /** When its box enters an interval of an axis; if never, infinity. */
  float enter(int axis, float min, float max) {
    float near = min - half[axis] - from[axis];
    float far = max + half[axis] - from[axis];
    if (inverse[axis] == 0) {
      return near <= 0 && far >= 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }
    return (inverse[axis] > 0 ? near : far) * inverse[axis];
  }

  /** When its box, if ever inside, leaves an interval of an axis. */
  float leave(int axis, float min, float max) {
    if (inverse[axis] == 0) {
      return Float.POSITIVE_INFINITY;
    }
    float end = inverse[axis] > 0 ? max + half[axis] : min - half[axis];
    return (end - from[axis]) * inverse[axis];
  }
}
