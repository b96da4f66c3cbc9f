package ringmaster.shared.physics;

/** What the engine accepts and the lengths it works to, each with its reason. */
final class Limits {
  /**
   * Bodies further from the origin are held there, at rest: beyond, a float's steps would pass a
   * millimetre.
   */
  static final float MAX_COORDINATE_METERS = 16_384;

  /** Anything smaller would be lost in {@link #SLOP_METERS}. */
  static final float MIN_SIZE_METERS = 0.01f;

  /** The size of a moving body; a segment that never moves may be as long as the world. */
  static final float MAX_SIZE_METERS = 512;

  /** Faster bodies are slowed to this: a bullet is 300 m/s. */
  static final float MAX_SPEED_METERS_PER_SECOND = 500;

  /** More than a quarter turn a substep at 60 Hz would leave the first-order rotation behind. */
  static final float MAX_SPIN_RADIANS_PER_SECOND = 300;

  static final float MIN_MASS_KILOGRAMS = 1e-3f;

  static final float MAX_MASS_KILOGRAMS = 1e9f;

  /** Of forces, impulses and torques: on the lightest body still far from a float's infinity. */
  static final float MAX_PUSH = 1e12f;

  /** Overlap that is left alone, so that resting contacts last. */
  static final float SLOP_METERS = 0.005f;

  /** Contacts are made this early; the solver lets the bodies close the gap but no more. */
  static final float SPECULATIVE_METERS = 4 * SLOP_METERS;

  /**
   * A fat box is larger than its shape by this on each side. With more it would have to be made
   * anew less often, but bodies would have more neighbours that they never meet, and in crowds
   * those cost more.
   */
  static final float BOX_MARGIN_METERS = 0.04f;

  /** A contact needs a pair, and a pair is known as long as fat boxes overlap. */
  static {
    assert SPECULATIVE_METERS < BOX_MARGIN_METERS;
  }

  static final int MAX_BODIES = 1 << 20;

  static final int MAX_SHAPES = 1 << 20;

  static final int MAX_JOINTS = 1 << 20;

  /** Of a spring: a slower one than this pulls back less than rounding does. */
  static final float MIN_HERTZ = 0.01f;

  /** No step follows a faster spring; see {@link JointSolver} for how fast it does. */
  static final float MAX_HERTZ = 1_000;

  static final float MAX_DAMPING_RATIO = 1_000;

  private Limits() {}

  /** The value, if it is a number of at most this size. */
  static float finite(float value, float max, String what) {
    if (!(Math.abs(value) <= max)) {
      throw new IllegalArgumentException(
          what + " " + value + " is not within -" + max + ".." + max);
    }
    return value;
  }

  /** Whether a stretch of a column holds numbers only. */
  static boolean allFinite(float[] column, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!(Math.abs(column[i]) < Float.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  /** How long a column that is full becomes: twice as long, within the limit. */
  static int grown(int length, int max) {
    return Math.min(Math.max(16, 2 * length), max);
  }

  /** Checks a spring; one of 0 hertz is none. */
  static void spring(float hertz, float dampingRatio) {
    if (hertz != 0) {
      within(hertz, MIN_HERTZ, MAX_HERTZ, "hertz");
    }
    within(dampingRatio, 0, MAX_DAMPING_RATIO, "damping ratio");
  }

  /** The value, if it is a number from low to high. */
  static float within(float value, float low, float high, String what) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          what + " " + value + " is not within " + low + ".." + high);
    }
    return value;
  }
}
