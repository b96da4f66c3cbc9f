package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.physics.Bodies;
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
 * 10    walls it leans on, at most two, 16 bits each from the lowest: index of the wall plus 1;
 *       0 for none
 * 11    impulse of the first   float bits, N s
 * 12    impulse of the second  float bits, N s
 * </pre>
 */
final class OwnerWords {
  static final int COUNT = 13;

  /** Older contacts no longer matter: by then the client has long been told how they went. */
  static final int MAX_CONTACT_AGE_TICKS = 30;

  /** Beyond all a match can come to: maps end at 256 m, and no body is faster than 64 m/s. */
  private static final float MAX_METERS = 1_000;

  /** Metres or radians per second. */
  private static final float MAX_SPEED = 300;

  /** What stops the fastest hull at once. */
  private static final float MAX_IMPULSE = MAX_SPEED * ArenaBodies.HULL_MASS_KILOGRAMS;

  private static final float FACING_TOLERANCE = 1e-3f;
  private static final int TICKS_MASK = 0xFF;
  private static final int RAIL_SHIFT = 8;
  private static final int ROCKET_SHIFT = 16;
  private static final int WALL_SHIFT = 16;
  private static final int WALL_MASK = 0xFFFF;

  /** Further ones are not told of. */
  static final int MAX_WALLS_OF_A_MAP = WALL_MASK;

  private OwnerWords() {}

  static void write(
      Bodies bodies,
      Tanks tanks,
      WallTouches walls,
      TankDrive drive,
      Cooldowns cooldowns,
      int seat,
      int[] words,
      int offset) {
    if (tanks.alive(seat)) {
      int age = tanks.ticksSinceContact(seat);
      write(bodies, tanks.hull(seat), age, walls, drive, cooldowns, seat, words, offset);
    } else {
      Arrays.fill(words, offset, offset + COUNT, 0);
    }
  }

  static void write(
      Bodies bodies,
      long hull,
      int contactAgeTicks,
      WallTouches walls,
      TankDrive drive,
      Cooldowns cooldowns,
      int tank,
      int[] words,
      int offset) {
    words[offset] = 1;
    words[offset + 1] = Float.floatToRawIntBits(bodies.x(hull));
    words[offset + 2] = Float.floatToRawIntBits(bodies.y(hull));
    words[offset + 3] = Float.floatToRawIntBits(bodies.velocityX(hull));
    words[offset + 4] = Float.floatToRawIntBits(bodies.velocityY(hull));
    words[offset + 5] = Float.floatToRawIntBits(bodies.cos(hull));
    words[offset + 6] = Float.floatToRawIntBits(bodies.sin(hull));
    words[offset + 7] = Float.floatToRawIntBits(bodies.spin(hull));
    words[offset + 8] = drive.chargeUnits(tank);
    words[offset + 9] =
        contactAgeTicks
            | cooldowns.railTicksLeft(tank) << RAIL_SHIFT
            | cooldowns.rocketTicksLeft(tank) << ROCKET_SHIFT;
    words[offset + 10] = 0;
    for (int i = 0; i < WallTouches.MAX_WALLS; i++) {
      boolean leans = i < walls.walls(tank);
      words[offset + 10] |= leans ? walls.part(tank, i) + 1 << WALL_SHIFT * i : 0;
      words[offset + 11 + i] = leans ? Float.floatToRawIntBits(walls.impulse(tank, i)) : 0;
    }
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
      if (!(Math.abs(floatAt(words, offset + i)) <= (i <= 2 ? MAX_METERS : MAX_SPEED))) {
        return false;
      }
    }
    for (int i = 0; i < WallTouches.MAX_WALLS; i++) {
      float impulse = floatAt(words, offset + 11 + i);
      if (!(impulse >= 0 && impulse <= MAX_IMPULSE)) {
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
      int[] words,
      int offset,
      World world,
      long hull,
      TankDrive drive,
      Cooldowns cooldowns,
      int tank) {
    world.restart(
        hull,
        floatAt(words, offset + 1),
        floatAt(words, offset + 2),
        floatAt(words, offset + 5),
        floatAt(words, offset + 6),
        floatAt(words, offset + 3),
        floatAt(words, offset + 4),
        floatAt(words, offset + 7));
    for (int i = 0; i < WallTouches.MAX_WALLS; i++) {
      int wall = (words[offset + 10] >>> WALL_SHIFT * i & WALL_MASK) - 1;
      if (wall >= 0) {
        world.seedContact(ArenaBodies.WALLS, wall, hull, 0, floatAt(words, offset + 11 + i));
      }
    }
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
