package ringmaster.shared.body;

import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.World;

/**
 * A player's own body, bit for bit, as the server hands it to that player's prediction. A game may
 * add words of its own behind these.
 *
 * <pre>
 * word  field            form
 * 0     alive            bit 0; if 0, all words are 0
 *       contact age      bits 8..15, ticks since the last contact, at most 30
 *       life             bits 16..23, tells the body from the one before, modulo 256
 * 1     x                float bits, m
 * 2     y                float bits, m
 * 3     velocityX        float bits, m/s
 * 4     velocityY        float bits, m/s
 * 5     facingCos        float bits
 * 6     facingSin        float bits
 * 7     angularVelocity  float bits, rad/s
 * 8     walls it leans on, at most two, 16 bits each from the lowest: index of the wall plus 1;
 *       0 for none
 * 9     impulse of the first   float bits, N s
 * 10    impulse of the second  float bits, N s
 * </pre>
 *
 * <p>Behind the game's own come those of what the body touches and can move: two bodies at most, in
 * order of their slots, 0 for none.
 *
 * <pre>
 * word  field            form
 * 0     entity slot plus 1
 * 1..7  as above
 * 8     impulse between the two  float bits, N s
 * </pre>
 *
 * <p>Where two bodies rub against each other, as no hull does, the impulse of that is missing, and
 * so is what else the touched ones lean on: then they are exact but for the push of one tick.
 */
public final class BodyWords {
  /** Words of a body. */
  public static final int COUNT = 11;

  /** Words of x to angularVelocity, a body's motion. */
  static final int MOTION_COUNT = 7;

  /** Words of a touched body. */
  static final int TOUCH_WORDS = MOTION_COUNT + 2;

  /** Words of all touched bodies. */
  public static final int TOUCHED_COUNT = 2 * TOUCH_WORDS;

  /** Older contacts no longer matter: by then the client has long been told how they went. */
  public static final int MAX_CONTACT_AGE_TICKS = 30;

  /** Beyond all a match can come to: maps end at 256 m. */
  private static final float MAX_METERS = 1_000;

  /** Metres or radians per second. */
  private static final float MAX_SPEED = 300;

  private static final float FACING_TOLERANCE = 1e-3f;
  private static final int AGE_SHIFT = 8;
  private static final int AGE_MASK = 0xFF;
  private static final int LIFE_SHIFT = 16;
  private static final int LIFE_MASK = 0xFF;
  private static final int WALLS_WORD = 8;
  private static final int WALL_SHIFT = 16;
  private static final int WALL_MASK = 0xFFFF;

  private BodyWords() {}

  /** The age of a contact after a tick without another. */
  static int older(int contactAgeTicks) {
    return Math.min(contactAgeTicks + 1, MAX_CONTACT_AGE_TICKS);
  }

  static void write(
      Bodies bodies,
      long body,
      int contactAgeTicks,
      int life,
      WallTouches walls,
      int index,
      int[] words,
      int offset) {
    words[offset] = 1 | contactAgeTicks << AGE_SHIFT | (life & LIFE_MASK) << LIFE_SHIFT;
    writeMotion(bodies, body, words, offset + 1);
    words[offset + WALLS_WORD] = 0;
    for (int i = 0; i < WallTouches.MAX_WALLS; i++) {
      boolean leans = i < walls.walls(index);
      words[offset + WALLS_WORD] |= leans ? walls.part(index, i) + 1 << WALL_SHIFT * i : 0;
      words[offset + WALLS_WORD + 1 + i] =
          leans ? Float.floatToRawIntBits(walls.impulse(index, i)) : 0;
    }
  }

  static void writeMotion(Bodies bodies, long body, int[] words, int at) {
    writeMotion(
        words,
        at,
        bodies.x(body),
        bodies.y(body),
        bodies.velocityX(body),
        bodies.velocityY(body),
        bodies.cos(body),
        bodies.sin(body),
        bodies.spin(body));
  }

