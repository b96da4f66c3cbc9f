package ringmaster.client.testbed;

/** Which part of the plane is on the picture: metres, y up, to pixels from the lower left. */
final class View {
  private static final float LEAST_PIXELS_PER_METER = 0.05f;
  private static final float MOST_PIXELS_PER_METER = 20_000;

  /** Room about what is fitted, as a share of it. */
  private static final float MARGIN = 0.08f;

  /** A scene of one point still has some room about it. */
  private static final float LEAST_METERS = 2;

  private float centerX;
  private float centerY;
  private float pixelsPerMeter = 1;
  private int widthPixels = 1;
  private int heightPixels = 1;

  void resize(int newWidthPixels, int newHeightPixels) {
    widthPixels = Math.max(1, newWidthPixels);
    heightPixels = Math.max(1, newHeightPixels);
  }

  /** Shows all of a box, as large as there is room for below some pixels at the top. */
  void fit(Bounds bounds, float topPixels) {
    float width = Math.max(bounds.width(), LEAST_METERS) * (1 + 2 * MARGIN);
    float height = Math.max(bounds.height(), LEAST_METERS) * (1 + 2 * MARGIN);
    float freePixels = Math.max(1, heightPixels - topPixels);
    setScale(Math.min(widthPixels / width, freePixels / height));
    centerX = bounds.centerX();
    centerY = bounds.centerY() + topPixels / 2 / pixelsPerMeter;
  }

  private void setScale(float wanted) {
    pixelsPerMeter = Math.clamp(wanted, LEAST_PIXELS_PER_METER, MOST_PIXELS_PER_METER);
  }

  /** Moves what is shown with the pointer. */
  void drag(float byPixelsX, float byPixelsY) {
    centerX -= byPixelsX / pixelsPerMeter;
    centerY -= byPixelsY / pixelsPerMeter;
  }

  /** Enlarges about a pixel, which goes on showing the same point. */
  void zoom(float factor, float atPixelX, float atPixelY) {
    float x = meterX(atPixelX);
    float y = meterY(atPixelY);
    setScale(pixelsPerMeter * factor);
    centerX += x - meterX(atPixelX);
    centerY += y - meterY(atPixelY);
  }

  float pixelsPerMeter() {
    return pixelsPerMeter;
  }

  float pixelX(float meters) {
    return 0.5f * widthPixels + (meters - centerX) * pixelsPerMeter;
  }

  float pixelY(float meters) {
    return 0.5f * heightPixels + (meters - centerY) * pixelsPerMeter;
  }

  float meterX(float pixels) {
    return centerX + (pixels - 0.5f * widthPixels) / pixelsPerMeter;
  }

  float meterY(float pixels) {
    return centerY + (pixels - 0.5f * heightPixels) / pixelsPerMeter;
  }

  /** Whether any of a box of pixels is on the picture. */
  boolean shows(float minX, float minY, float maxX, float maxY) {
    return maxX >= 0 && maxY >= 0 && minX <= widthPixels && minY <= heightPixels;
  }
}
