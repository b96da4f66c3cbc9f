package ringmaster.shared.physics;

/**
 * Where a body is during a step: its centre goes straight, and what it faces is interpolated and
 * normalised. A turn of more than a quarter goes by way of the middle, so that the pace of the
 * turning is bounded and half a turn has a direction.
 */
final class SweptPose {
  private static final float TINY = 1e-6f;

  private float fromX;
  private float fromY;
  private float fromCos;
  private float fromSin;
  private float toX;
  private float toY;
  private float toCos;
  private float toSin;
  private float middleCos;
  private float middleSin;
  private boolean wide;

  /** The most radians it turns per whole way, whichever part of the way is looked at. */
  private float turnBound;

  float x;
  float y;
  float cos;
  float sin;

  /** Rests at a pose; x and y relative to an origin. */
  void rest(float[] pose, int at, float originX, float originY) {
    set(pose, at, pose, at, originX, originY);
  }

  /** Goes from one pose to another; x and y relative to an origin. */
  void set(float[] from, int fromAt, float[] to, int toAt, float originX, float originY) {
    fromX = from[fromAt] - originX;
    fromY = from[fromAt + 1] - originY;
    fromCos = from[fromAt + 2];
    fromSin = from[fromAt + 3];
    toX = to[toAt] - originX;
    toY = to[toAt + 1] - originY;
    toCos = to[toAt + 2];
    toSin = to[toAt + 3];
    wide = fromCos * toCos + fromSin * toSin < 0;
    if (wide) {
      findMiddle();
    }
    // Along the chord of an angle the direction turns fastest in the middle, where the chord is
    // nearest: by 2 tan(angle / 2). At most a quarter turn at a time keeps that below 2.
    float endCos = wide ? middleCos : toCos;
    float endSin = wide ? middleSin : toSin;
    float chord = length(endCos - fromCos, endSin - fromSin);
    turnBound = (wide ? 2 : 1) * chord / (float) Math.sqrt(1 - 0.25f * chord * chord);
  }

  private void findMiddle() {
    float sumCos = fromCos + toCos;
    float sumSin = fromSin + toSin;
    float length = length(sumCos, sumSin);
    if (length > TINY) {
      middleCos = sumCos / length;
      middleSin = sumSin / length;
    } else {
      middleCos = -fromSin;
      middleSin = fromCos;
    }
  }

  private static float length(float x, float y) {
    return (float) Math.sqrt(x * x + y * y);
  }

  /** Sets the pose after a share of the way; the ends are exact. */
  void at(float fraction) {
    if (fraction >= 1) {
      place(toX, toY, toCos, toSin);
    } else if (fraction <= 0) {
      place(fromX, fromY, fromCos, fromSin);
    } else {
      x = fromX + fraction * (toX - fromX);
      y = fromY + fraction * (toY - fromY);
      if (!wide) {
        turn(fromCos, fromSin, toCos, toSin, fraction);
      } else if (fraction < 0.5f) {
        turn(fromCos, fromSin, middleCos, middleSin, 2 * fraction);
      } else {
        turn(middleCos, middleSin, toCos, toSin, 2 * fraction - 1);
      }
    }
  }

  private void place(float newX, float newY, float newCos, float newSin) {
    x = newX;
    y = newY;
    cos = newCos;
    sin = newSin;
  }

  /** The two are at most a quarter turn apart, hence the sum never short. */
  private void turn(float cos0, float sin0, float cos1, float sin1, float share) {
    float blendCos = cos0 + share * (cos1 - cos0);
    float blendSin = sin0 + share * (sin1 - sin0);
    float length = length(blendCos, blendSin);
    cos = blendCos / length;
    sin = blendSin / length;
  }

  float wayX() {
    return toX - fromX;
  }

  float wayY() {
    return toY - fromY;
  }

  float turnBound() {
    return turnBound;
  }
}
