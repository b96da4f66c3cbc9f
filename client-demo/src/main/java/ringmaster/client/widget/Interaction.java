package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/**
 * Carries what a person does to the widgets of one tree, and knows which of them has the keys, is
 * under the pointer, or is held down by it. Only that tree can be reached, so a menu on top keeps
 * everything from what is behind it.
 */
public final class Interaction {
  private static final long DOUBLE_CLICK_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private final Runnable onClick;
  private final Modifiers held = new Modifiers();
  private Group root;
  private @Nullable Widget focus;
  private @Nullable Widget hover;
  private @Nullable Widget press;
  private @Nullable Widget grab;
  private @Nullable Widget lastClicked;
  private long lastClickNanos;
  private long nowNanos;
  private boolean byKeys;
  private float pointerX = Float.NaN;
  private float pointerY = Float.NaN;

  /**
   * @param onClick run each time a person used a widget; for a sound
   */
  public Interaction(Group root, Runnable onClick) {
    this.root = root;
    this.onClick = onClick;
  }

  /**
   * Goes over to another tree.
   *
   * @param first has the focus then; null for none
   */
  public void enter(Group newRoot, @Nullable Widget first) {
    root = newRoot;
    focus(first, byKeys);
    hoverOver(null);
    if (press != null) {
      press.setPressed(false);
      press = null;
    }
    grab = null;
  }

  /** The time of what comes next, for double clicks. */
  public void setNow(long newNowNanos) {
    nowNanos = newNowNanos;
  }

  public @Nullable Widget focus() {
    return focus;
  }

  /** Whether keys go into a text. */
  public boolean writes() {
    return focus instanceof TextField;
  }

  /** Gives a widget the keys, and shows that. */
  public void focusOn(@Nullable Widget widget) {
    focus(widget, true);
  }

  private void focus(@Nullable Widget widget, boolean shown) {
    if (focus != null && focus != widget) {
      focus.setFocused(false, false);
    }
    focus = widget;
    if (widget != null) {
      widget.setFocused(true, shown);
      for (Group above = widget.parent(); above != null; above = above.parent()) {
        above.reveal(widget);
      }
    }
  }

  /** All keys go to that widget until {@link #release}. */
  void grab(Widget widget) {
    grab = widget;
  }

  public void release() {
    grab = null;
  }

  public boolean grabs(Widget widget) {
    return grab == widget;
  }

  public boolean grabbing() {
    return grab != null;
  }

  /** A key that went elsewhere may still change the meaning of others. */
  public void trackModifiers(Key key, boolean down) {
    held.key(key, down);
  }

  /** The window lost the keyboard: what is held there will not be let go here. */
  public void releaseModifiers() {
    held.release();
  }

  /**
   * A key, mouse button or gamepad button.
   *
   * @return whether it meant something to a widget
   */
  public boolean key(Key key, boolean down, boolean repeat) {
    held.key(key, down);
    if (down && grab != null) {
      if (!repeat) {
        grab.grabbedKey(key);
      }
      return true;
    }
    if (key == Key.MOUSE_1) {
      return down ? pointerDown() : pointerUp();
    }
    return down && !key.isMouse() && keyDown(key);
  }

  private boolean keyDown(Key key) {
    byKeys = true;
    findLostFocus();
    for (Widget widget = focus; widget != null; widget = widget.parent()) {
      if (widget.enabled() && widget.key(key, held)) {
        clicked(Button.presses(key));
        return true;
      }
    }
    return switch (key) {
      case TAB -> step(held.shift() ? -1 : 1);
      case UP, PAD_UP -> go(0, -1);
      case DOWN, PAD_DOWN -> go(0, 1);
      case LEFT, PAD_LEFT -> go(-1, 0);
      case RIGHT, PAD_RIGHT -> go(1, 0);
      default -> false;
    };
  }

  private void clicked(boolean really) {
    if (really) {
      onClick.run();
    }
  }

  /** Rows come and go; the keys stay with the widget of the same id. */
  private void findLostFocus() {
    if (focus != null && !reachable(focus)) {
      Widget again = root.find(focus.id());
      focus(again != null && reachable(again) ? again : null, true);
    }
  }

  private boolean reachable(Widget widget) {
    Widget top = widget;
    for (Widget above = widget; above != null; above = above.parent()) {
      top = above;
    }
    return top == root && widget.enabled() && widget.showing();
  }

