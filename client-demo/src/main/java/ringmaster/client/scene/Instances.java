package ringmaster.client.scene;

/**
 * Models to be drawn, in columns that grow once and are used again each frame. An instance takes
 * {@link #FLOATS} floats, as the graphics card reads them:
 *
 * <pre>
 * float  content
 * 0..2   position, m
 * 3      scale
 * 4, 5   heading: cosine and sine, counter-clockwise about z
 * 6      pitch or roll by leaning: sine, nose up positive
 * 7      entity id + 1 as a number, 0: none
 * 8..10  colour, linear 0..1
 * 11     glow, 0..1: how much it shines by itself
 * </pre>
 */
public final class Instances {
  public static final int FLOATS = 12;

  /** No entity: the instance is not seen by an id buffer. */
  public static final int NO_ID = -1;

  private final Rows rows = new Rows(FLOATS, 64);

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

  /**
   * Adds an instance.
   *
   * @param rgb 0xRRGGBB as on a screen (sRGB)
   * @param id entity slot, or {@link #NO_ID}
   */
  public void add(
      float x,
      float y,
      float z,
      float scale,
      float cos,
      float sin,
      float lean,
      int rgb,
      float glow,
      int id) {
    int at = rows.add();
    float[] values = rows.values();
    values[at] = x;
    values[at + 1] = y;
    values[at + 2] = z;
    values[at + 3] = scale;
    values[at + 4] = cos;
    values[at + 5] = sin;
    values[at + 6] = lean;
    values[at + 7] = id + 1;
    values[at + 8] = linear(rgb >>> 16 & 0xFF);
    values[at + 9] = linear(rgb >>> 8 & 0xFF);
    values[at + 10] = linear(rgb & 0xFF);
    values[at + 11] = glow;
  }

  /** A channel of a screen colour, 0..255, as light, 0..1. */
  static float linear(int channel) {
    float c = channel / 255f;
    return c * c;
  }
}
