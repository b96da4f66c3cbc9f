package ringmaster.client.widget;

/** A widget that asks for no room: it is given some, and draws over it. */
public abstract class Overlay extends Widget {
  protected Overlay(String id) {
    super(id);
  }

  @Override
  public final float preferredWidth(Canvas canvas) {
    return 0;
  }

  @Override
  public final float preferredHeight(Canvas canvas, float forWidth) {
    return 0;
  }
}
