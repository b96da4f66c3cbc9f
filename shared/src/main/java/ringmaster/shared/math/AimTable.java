package ringmaster.shared.math;

/**
 * Unit vectors of the 4,096 aim angles a command can hold.
 *
 * <p>{@code Math.sin} may differ between CPUs and JDK versions, {@link StrictMath} may not (it is
 * fdlibm by specification); the table also makes a look-up of what would be a slow call.
 */
public final class AimTable {
  /** Aim angles in a full turn. */
  public static final int ANGLES = 4096;

  /** {@link #fixedCos} and {@link #fixedSin} are of a unit of so many bits. */
  public static final int FIXED_BITS = 15;

  private static final float[] COS = new float[ANGLES];
  private static final float[] SIN = new float[ANGLES];
  private static final int[] FIXED_COS = new int[ANGLES];

  static {
    for (int i = 0; i < ANGLES; i++) {
      double radians = i * (2 * StrictMath.PI / ANGLES);
      COS[i] = (float) StrictMath.cos(radians);
      SIN[i] = (float) StrictMath.sin(radians);
      FIXED_COS[i] = (int) StrictMath.rint(StrictMath.cos(radians) * (1 << FIXED_BITS));
    }
  }

  private AimTable() {}

  /** Cosine of {@code aim} / 4096 of a turn, counter-clockwise from +x. Any int is wrapped. */
  public static float cos(int aim) {
    return COS[aim & (ANGLES - 1)];
  }

  /** Sine of {@code aim} / 4096 of a turn, counter-clockwise from +x. Any int is wrapped. */
  public static float sin(int aim) {
    return SIN[aim & (ANGLES - 1)];
  }

  /** {@link #cos} as a whole number, 1 being 2 to the {@link #FIXED_BITS}. */
  public static int fixedCos(int aim) {
    return FIXED_COS[aim & (ANGLES - 1)];
  }

  /** {@link #sin} likewise. */
  public static int fixedSin(int aim) {
    return FIXED_COS[aim - ANGLES / 4 & (ANGLES - 1)];
  }

  /** The nearest aim angle, 0..4095, of a direction; 0 for the zero vector. */
  public static int of(float dx, float dy) {
    double turn = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI);
    return (int) StrictMath.floor(turn * ANGLES + 0.5) & (ANGLES - 1);
  }
}
