package ringmaster.shared.command;

/**
 * A player's intent for one tick, packed into the low 36 bits of a {@code long} so that commands
 * travel through ring, columns and journal without an object.
 *
 * <pre>
 * bits   field    range         unit
 * 0..7   turn     -127..127     1/127 of full torque, counter-clockwise
 * 8..15  thrust   -127..127     1/127 of full thrust, forward
 * 16..27 aim      0..4095       1/4096 turn, counter-clockwise from +x
 * 28..35 buttons  8 flags       see the BUTTON constants of the game
 * </pre>
 *
 * What the axes and buttons do is the game's affair.
 */
public final class Command {
  public static final int BITS = 36;

  /** No axis, no button, aim along +x. */
  public static final long NEUTRAL = 0;

  private static final long MASK = (1L << BITS) - 1;

  private Command() {}

  /** Packs a command; axes are clamped to -127..127, aim is wrapped, buttons cut to 8 bits. */
  public static long of(int turn, int thrust, int aim, int buttons) {
    return (axis(turn) & 0xFFL)
        | (axis(thrust) & 0xFFL) << 8
        | (aim & 0xFFFL) << 16
        | (buttons & 0xFFL) << 28;
  }

  private static int axis(int value) {
    return Math.clamp(value, -127, 127);
  }

  /** Any 64 bits made a command: surplus bits cut, an axis of -128 read as -127. */
  public static long sanitize(long bits) {
    return of(turn(bits), thrust(bits), aim(bits), buttons(bits)) & MASK;
  }

  public static int turn(long command) {
    return (byte) command;
  }

  public static int thrust(long command) {
    return (byte) (command >>> 8);
  }

  public static int aim(long command) {
    return (int) (command >>> 16) & 0xFFF;
  }

  public static int buttons(long command) {
    return (int) (command >>> 28) & 0xFF;
  }

  public static boolean pressed(long command, int button) {
    return (buttons(command) & button) != 0;
  }
}
