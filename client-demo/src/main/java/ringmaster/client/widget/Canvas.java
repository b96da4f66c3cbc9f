package ringmaster.client.widget;

/**
 * Where widgets are drawn and words are measured. Lengths are in units, which {@link
 * #pixelsPerUnit} turns into pixels; colours are {@code 0xAARRGGBB}; text is placed by its left end
 * and the middle of its line.
 */
public interface Canvas {
  /** Begins a frame; everything below may be called until {@link #end}. */
  void begin(int widthPixels, int heightPixels, float pixelsPerUnit);

  void end();

  /** Of the frame begun last: glyphs are as wide as whole pixels, so widths depend on it. */
  float pixelsPerUnit();

  /** Paints all of the frame, beneath whatever else is drawn in it. */
  void clear(int argb);

  float textWidth(String text, TextStyle style);

  void text(String text, TextStyle style, float x, float middleY, int argb);

  /** A rectangle with round corners; radius 0 for sharp ones. */
  void fill(float x, float y, float width, float height, float radius, int argb);

  /** The edge of such a rectangle, drawn on the inside. */
  void outline(
      float x, float y, float width, float height, float radius, float thickness, int argb);

  void line(float x0, float y0, float x1, float y1, float thickness, int argb);

  void circle(float centreX, float centreY, float radius, int argb);

  /** Part of a circle's edge, angles in radians clockwise from the right. */
  void arc(
      float centreX,
      float centreY,
      float radius,
      float fromRadians,
      float toRadians,
      float thickness,
      int argb);

  /** Darkens or tints the edges of a screen of that size. */
  void vignette(float width, float height, int argb);

  void icon(Icon icon, float centreX, float centreY, float size, int argb);

  /** Until {@link #unclip}, draws inside of this and of what was clipped to before. */
  void clip(float x, float y, float width, float height);

  void unclip();

  /** Of all that follows, until it is set anew; 1 at the start of a frame. */
  void opacity(float opacity);
}
