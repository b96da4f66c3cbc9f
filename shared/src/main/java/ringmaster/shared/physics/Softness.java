package ringmaster.shared.physics;

/**
 * A spring and damper as coefficients of an implicit velocity constraint (Catto: "Soft
 * Constraints", GDC 2011; "Solver2D", 2024).
 *
 * @param biasRate share of the error removed per second
 * @param massScale of the constraint's effective mass
 * @param impulseScale share of the accumulated impulse given back
 */
record Softness(float biasRate, float massScale, float impulseScale) {
  /** Floats that {@link #write} writes. */
  static final int ROW = 3;

  /** Holds as well as one step can. */
  static final Softness RIGID = new Softness(0, 1, 0);

  /**
   * @param hertz of the free oscillation; 0 for {@link #RIGID}
   * @param dampingRatio 1 is critical
   * @param seconds of a substep
   */
  static Softness of(float hertz, float dampingRatio, float seconds) {
    if (hertz == 0) {
      return RIGID;
    }
    float[] row = new float[ROW];
    write(row, 0, hertz, dampingRatio, seconds);
    return new Softness(row[0], row[1], row[2]);
  }

  /**
   * Writes the three numbers of a spring, which must be one, into a row: for who has many and may
   * not allocate.
   */
  static void write(float[] row, int at, float hertz, float dampingRatio, float seconds) {
    float omega = (float) (2 * StrictMath.PI) * hertz;
    float a1 = 2 * dampingRatio + seconds * omega;
    float a2 = seconds * omega * a1;
    float a3 = 1 / (1 + a2);
    row[at] = omega / a1;
    row[at + 1] = a2 * a3;
    row[at + 2] = a3;
  }
}
