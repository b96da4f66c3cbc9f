package ringmaster.client.widget;

/** Nothing, to keep others apart. */
public final class Space extends Widget {
  public Space(String id) {
    super(id);
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return 0;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return 0;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {}
}
