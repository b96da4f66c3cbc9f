package ringmaster.client.widget;

/**
 * The colours, {@code 0xAARRGGBB}. Blue, orange and yellow stay apart for eyes that see red and
 * green alike, and nothing is said by colour alone.
 */
public final class Palette {
  /** Behind a screen that covers the arena. */
  public static final int BACKDROP = 0xFF0D1219;

  /** Over the arena, behind a menu. */
  public static final int SCRIM = 0xA6070A0F;

  public static final int PANEL = 0xF2161D27;

  /** Behind what is written over the arena. */
  public static final int GLASS = 0x8C0A0E14;

  public static final int CONTROL = 0xFF243040;
  public static final int CONTROL_HOVER = 0xFF2F3E52;
  public static final int CONTROL_PRESSED = 0xFF1B2430;
  public static final int FIELD = 0xFF0F151D;
  public static final int EDGE = 0xFF3B4A5E;
  public static final int ROW = 0x14FFFFFF;
  public static final int ROW_HOVER = 0x24FFFFFF;
  public static final int ROW_OWN = 0x3356B4E9;

  public static final int TEXT = 0xFFEEF2F7;
  public static final int TEXT_SOFT = 0xFFA9B6C6;
  public static final int TEXT_FAINT = 0xFF77869A;
  public static final int TEXT_ON_ACCENT = 0xFF06121D;

  public static final int ACCENT = 0xFF56B4E9;
  public static final int ACCENT_HOVER = 0xFF7CC7F0;
  public static final int ACCENT_PRESSED = 0xFF3E97CB;
  public static final int SELECTION = 0x6656B4E9;
  public static final int WARNING = 0xFFF0B13C;
  public static final int DANGER = 0xFFF0703C;
  public static final int FOCUS = 0xFFFFE08A;
  public static final int TRACK = 0x59000000;
  public static final int SHADOW = 0xB3000000;

  private static final int OPAQUE = 0xFF000000;

  private Palette() {}

  /** A colour without transparency from {@code 0xRRGGBB}. */
  public static int opaque(int rgb) {
    return OPAQUE | rgb;
  }

  /** A player's colour without transparency, light enough to be read over the arena. */
  public static int readable(int rgb) {
    int red = lighter(rgb >> 16 & 0xFF);
    int green = lighter(rgb >> 8 & 0xFF);
    return OPAQUE | red << 16 | green << 8 | lighter(rgb & 0xFF);
  }

  private static int lighter(int part) {
    return part + (255 - part) * 2 / 5;
  }

  /** The same colour at a share of its opacity. */
  public static int faded(int argb, float share) {
    int alpha = Math.round((argb >>> 24) * Math.clamp(share, 0f, 1f));
    return (alpha << 24) | (argb & 0xFFFFFF);
  }
}
