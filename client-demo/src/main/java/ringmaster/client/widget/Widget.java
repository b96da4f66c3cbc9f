package ringmaster.client.widget;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/**
 * A part of a screen. It says how large it would like to be, is placed by its parent, and draws
 * itself; coordinates are units from the screen's top left corner. A hidden widget takes no room.
 */
public abstract class Widget {
  private final String id;
  private @Nullable Group parent;
  private float x;
  private float y;
  private float width;
  private float height;
  private boolean visible = true;
  private boolean enabled = true;
  private boolean stale = true;
  private boolean focused;
  private boolean focusShown;
  private boolean hovered;
  private boolean pressed;

  /**
   * @param id unique in its tree, so that tests and code can find it; lower case
   */
  protected Widget(String id) {
    this.id = id;
  }

  public final String id() {
    return id;
  }

  /** The words it shows, for a test that asks what a person would read. */
  public String text() {
    return "";
  }

  public final float x() {
    return x;
  }

  public final float y() {
    return y;
  }

  public final float width() {
    return width;
  }

  public final float height() {
    return height;
  }

  public final float right() {
    return x + width;
  }

  public final float bottom() {
    return y + height;
  }

  public final float centreX() {
    return x + width / 2;
  }

  public final float centreY() {
    return y + height / 2;
  }

  public final boolean contains(float atX, float atY) {
    return atX >= x && atX < right() && atY >= y && atY < bottom();
  }

  public final boolean visible() {
    return visible;
  }

  public final void setVisible(boolean nowVisible) {
    if (visible != nowVisible) {
      visible = nowVisible;
      invalidate();
    }
  }

  public final boolean enabled() {
    return enabled;
  }

  public final void setEnabled(boolean nowEnabled) {
    enabled = nowEnabled;
  }

  public final boolean focused() {
    return focused;
  }

  public final boolean hovered() {
    return hovered;
  }

  /** The pointer went down on it and is still down. */
  public final boolean pressed() {
    return pressed;
  }

  public final @Nullable Group parent() {
    return parent;
  }

  final void setParent(@Nullable Group newParent) {
    parent = newParent;
  }

  /** Its size changed: everything above it is laid out again before the next frame. */
  protected final void invalidate() {
    for (Widget widget = this; widget != null; widget = widget.parent) {
      widget.stale = true;
    }
  }

  final boolean stale() {
    return stale;
  }

  /** Whether it and everything above it is shown. */
  public final boolean showing() {
    for (Widget widget = this; widget != null; widget = widget.parent) {
      if (!widget.visible) {
        return false;
      }
    }
    return true;
  }

  public abstract float preferredWidth(Canvas canvas);

  /**
   * @param forWidth the width it will have
   */
  public abstract float preferredHeight(Canvas canvas, float forWidth);

  /** Puts it there, and whatever it holds. */
  public void place(Canvas canvas, float newX, float newY, float newWidth, float newHeight) {
    x = newX;
    y = newY;
    width = newWidth;
    height = newHeight;
    stale = false;
  }

  public final void draw(Canvas canvas, long nowNanos) {
    if (visible) {
      paint(canvas, nowNanos);
    }
  }

  protected abstract void paint(Canvas canvas, long nowNanos);

  /** Whether keys can come to it. */
  public boolean focusable() {
    return false;
  }

  /**
   * A key went down, or is repeated, while this or something inside had the focus.
   *
   * @return whether it meant something here
   */
  protected boolean key(Key key, Modifiers held) {
    return false;
  }

  /** A character was typed while this had the focus. */
  protected boolean typed(int codePoint) {
    return false;
  }

  /** The pointer went down on it. */
  protected void pointerDown(float atX, float atY, Modifiers held) {}

  /** The pointer moved while it was down. */
  protected void pointerDragged(float atX, float atY) {}

  /**
   * The pointer went up again.
   *
   * @param inside whether it is still on the widget, which makes it a click
   */
  protected void pointerUp(float atX, float atY, boolean inside) {}

  protected void doubleClicked() {}

  /** The wheel turned over it; up is positive. */
  protected boolean scrolled(float lines) {
    return false;
  }

  /** Takes every key until {@link Interaction#release}; see {@link KeyCell}. */
  protected void grabbedKey(Key key) {}

  final void setFocused(boolean nowFocused, boolean shown) {
    boolean was = focused;
    focused = nowFocused;
    focusShown = nowFocused && shown;
    if (was != nowFocused) {
      focusChanged();
    }
  }

  protected void focusChanged() {}

  final void setHovered(boolean nowHovered) {
    hovered = nowHovered;
  }

  final void setPressed(boolean nowPressed) {
    pressed = nowPressed;
  }

  /** The ring that shows a person at the keys where they are. */
  protected final void paintFocus(Canvas canvas, float radius) {
    if (focusShown) {
      canvas.outline(x - 3, y - 3, width + 6, height + 6, radius + 3, 2, Palette.FOCUS);
    }
  }

  /** What is inside, in the order of drawing. */
  public List<Widget> children() {
    return List.of();
  }

  /** The widget of that id in this tree, hidden ones too; null if there is none. */
  public final @Nullable Widget find(String wantedId) {
    return first(widget -> widget.id.equals(wantedId));
  }

  /** The first widget that is shown and whose words contain {@code part}; null if none does. */
  public final @Nullable Widget findText(String part) {
    return first(widget -> widget.showing() && widget.text().contains(part));
  }

  private @Nullable Widget first(Predicate<Widget> wanted) {
    if (wanted.test(this)) {
      return this;
    }
    for (Widget child : children()) {
      Widget found = child.first(wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Does something with it and all that is inside, parents first. */
  public final void each(Consumer<Widget> action) {
    action.accept(this);
    for (Widget child : children()) {
      child.each(action);
    }
  }

  /** What is shown, a line for each widget, indented: for messages of tests and for the curious. */
  public final String describe() {
    StringBuilder lines = new StringBuilder();
    describe(lines, 0);
    return lines.toString();
  }

  private void describe(StringBuilder lines, int depth) {
    if (!visible) {
      return;
    }
    lines.repeat("  ", depth).append(getClass().getSimpleName()).append(' ').append(id);
    if (!text().isEmpty()) {
      lines.append(" \"").append(text()).append('"');
    }
    lines.append(" %.0f,%.0f %.0fx%.0f".formatted(x, y, width, height));
    lines.append(enabled ? "" : " disabled").append(focused ? " focused" : "").append('\n');
    for (Widget child : children()) {
      child.describe(lines, depth + 1);
    }
  }
}
