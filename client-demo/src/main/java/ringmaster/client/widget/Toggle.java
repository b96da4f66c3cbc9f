package ringmaster.client.widget;

import java.util.function.BooleanSupplier;
import ringmaster.client.window.Key;

/** Yes or no. Shows what the owner of the value says, so the two cannot differ. */
public final class Toggle extends Widget {
  private static final float TRACK_WIDTH = 44;
  private static final float TRACK_HEIGHT = 24;

  /** Told the new value. */
  @FunctionalInterface
  public interface Change {
    void to(boolean on);
  }

  private final BooleanSupplier value;
  private final Change change;
  private final Text on = new Text(TextStyle.BODY);
  private final Text off = new Text(TextStyle.BODY);

  public Toggle(String id, BooleanSupplier value, Change change) {
    super(id);
    this.value = value;
    this.change = change;
    on.set("On");
    off.set("Off");
  }

  @Override
  public String text() {
    return word().words();
  }

  private Text word() {
    return value.getAsBoolean() ? on : off;
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return TRACK_WIDTH + 10 + Math.max(on.width(canvas), off.width(canvas));
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return Button.HEIGHT;
  }

  private void flip() {
    if (enabled()) {
      change.to(!value.getAsBoolean());
    }
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    if (Button.presses(key)) {
      flip();
      return true;
    }
    return false;
  }

  @Override
  protected void pointerUp(float atX, float atY, boolean inside) {
    if (inside) {
      flip();
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    boolean isOn = value.getAsBoolean();
    float top = centreY() - TRACK_HEIGHT / 2;
    int ground = isOn ? Palette.ACCENT : hovered() ? Palette.CONTROL_HOVER : Palette.CONTROL;
    canvas.fill(x(), top, TRACK_WIDTH, TRACK_HEIGHT, TRACK_HEIGHT / 2, ground);
    float knob = x() + (isOn ? TRACK_WIDTH - TRACK_HEIGHT / 2 : TRACK_HEIGHT / 2);
    canvas.circle(knob, centreY(), TRACK_HEIGHT / 2 - 3, Palette.TEXT);
    word().draw(canvas, x() + TRACK_WIDTH + 10, centreY(), Palette.TEXT);
    paintFocus(canvas, 7);
  }
}
