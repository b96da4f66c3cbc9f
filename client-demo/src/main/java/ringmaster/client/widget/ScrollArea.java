package ringmaster.client.widget;

import ringmaster.client.window.Key;

/** Shows part of something higher than itself. The wheel, Page Up and Page Down move it. */
public final class ScrollArea extends Group {
  /** Room for the ring around what has the focus. */
  public static final float INSET = 5;

  public static final float BAR_WIDTH = 5;
  private static final float UNITS_PER_LINE = 42;

  private final Widget content;
  private float contentHeight;
  private float offset;

  public ScrollArea(String id, Widget content) {
    super(id);
    this.content = content;
    adopt(content);
  }

  public float offset() {
    return offset;
  }

  private float most() {
    return Math.max(0, contentHeight - (height() - 2 * INSET));
  }

  private boolean scrollTo(float wanted) {
    float clamped = Math.clamp(wanted, 0, most());
    if (clamped == offset) {
      return false;
    }
    offset = clamped;
    invalidate();
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return content.preferredWidth(canvas) + 2 * INSET + BAR_WIDTH;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return content.preferredHeight(canvas, innerWidth(forWidth)) + 2 * INSET;
  }

  private static float innerWidth(float width) {
    return width - 2 * INSET - BAR_WIDTH;
  }

  @Override
  public void place(Canvas canvas, float x, float y, float width, float height) {
    super.place(canvas, x, y, width, height);
    float inner = innerWidth(width);
    contentHeight = content.preferredHeight(canvas, inner);
    offset = Math.clamp(offset, 0, most());
    content.place(canvas, x + INSET, y + INSET - offset, inner, contentHeight);
  }

  @Override
  protected boolean scrolled(float lines) {
    return scrollTo(offset - lines * UNITS_PER_LINE);
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    float page = height() - UNITS_PER_LINE;
    return switch (key) {
      case PAGE_UP -> scrollTo(offset - page);
      case PAGE_DOWN -> scrollTo(offset + page);
      default -> false;
    };
  }

  @Override
  protected void pointerDown(float atX, float atY, Modifiers held) {
    pointerDragged(atX, atY);
  }

  /** Only the bar is the area's own: what is inside takes the rest. */
  @Override
  protected void pointerDragged(float atX, float atY) {
    if (atX > right() - INSET - 2 * BAR_WIDTH) {
      scrollTo((atY - y()) / height() * contentHeight - height() / 2);
    }
  }

  @Override
  protected void reveal(Widget inside) {
    float above = y() + INSET - inside.y();
    float below = inside.bottom() - (bottom() - INSET);
    if (above > 0) {
      scrollTo(offset - above);
    } else if (below > 0) {
      scrollTo(offset + below);
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    canvas.clip(x(), y(), width(), height());
    super.paint(canvas, nowNanos);
    canvas.unclip();
    if (most() > 0) {
      float left = right() - BAR_WIDTH;
      float length = Math.max(24, height() * height() / (contentHeight + 2 * INSET));
      float top = y() + (height() - length) * offset / most();
      canvas.fill(left, y(), BAR_WIDTH, height(), BAR_WIDTH / 2, Palette.ROW);
      canvas.fill(left, top, BAR_WIDTH, length, BAR_WIDTH / 2, Palette.EDGE);
    }
  }
}
