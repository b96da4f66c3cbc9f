package ringmaster.client.widget;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import ringmaster.client.window.Key;

/**
 * One of several values, stepped through with an arrow on each side.
 *
 * @param <T> of the values
 */
public final class Choice<T> extends Widget {
  private static final float ARROW_WIDTH = 32;
  private static final float LEAST_WORDS_WIDTH = 100; // several below one another look even

  /**
   * Told the new value.
   *
   * @param <T> of the values
   */
  @FunctionalInterface
  public interface Change<T> {
    void to(T value);
  }

  private List<T> options;
  private final Supplier<T> value;
  private final Function<T, String> words;
  private final Change<T> change;
  private final Text text = new Text(TextStyle.BODY);

  public Choice(
      String id, List<T> options, Supplier<T> value, Function<T, String> words, Change<T> change) {
    super(id);
    this.options = List.copyOf(options);
    this.value = value;
    this.words = words;
    this.change = change;
  }

  public void setOptions(List<T> newOptions) {
    if (!options.equals(newOptions)) {
      options = List.copyOf(newOptions);
      invalidate();
    }
  }

  @Override
  public String text() {
    return words.apply(value.get());
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    float most = LEAST_WORDS_WIDTH;
    for (T option : options) {
      most = Math.max(most, canvas.textWidth(words.apply(option), text.style()));
    }
    return (float) Math.ceil(most) + 2 * ARROW_WIDTH + 12;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return Button.HEIGHT;
  }

  /** Steps through the values, round the end. */
  private void step(int by) {
    if (enabled() && !options.isEmpty()) {
      int now = options.indexOf(value.get());
      change.to(options.get(Math.floorMod(now + by, options.size())));
    }
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    if (key == Key.LEFT || key == Key.PAD_LEFT) {
      step(-1);
    } else if (key == Key.RIGHT || key == Key.PAD_RIGHT || Button.presses(key)) {
      step(1);
    } else {
      return false;
    }
    return true;
  }

  @Override
  protected void pointerUp(float atX, float atY, boolean inside) {
    if (inside) {
      step(atX < x() + ARROW_WIDTH ? -1 : 1);
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    int ground = hovered() ? Palette.CONTROL_HOVER : Palette.CONTROL;
    canvas.fill(x(), y(), width(), height(), 7, ground);
    arrow(canvas, x() + ARROW_WIDTH / 2, -1);
    arrow(canvas, right() - ARROW_WIDTH / 2, 1);
    text.set(text());
    float room = width() - 2 * ARROW_WIDTH;
    text.draw(canvas, x() + ARROW_WIDTH, centreY(), room, 0.5f, Palette.TEXT);
    paintFocus(canvas, 7);
  }

  private void arrow(Canvas canvas, float at, float direction) {
    float tip = at + 3 * direction;
    float back = at - 3 * direction;
    canvas.line(back, centreY() - 6, tip, centreY(), 2, Palette.TEXT_SOFT);
    canvas.line(tip, centreY(), back, centreY() + 6, 2, Palette.TEXT_SOFT);
  }
}
