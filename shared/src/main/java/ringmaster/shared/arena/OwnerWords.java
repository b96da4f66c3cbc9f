package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.circles.World;

/**
 * A player's own tank, bit for bit, as the server hands it to that player's prediction.
 *
 * <pre>
 * word  field            form
 * 0     alive            0 or 1; if 0, the other words are 0
 * 1     x                float bits, m
 * 2     y                float bits, m
 * 3     velocityX        float bits, m/s
 * 4     velocityY        float bits, m/s
 * 5     facingCos        float bits
 * 6     facingSin        float bits
 * 7     angularVelocity  float bits, rad/s
 * 8     boostCharge      units, see TankDrive
 * 9     three counts of ticks, 8 bits each from the lowest: since the last contact, at most 30;
 *       until the rail is ready; until the rocket is ready
 * </pre>
 */
final class OwnerWords {
  static final int COUNT = 10;

  /** Older contacts no longer matter: by then the client has long been told how they went. */
  static final int MAX_CONTACT_AGE_TICKS = 30;

  /** Beyond all a match can come to: maps end at 256 m, and no body is faster than 64 m/s. */
  private static final float MAX_VALUE = 1_000;

  private static final float FACING_TOLERANCE = 1e-3f;
  private static final int TICKS_MASK = 0xFF;
  private static final int RAIL_SHIFT = 8;
  private static final int ROCKET_SHIFT = 16;

  private OwnerWords() {}

  static void write(
      World world, TankDrive drive, Cooldowns cooldowns, int tank, int[] words, int offset) {
    if (!world.present(tank)) {
      Arrays.fill(words, offset, offset + COUNT, 0);
      return;
    }
    words[offset] = 1;
    words[offset + 1] = Float.floatToRawIntBits(world.x(tank));
    words[offset + 2] = Float.floatToRawIntBits(world.y(tank));
    words[offset + 3] = Float.floatToRawIntBits(world.velocityX(tank));
    words[offset + 4] = Float.floatToRawIntBits(world.velocityY(tank));
    words[offset + 5] = Float.floatToRawIntBits(world.facingCos(tank));
    words[offset + 6] = Float.floatToRawIntBits(world.facingSin(tank));
    words[offset + 7] = Float.floatToRawIntBits(world.angularVelocity(tank));
    words[offset + 8] = drive.chargeUnits(tank);
    words[offset + 9] =
        Math.min(world.stepsSinceContact(tank), MAX_CONTACT_AGE_TICKS)
            | cooldowns.railTicksLeft(tank) << RAIL_SHIFT
            | cooldowns.rocketTicksLeft(tank) << ROCKET_SHIFT;
  }

  static boolean alive(int[] words, int offset) {
    return words[offset] != 0;
  }

  /**
   * Whether a living tank is one that can be. A client reads what any server writes, and a NaN
   * would stay in its world, its camera and its aim.
   */
  static boolean plausible(int[] words, int offset) {
    for (int i = 1; i <= 7; i++) {
      if (!(Math.abs(floatAt(words, offset + i)) <= MAX_VALUE)) {
        return false;
      }
    }
    float cos = floatAt(words, offset + 5);
    float sin = floatAt(words, offset + 6);
    return Math.abs(cos * cos + sin * sin - 1) <= FACING_TOLERANCE;
  }

  static int contactAgeTicks(int[] words, int offset) {
    return words[offset + 9] & TICKS_MASK;
  }

  /** Puts a living tank into a world as it was written. */
  static void read(
      int[] words, int offset, World world, TankDrive drive, Cooldowns cooldowns, int tank) {
    world.place(
        tank,
        floatAt(words, offset + 1),
        floatAt(words, offset + 2),
        floatAt(words, offset + 5),
        floatAt(words, offset + 6));
    world.setVelocity(
        tank, floatAt(words, offset + 3), floatAt(words, offset + 4), floatAt(words, offset + 7));
    drive.setChargeUnits(tank, words[offset + 8]);
    cooldowns.set(
        tank,
        words[offset + 9] >>> RAIL_SHIFT & TICKS_MASK,
        words[offset + 9] >>> ROCKET_SHIFT & TICKS_MASK);
  }

  private static float floatAt(int[] words, int index) {
    return Float.intBitsToFloat(words[index]);
  }
}
