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

  private static final float[] COS = new float[ANGLES];
  private static final float[] SIN = new float[ANGLES];

  static {
    for (int i = 0; i < ANGLES; i++) {
      double radians = i * (2 * StrictMath.PI / ANGLES);
      COS[i] = (float) StrictMath.cos(radians);
      SIN[i] = (float) StrictMath.sin(radians);
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

  /** The nearest aim angle, 0..4095, of a direction; 0 for the zero vector. */
  public static int of(float dx, float dy) {
    double turn = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI);
    return (int) StrictMath.floor(turn * ANGLES + 0.5) & (ANGLES - 1);
  }
}
