package ringmaster.client.widget;

/** Nothing, to keep others apart. */
public final class Space extends Overlay {
  public Space(String id) {
    super(id);
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {}
}