  /** What can have the keys, in the order of Tab. */
  public List<Widget> focusOrder() {
    List<Widget> order = new ArrayList<>();
    root.each(widget -> {
      if (widget.focusable() && reachable(widget)) {
        order.add(widget);
      }
    });
    return order;
  }

  private boolean step(int by) {
    List<Widget> order = focusOrder();
    if (order.isEmpty()) {
      return false;
    }
    int now = focus == null ? (by > 0 ? -1 : 0) : order.indexOf(focus);
    focusOn(order.get(Math.floorMod(now + by, order.size())));
    return true;
  }

  private boolean go(int right, int down) {
    Widget from = focus;
    if (from == null) {
      return step(1);
    }
    Widget best = null;
    float least = Float.MAX_VALUE;
    for (Widget candidate : focusOrder()) {
      float distance = distance(from, candidate, right, down);
      if (candidate != from && distance < least) {
        least = distance;
        best = candidate;
      }
    }
    if (best != null) {
      focusOn(best);
    }
    return true;
  }

  /**
   * How far it is that way; aside counts more. What lies the other way is out of reach, and so is
   * another line when going along one.
   */
  private static float distance(Widget from, Widget to, int right, int down) {
    float along =
        right != 0
            ? right * (to.centreX() - from.centreX())
            : down * (to.centreY() - from.centreY());
    float aside =
        right != 0
            ? apart(from.y(), from.bottom(), to.y(), to.bottom())
            : apart(from.x(), from.right(), to.x(), to.right());
    float skew = right != 0 ? Math.abs(to.centreY() - from.centreY()) : Math.abs(to.x() - from.x());
    boolean sameLine =
        right != 0
            ? along < (from.width() + to.width()) / 4
            : along < (from.height() + to.height()) / 4;
    boolean outOfReach = along <= 0 || sameLine || (right != 0 && aside > 0);
    return outOfReach ? Float.MAX_VALUE : along + 4 * aside + skew / 16;
  }

  private static float apart(float from0, float to0, float from1, float to1) {
    return Math.max(0, Math.max(from1 - to0, from0 - to1));
  }

  /** A character was typed. */
  public boolean typed(int codePoint) {
    findLostFocus();
    return grab == null && focus != null && focus.enabled() && focus.typed(codePoint);
  }

  /** The pointer moved, units from the screen's corner. */
  public void pointerMoved(float x, float y) {
    pointerX = x;
    pointerY = y;
    if (press != null) {
      press.pointerDragged(x, y);
    } else {
      hoverOver(hit(root));
    }
  }

  private void hoverOver(@Nullable Widget widget) {
    if (hover != widget) {
      if (hover != null) {
        hover.setHovered(false);
      }
      hover = widget;
      if (widget != null) {
        widget.setHovered(true);
      }
    }
  }

  private @Nullable Widget hit(Widget widget) {
    if (!widget.visible() || !widget.contains(pointerX, pointerY)) {
      return null;
    }
    List<Widget> children = widget.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      Widget found = hit(children.get(i));
      if (found != null) {
        return found;
      }
    }
    boolean answers = widget.focusable() || widget instanceof ScrollArea;
    return answers && widget.enabled() ? widget : null;
  }

  private boolean pointerDown() {
    byKeys = false;
    Widget at = hit(root);
    hoverOver(at);
    focus(at != null && at.focusable() ? at : null, false);
    press = at;
    if (at == null) {
      return false;
    }
    at.setPressed(true);
    at.pointerDown(pointerX, pointerY, held);
    return true;
  }

  private boolean pointerUp() {
    Widget released = press;
    if (released == null) {
      return false;
    }
    press = null;
    released.setPressed(false);
    boolean inside = reachable(released) && released.contains(pointerX, pointerY);
    released.pointerUp(pointerX, pointerY, inside);
    if (inside) {
      clicked(released.focusable());
      countClick(released);
    }
    hoverOver(hit(root));
    return true;
  }

  private void countClick(Widget widget) {
    boolean twice = lastClicked == widget && nowNanos - lastClickNanos < DOUBLE_CLICK_NANOS;
    lastClicked = twice ? null : widget;
    lastClickNanos = nowNanos;
    if (twice && reachable(widget)) {
      widget.doubleClicked();
    }
  }

  /** The wheel turned, lines up. */
  public boolean scrolled(float lines) {
    for (Widget widget = hit(root); widget != null; widget = widget.parent()) {
      if (widget.scrolled(lines)) {
        return true;
      }
    }
    return false;
  }
}
