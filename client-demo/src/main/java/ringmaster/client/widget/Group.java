package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A widget made of others. */
public abstract class Group extends Widget {
  private final List<Widget> children = new ArrayList<>();
  private float settledScale;

  protected Group(String id) {
    super(id);
  }

  @Override
  public final List<Widget> children() {
    return Collections.unmodifiableList(children);
  }

  protected final int count() {
    return children.size();
  }

  /** By index, since an iterator would be garbage each frame. */
  protected final Widget child(int index) {
    return children.get(index);
  }

  protected final void adopt(Widget child) {
    child.setParent(this);
    children.add(child);
    invalidate();
  }

  protected final void abandonAll() {
    for (Widget child : children) {
      child.setParent(null);
    }
    children.clear();
    invalidate();
  }

  /** Lays the tree below out if something in it changed; for the top of a tree. */
  public final void settle(Canvas canvas, float newWidth, float newHeight) {
    boolean resized = newWidth != width() || newHeight != height();
    if (stale() || resized || settledScale != canvas.pixelsPerUnit()) {
      settledScale = canvas.pixelsPerUnit();
      place(canvas, 0, 0, newWidth, newHeight);
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    for (int i = 0; i < children.size(); i++) {
      children.get(i).draw(canvas, nowNanos);
    }
  }

  /** Makes room so that something inside can be seen; see {@link ScrollArea}. */
  protected void reveal(Widget inside) {}
}
