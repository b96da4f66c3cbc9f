package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.List;

/** Widgets over one another, each held at a point of the whole, or filling it. */
public final class Stack extends Group {
  /**
   * @param alongX 0 at the left .. 1 at the right
   * @param alongY 0 at the top .. 1 at the bottom
   * @param width units; 0: as the widget likes
   * @param height units; 0: as the widget likes
   */
  private record Anchor(float alongX, float alongY, float width, float height) {}

  private static final Anchor FILL = new Anchor(-1, -1, 0, 0);

  private final List<Anchor> anchors = new ArrayList<>();
  private float padding;

  public Stack(String id) {
    super(id);
  }

  /** Room between the edge and what is anchored; what fills it all ignores that. */
  public Stack padded(float units) {
    padding = units;
    return this;
  }

  public Stack fill(Widget widget) {
    return add(widget, FILL);
  }

  public Stack add(Widget widget, float alongX, float alongY) {
    return add(widget, new Anchor(alongX, alongY, 0, 0));
  }

  /**
   * Adds a widget of a size; never larger than there is room.
   *
   * @param width 0: as the widget likes
   * @param height 0: as the widget likes
   */
  public Stack add(Widget widget, float alongX, float alongY, float width, float height) {
    return add(widget, new Anchor(alongX, alongY, width, height));
  }

  private Stack add(Widget widget, Anchor anchor) {
    anchors.add(anchor);
    adopt(widget);
    return this;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    float most = 0;
    for (int i = 0; i < count(); i++) {
      if (child(i).visible()) {
        most = Math.max(most, child(i).preferredWidth(canvas));
      }
    }
    return most + 2 * padding;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    float most = 0;
    for (int i = 0; i < count(); i++) {
      if (child(i).visible()) {
        most = Math.max(most, child(i).preferredHeight(canvas, forWidth - 2 * padding));
      }
    }
    return most + 2 * padding;
  }

  @Override
  public void place(Canvas canvas, float x, float y, float width, float height) {
    super.place(canvas, x, y, width, height);
    for (int i = 0; i < count(); i++) {
      if (child(i).visible()) {
        place(canvas, child(i), anchors.get(i));
      }
    }
  }

  private void place(Canvas canvas, Widget child, Anchor anchor) {
    if (anchor == FILL) {
      child.place(canvas, x(), y(), width(), height());
      return;
    }
    float roomX = width() - 2 * padding;
    float roomY = height() - 2 * padding;
    float wide = anchor.width > 0 ? anchor.width : child.preferredWidth(canvas);
    wide = Math.min(roomX, wide);
    float high = anchor.height > 0 ? anchor.height : child.preferredHeight(canvas, wide);
    high = Math.min(roomY, high);
    child.place(
        canvas,
        Math.round(x() + padding + (roomX - wide) * anchor.alongX),
        Math.round(y() + padding + (roomY - high) * anchor.alongY),
        wide,
        high);
  }
}
