package ringmaster.client.scene;

/**
 * Flat shining dots and streaks, drawn after all else and added to it: particles, flashes, beams. A
 * sprite is a quad of some width along a segment; a dot is a segment of no length. It takes {@link
 * #FLOATS} floats:
 *
 * <pre>
 * float  content
 * 0..2   one end, m
 * 3      half width, m
 * 4..6   other end, m
 * 7      softness: 0 hard edge, 1 fades from the middle
 * 8..10  colour, linear; may exceed 1
 * 11     opacity: 0 is added to what is behind, 1 covers it (smoke)
 * </pre>
 */
public final class Sprites {
  public static final int FLOATS = 12;

  private static final int CIRCLE_CORNERS = 28;

  private final Rows rows = new Rows(FLOATS, 256);

  public void clear() {
    rows.clear();
  }

  public int count() {
    return rows.count();
  }

  /** The columns; the first {@code count * FLOATS} mean something. Replaced when it grows. */
  public float[] values() {
    return rows.values();
  }

  /** Adds a streak from one point to another. */
  public void add(
      float x0,
      float y0,
      float z0,
      float x1,
      float y1,
      float z1,
      float halfWidth,
      float softness,
      float red,
      float green,
      float blue,
      float opacity) {
    int at = rows.add();
    float[] values = rows.values();
    values[at] = x0;
    values[at + 1] = y0;
    values[at + 2] = z0;
    values[at + 3] = halfWidth;
    values[at + 4] = x1;
    values[at + 5] = y1;
    values[at + 6] = z1;
    values[at + 7] = softness;
    values[at + 8] = red;
    values[at + 9] = green;
    values[at + 10] = blue;
    values[at + 11] = opacity;
  }

  /**
   * Adds a circle that lies flat.
   *
   * @param halfWidth of its line, metres
   * @param light 1 for the colour as it is
   */
  public void circle(
      float x, float y, float z, float radius, float halfWidth, int rgb, float light) {
    float fromX = x + radius;
    float fromY = y;
    for (int corner = 1; corner <= CIRCLE_CORNERS; corner++) {
      double angle = 2 * Math.PI * corner / CIRCLE_CORNERS;
      float toX = x + radius * (float) Math.cos(angle);
      float toY = y + radius * (float) Math.sin(angle);
      line(fromX, fromY, toX, toY, z, halfWidth, rgb, light);
      fromX = toX;
      fromY = toY;
    }
  }

  /** Adds a line at one height; see {@link #circle}. */
  public void line(
      float x0, float y0, float x1, float y1, float z, float halfWidth, int rgb, float light) {
    float red = Instances.linear(rgb >>> 16 & 0xFF) * light;
    float green = Instances.linear(rgb >>> 8 & 0xFF) * light;
    float blue = Instances.linear(rgb & 0xFF) * light;
    add(x0, y0, z, x1, y1, z, halfWidth, 1, red, green, blue, 0);
  }
}
