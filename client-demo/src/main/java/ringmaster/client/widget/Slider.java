package ringmaster.client.widget;

import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import ringmaster.client.window.Key;

/** A number between two others, moved in steps. */
public final class Slider extends Widget {
  private static final float KNOB_RADIUS = 9;
  private static final float WORDS_WIDTH = 66;

  /**
   * What can be chosen.
   *
   * @param words how a value is written
   */
  public record Range(double least, double most, double step, DoubleFunction<String> words) {
    double clamped(double value) {
      double steps = Math.round((value - least) / step);
      return Math.clamp(least + steps * step, least, most);
    }
  }

  /** Told the new value. */
  @FunctionalInterface
  public interface Change {
    void to(double value);
  }

  private final Range range;
  private final DoubleSupplier value;
  private final Change change;
  private final Text words = new Text(TextStyle.FIGURES);
  private double worded = Double.NaN;

  public Slider(String id, Range range, DoubleSupplier value, Change change) {
    super(id);
    this.range = range;
    this.value = value;
    this.change = change;
  }

  @Override
  public String text() {
    return words().words();
  }

  private Text words() {
    double now = value.getAsDouble();
    if (now != worded) {
      worded = now;
      words.set(range.words.apply(now));
    }
    return words;
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return 260;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return Button.HEIGHT;
  }

  private void move(double to) {
    double stepped = range.clamped(to);
    if (enabled() && stepped != value.getAsDouble()) {
      change.to(stepped);
    }
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    switch (key) {
      case LEFT, PAD_LEFT -> move(value.getAsDouble() - range.step);
      case RIGHT, PAD_RIGHT -> move(value.getAsDouble() + range.step);
      case HOME -> move(range.least);
      case END -> move(range.most);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void pointerDown(float atX, float atY, Modifiers held) {
    pointerDragged(atX, atY);
  }

  @Override
  protected void pointerDragged(float atX, float atY) {
    double share = (atX - trackX()) / trackWidth();
    move(range.least + Math.clamp(share, 0.0, 1.0) * (range.most - range.least));
  }

  private float trackX() {
    return x() + KNOB_RADIUS;
  }

  private float trackWidth() {
    return width() - 2 * KNOB_RADIUS - WORDS_WIDTH;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    double share = (value.getAsDouble() - range.least) / (range.most - range.least);
    float reach = (float) Math.clamp(share, 0.0, 1.0) * trackWidth();
    canvas.fill(trackX(), centreY() - 3, trackWidth(), 6, 3, Palette.CONTROL);
    canvas.fill(trackX(), centreY() - 3, reach, 6, 3, Palette.ACCENT);
    int knob = hovered() || pressed() ? Palette.ACCENT_HOVER : Palette.TEXT;
    canvas.circle(trackX() + reach, centreY(), KNOB_RADIUS, knob);
    words().draw(canvas, right() - WORDS_WIDTH + 6, centreY(), WORDS_WIDTH - 6, 1, Palette.TEXT);
    paintFocus(canvas, 7);
  }
}
