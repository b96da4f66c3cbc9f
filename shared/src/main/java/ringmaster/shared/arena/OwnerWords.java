package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.physics.World;

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
