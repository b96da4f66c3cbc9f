package ringmaster.client.testbed;

import ringmaster.shared.math.Rng;

/**
 * The colours, {@code 0xAARRGGBB}: of outlines; a surface is the same, faded. Yellow and blue tell
 * most, which eyes that see red and green alike keep apart.
 */
final class Hues {
  static final int BACKGROUND = 0xFF0E131A;
  static final int FIXED = 0xFF8492A4;
  static final int KINEMATIC = 0xFF3FC7A5;
  static final int AWAKE = 0xFFF2C765;
  static final int ASLEEP = 0xFF5A7FC0;
  static final int BULLET = 0xFFFF5B45;
  static final int SENSOR = 0xFFD68CF0;

  static final int CONTACT = 0xFFFFFFFF;
  static final int NORMAL = 0xFF5FE3FF;
  static final int IMPULSE = 0xFFFF7A5C;
  static final int BOX = 0x9966D17A;
  static final int JOINT = 0xFFE07CF2;

  /** What the colours of bodies mean. */
  static final String[] STATES = {"fixed", "kinematic", "awake", "asleep", "bullet", "sensor"};

  static final int[] STATE_COLORS = {FIXED, KINEMATIC, AWAKE, ASLEEP, BULLET, SENSOR};

  private static final int SURFACE_ALPHA = 0x50;
  private static final int[] ISLANDS = {
    0xFFF2C765,
    0xFF56B4E9,
    0xFFE8743B,
    0xFF3FC79A,
    0xFFD68CF0,
    0xFFF0E442,
    0xFFFF8FA3,
    0xFF9AA8FF,
    0xFFA6D854,
    0xFF4DD0E1,
    0xFFC79A6B,
    0xFFB0BEC5
  };

  private Hues() {}

  /** Of a surface with an outline of that colour. */
  static int surface(int outline) {
    return outline & 0xFFFFFF | SURFACE_ALPHA << 24;
  }

  /** One of a dozen, such that islands of slots near each other differ most of the time. */
  static int island(int lowestSlot) {
    return ISLANDS[(int) Long.remainderUnsigned(Rng.mix(lowestSlot), ISLANDS.length)];
  }

  /** What sleeps is darker. */
  static int dimmed(int argb) {
    return mixed(argb, BACKGROUND, 0.5f);
  }

  /** Between two colours: 0 the first, 1 the second. */
  static int mixed(int from, int to, float share) {
    int argb = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      float a = from >>> shift & 0xFF;
      float b = to >>> shift & 0xFF;
      argb |= Math.round(a + (b - a) * share) << shift;
    }
    return argb;
  }
}
