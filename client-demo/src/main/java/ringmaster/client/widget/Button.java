package ringmaster.client.widget;

import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/** Does something when it is clicked, or when Enter, Space or A is pressed on it. */
public final class Button extends Widget {
  static final float HEIGHT = 34;
  private static final float RADIUS = 7;
  private static final float PADDING = 16;
  private static final float ICON_SIZE = 16;

  private final Text text;
  private final Runnable onPress;
  private @Nullable Icon icon;
  private boolean primary;
  private boolean quiet;
  private boolean chosen;
  private float height = HEIGHT;

  public Button(String id, String words, Runnable onPress) {
    super(id);
    text = new Text(TextStyle.STRONG);
    text.set(words);
    this.onPress = onPress;
  }

  /** The one a person most likely wants. */
  public Button primary() {
    primary = true;
    return this;
  }

  /** Without a ground until it is pointed at. */
  public Button quiet() {
    quiet = true;
    return this;
  }

  public Button with(Icon newIcon) {
    icon = newIcon;
    return this;
  }

  public Button tall(float units) {
    height = units;
    return this;
  }

  public void set(String words) {
    if (text.set(words)) {
      invalidate();
    }
  }

  /** Marks it as the one of several that holds. */
  public void choose(boolean nowChosen) {
    chosen = nowChosen;
  }

  public boolean chosen() {
    return chosen;
  }

  @Override
  public String text() {
    return text.words();
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return (float) Math.ceil(text.width(canvas)) + 2 * PADDING + iconRoom();
  }

  private float iconRoom() {
    return icon == null ? 0 : ICON_SIZE + 8;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return height;
  }

  /** Does what it does, if it can be used. */
  public void press() {
    if (enabled()) {
      onPress.run();
    }
  }

  static boolean presses(Key key) {
    return key == Key.ENTER || key == Key.KEYPAD_ENTER || key == Key.SPACE || key == Key.PAD_A;
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    if (presses(key)) {
      press();
      return true;
    }
    return false;
  }

  @Override
  protected void pointerUp(float atX, float atY, boolean inside) {
    if (inside) {
      press();
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    int ground = ground();
    if (ground != 0) {
      canvas.fill(x(), y(), width(), height(), RADIUS, ground);
    }
    if (chosen) {
      canvas.fill(x() + 8, bottom() - 3, width() - 16, 3, 1.5f, Palette.ACCENT);
    }
    float content = text.width(canvas) + iconRoom();
    float at = x() + Math.max(6, (width() - content) / 2);
    int ink = ink();
    if (icon != null) {
      canvas.icon(icon, at + ICON_SIZE / 2, centreY(), ICON_SIZE, ink);
      at += iconRoom();
    }
    text.draw(canvas, at, centreY(), Math.max(0, right() - 4 - at), 0, ink);
    paintFocus(canvas, RADIUS);
  }

  private int ground() {
    if (!enabled()) {
      return quiet ? 0 : Palette.faded(Palette.CONTROL, 0.5f);
    }
    if (primary) {
      return pressed() ? Palette.ACCENT_PRESSED : hovered() ? Palette.ACCENT_HOVER : Palette.ACCENT;
    }
    if (pressed()) {
      return Palette.CONTROL_PRESSED;
    }
    return hovered() ? Palette.CONTROL_HOVER : quiet ? 0 : Palette.CONTROL;
  }

  private int ink() {
    if (!enabled()) {
      return Palette.TEXT_FAINT;
    }
    return primary ? Palette.TEXT_ON_ACCENT : quiet && !chosen ? Palette.TEXT_SOFT : Palette.TEXT;
  }
}
