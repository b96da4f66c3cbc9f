package ringmaster.client.widget;

import java.util.Arrays;

/**
 * Widgets one after the other, in a row or a column, each as wide or high as the whole the other
 * way. May have a ground of its own.
 */
public final class Flow extends Group {
  private static final float PREFERRED = -1;

  private final boolean vertical;
  private final float gap;
  private float padding;
  private int ground;
  private int edge;
  private float radius;

  /** Wanted size along the flow, or {@link #PREFERRED}; and the share of what is left over. */
  private float[] fixed = new float[4];

  private float[] weight = new float[4];
  private float[] size = new float[4];

  private Flow(String id, boolean vertical, float gap) {
    super(id);
    this.vertical = vertical;
    this.gap = gap;
  }

  public static Flow row(String id, float gap) {
    return new Flow(id, false, gap);
  }

  public static Flow column(String id, float gap) {
    return new Flow(id, true, gap);
  }

  /** Room inside its edge. */
  public Flow padded(float units) {
    padding = units;
    return this;
  }

  public Flow on(int groundArgb, float radius) {
    ground = groundArgb;
    this.radius = radius;
    return this;
  }

  /** Draws a line around it: where it is large that is much less to draw than a ground. */
  public Flow edged(int edgeArgb, float radius) {
    edge = edgeArgb;
    this.radius = radius;
    return this;
  }

  /** Adds a widget of the size it likes best. */
  public Flow add(Widget widget) {
    return add(widget, PREFERRED, 0);
  }

  /** Adds a widget of that width, in a row, or height, in a column. */
  public Flow add(Widget widget, float units) {
    return add(widget, units, 0);
  }

  /** Adds a widget that takes a share of what room is left over. */
  public Flow addGrowing(Widget widget, float share) {
    return add(widget, 0, share);
  }

  private Flow add(Widget widget, float units, float share) {
    int index = count();
    if (index == fixed.length) {
      fixed = Arrays.copyOf(fixed, index * 2);
      weight = Arrays.copyOf(weight, index * 2);
      size = Arrays.copyOf(size, index * 2);
    }
    fixed[index] = units;
    weight[index] = share;
    adopt(widget);
    return this;
  }

  public void clear() {
    abandonAll();
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    float total = 0;
    for (int i = 0; i < count(); i++) {
      Widget child = child(i);
      if (child.visible()) {
        float wide =
            vertical || fixed[i] == PREFERRED || weight[i] > 0
                ? child.preferredWidth(canvas)
                : fixed[i];
        total = vertical ? Math.max(total, wide) : total + wide;
      }
    }
    return total + 2 * padding + (vertical ? 0 : gaps());
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    float inner = forWidth - 2 * padding;
    if (!vertical) {
      divide(canvas, inner, 0);
    }
    float total = 0;
    for (int i = 0; i < count(); i++) {
      Widget child = child(i);
      if (child.visible()) {
        float high =
            vertical && fixed[i] != PREFERRED && weight[i] == 0
                ? fixed[i]
                : child.preferredHeight(canvas, vertical ? inner : size[i]);
        total = vertical ? total + high : Math.max(total, high);
      }
    }
    return total + 2 * padding + (vertical ? gaps() : 0);
  }

  @Override
  public void place(Canvas canvas, float x, float y, float width, float height) {
    super.place(canvas, x, y, width, height);
    float innerWidth = width - 2 * padding;
    float innerHeight = height - 2 * padding;
    divide(canvas, vertical ? innerHeight : innerWidth, innerWidth);
    float at = padding;
    for (int i = 0; i < count(); i++) {
      Widget child = child(i);
      if (child.visible()) {
        if (vertical) {
          child.place(canvas, x + padding, y + at, innerWidth, size[i]);
        } else {
          child.place(canvas, x + at, y + padding, size[i], innerHeight);
        }
        at += size[i] + gap;
      }
    }
  }

  private void divide(Canvas canvas, float room, float innerWidth) {
    float taken = gaps();
    float shares = 0;
    for (int i = 0; i < count(); i++) {
      if (child(i).visible()) {
        size[i] = along(canvas, i, innerWidth);
        taken += size[i];
        shares += weight[i];
      }
    }
    float left = Math.max(0, room - taken);
    for (int i = 0; i < count(); i++) {
      if (weight[i] > 0) {
        size[i] = left * weight[i] / shares;
      }
    }
  }

  private float along(Canvas canvas, int index, float innerWidth) {
    if (fixed[index] != PREFERRED) {
      return fixed[index];
    }
    Widget child = child(index);
    return vertical ? child.preferredHeight(canvas, innerWidth) : child.preferredWidth(canvas);
  }

  private float gaps() {
    int shown = 0;
    for (int i = 0; i < count(); i++) {
      shown += child(i).visible() ? 1 : 0;
    }
    return Math.max(0, shown - 1) * gap;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    if (ground != 0) {
      canvas.fill(x(), y(), width(), height(), radius, ground);
    }
    if (edge != 0) {
      canvas.outline(x(), y(), width(), height(), radius, 1, edge);
    }
    super.paint(canvas, nowNanos);
  }
}
