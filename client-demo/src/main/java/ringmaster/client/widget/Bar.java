package ringmaster.client.widget;

/** How much of something there is. */
public final class Bar extends Widget {
  private final float height;
  private int argb;
  private float value;

  public Bar(String id, float height, int argb) {
    super(id);
    this.height = height;
    this.argb = argb;
  }

  /**
   * @param share 0..1
   */
  public void set(float share, int newArgb) {
    value = Math.clamp(share, 0f, 1f);
    argb = newArgb;
  }

  public float value() {
    return value;
  }

  @Override
  public String text() {
    return Math.round(value * 100) + " %";
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return 120;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return height;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    canvas.fill(x(), y(), width(), height(), height() / 2, Palette.TRACK);
    float reach = width() * value;
    if (reach > 0.5f) {
      float radius = Math.min(height(), reach) / 2;
      canvas.fill(x(), y(), reach, height(), radius, argb);
    }
  }
}
