package ringmaster.shared.physics;

/**
 * The angle of a vector, from nothing but + - * / and a root, hence the same bits everywhere;
 * {@code Math.atan2} differs from machine to machine.
 *
 * <p>With a the longer and b the shorter of |x| and |y|, the angle of (a, b) is at most an eighth
 * of a turn; the tangent of its half, b / (a + length), is at most tan(pi / 8), where a polynomial
 * of five terms gives the arc within 2e-8 of itself.
 */
final class Angle {
  /** Of {@link #of}, radians: what rounding near half a turn costs. */
  static final float MAX_ERROR = 4e-7f;

  static final float HALF_TURN = (float) StrictMath.PI;
  private static final float QUARTER_TURN = (float) (StrictMath.PI / 2);

  // arctan(t) / t in powers of t², least greatest relative error for 0 <= t <= tan(pi / 8). The
  // first term is exactly 1, so that small angles are exact.
  private static final float C1 = -0.33332955f;
  private static final float C2 = 0.19977926f;
  private static final float C3 = -0.1387985f;
  private static final float C4 = 0.08060308f;

  private Angle() {}

  /**
   * The angle from (1, 0) to (x, y), a vector of any length from 1e-15 to 1e15.
   *
   * @return radians, -pi to pi; 0 for no vector
   */
  static float of(float x, float y) {
    float absX = Math.abs(x);
    float absY = Math.abs(y);
    float longer = Math.max(absX, absY);
    if (!(longer > 0)) {
      return 0;
    }
    float shorter = Math.min(absX, absY);
    float t = shorter / (longer + (float) Math.sqrt(longer * longer + shorter * shorter));
    float z = t * t;
    float angle = 2 * t * (1 + z * (C1 + z * (C2 + z * (C3 + z * C4))));
    if (absY > absX) {
      angle = QUARTER_TURN - angle;
    }
    if (x < 0) {
      angle = HALF_TURN - angle;
    }
    return y < 0 ? -angle : angle;
  }
}
