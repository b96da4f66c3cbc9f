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
}
