package ringmaster.shared.body;

import ringmaster.shared.game.EntityField;

/**
 * How far a damped coordinate goes between two moments when the force on it stays the same: not the
 * mean of both speeds, but what the integrator's own sum comes to. Integers, for a predictor.
 *
 * <p>A substep of h seconds makes a speed v into (v + a h) s, with s = 1 / (1 + h damping), and
 * moves by the new speed. After n substeps of a constant a the sum of all is linear in the first
 * and the last speed, whatever a was.
 */
final class Glide {
  private static final int MAX_AGE_TICKS = 127;
  private static final int SHIFT = 16;
  private static final long HALF = 1L << SHIFT - 1;

  private final int still;

  /** By age: steps of the coordinate per step of the first speed and of the last. */
  private final long[] first = new long[MAX_AGE_TICKS + 1];

  private final long[] last = new long[MAX_AGE_TICKS + 1];

  /** By age: what is left of a speed without any force. */
  private final long[] kept = new long[MAX_AGE_TICKS + 1];

  /**
   * @param damping per second
   * @param tickSeconds length of a tick
   * @param substeps of a tick
   */
  Glide(
      float damping, double tickSeconds, int substeps, EntityField coordinate, EntityField speed) {
    still = speed.quantize(0);
    double h = tickSeconds / substeps;
    double s = 1 / (1 + h * damping);
    double steps = h * speed.quantum() / coordinate.quantum();
    double left = 1;
    for (int age = 1; age <= MAX_AGE_TICKS; age++) {
      for (int i = 0; i < substeps; i++) {
        left *= s;
      }
      int n = age * substeps;
      // Without damping the sum is that of an arithmetic series; so it is, to rounding, for little.
      boolean damped = 1 - left > 1e-6;
      double ofLast = damped ? n / (1 - left) - s / (1 - s) : (n + 1) / 2.0;
      first[age] = Math.round((n - ofLast) * steps * (1 << SHIFT));
      last[age] = Math.round(ofLast * steps * (1 << SHIFT));
      kept[age] = Math.round(left * (1 << SHIFT));
    }
  }

  /** Steps of the coordinate between two moments with these speeds, in steps. */
  int way(int speedThen, int speedNow, int ageTicks) {
    long sum = (speedThen - still) * first[ageTicks] + (speedNow - still) * last[ageTicks];
    return (int) (sum + HALF >> SHIFT);
  }

  /** A speed that nothing drives, in steps. */
  int coast(int speedThen, int ageTicks) {
    return still + (int) ((speedThen - still) * kept[ageTicks] + HALF >> SHIFT);
  }

  /** What is left of a speed after a time, 1 being 65,536. */
  long kept(int ageTicks) {
    return kept[ageTicks];
  }

  /** The step that means no speed. */
  int still() {
    return still;
  }
}