  static void writeMotion(
      int[] words,
      int at,
      float x,
      float y,
      float velocityX,
      float velocityY,
      float cos,
      float sin,
      float spin) {
    words[at] = Float.floatToRawIntBits(x);
    words[at + 1] = Float.floatToRawIntBits(y);
    words[at + 2] = Float.floatToRawIntBits(velocityX);
    words[at + 3] = Float.floatToRawIntBits(velocityY);
    words[at + 4] = Float.floatToRawIntBits(cos);
    words[at + 5] = Float.floatToRawIntBits(sin);
    words[at + 6] = Float.floatToRawIntBits(spin);
  }

  /** Writes the {@link #TOUCH_WORDS} of a touched body. */
  static void writeTouch(
      Bodies bodies, long body, int slot, float impulse, int[] words, int offset) {
    words[offset] = slot + 1;
    writeMotion(bodies, body, words, offset + 1);
    words[offset + 1 + MOTION_COUNT] = Float.floatToRawIntBits(impulse);
  }

  /** Whether there is a body. */
  public static boolean alive(int[] words, int offset) {
    return (words[offset] & 1) != 0;
  }

  /** Ticks since the body touched another that moves or took an impulse, at most 30. */
  public static int contactAgeTicks(int[] words, int offset) {
    return words[offset] >>> AGE_SHIFT & AGE_MASK;
  }

  /** Tells the body from the one before, 0..255. */
  public static int life(int[] words, int offset) {
    return words[offset] >>> LIFE_SHIFT & LIFE_MASK;
  }

  /**
   * Whether a body is one that can be. A client reads what any server writes, and a NaN would stay
   * in its world, its camera and its aim.
   *
   * @param massKilograms what stops the fastest body at once bounds the impulses
   */
  static boolean plausible(int[] words, int offset, float massKilograms) {
    boolean plausible = plausibleMotion(words, offset + 1);
    for (int i = 0; i < WallTouches.MAX_WALLS && plausible; i++) {
      plausible = plausibleImpulse(floatAt(words, offset + WALLS_WORD + 1 + i), massKilograms);
    }
    return plausible;
  }

  private static boolean plausibleImpulse(float impulse, float massKilograms) {
    return impulse >= 0 && impulse <= MAX_SPEED * massKilograms;
  }

  private static boolean plausibleMotion(int[] words, int at) {
    for (int i = 0; i < MOTION_COUNT; i++) {
      if (!(Math.abs(floatAt(words, at + i)) <= (i < 2 ? MAX_METERS : MAX_SPEED))) {
        return false;
      }
    }
    float cos = floatAt(words, at + 4);
    float sin = floatAt(words, at + 5);
    return Math.abs(cos * cos + sin * sin - 1) <= FACING_TOLERANCE;
  }

  /** Entity slot of a touched body. */
  static int touchedSlot(int[] words, int offset) {
    return words[offset] - 1;
  }

  /** As {@link #plausible}, of a touched body. */
  static boolean touchPlausible(int[] words, int offset, float massKilograms) {
    return plausibleMotion(words, offset + 1)
        && plausibleImpulse(floatAt(words, offset + 1 + MOTION_COUNT), massKilograms);
  }

  /** Puts a touched body into a world as it was written. */
  static void readTouch(int[] words, int offset, World world, long self, long touched) {
    readMotion(words, offset + 1, world, touched);
    world.seedContact(self, 0, touched, 0, floatAt(words, offset + 1 + MOTION_COUNT));
  }

  /** Puts a living body into a world as it was written. */
  static void read(int[] words, int offset, World world, long body) {
    readMotion(words, offset + 1, world, body);
    for (int i = 0; i < WallTouches.MAX_WALLS; i++) {
      int wall = (words[offset + WALLS_WORD] >>> WALL_SHIFT * i & WALL_MASK) - 1;
      if (wall >= 0) {
        float impulse = floatAt(words, offset + WALLS_WORD + 1 + i);
        world.seedContact(MapWorld.WALLS, wall, body, 0, impulse);
      }
    }
  }

  /** Puts a body where it was written to be, touching nothing. */
  static void readMotion(int[] words, int at, World world, long body) {
    world.restart(
        body,
        floatAt(words, at),
        floatAt(words, at + 1),
        floatAt(words, at + 4),
        floatAt(words, at + 5),
        floatAt(words, at + 2),
        floatAt(words, at + 3),
        floatAt(words, at + 6));
  }

  private static float floatAt(int[] words, int index) {
    return Float.intBitsToFloat(words[index]);
  }
}
