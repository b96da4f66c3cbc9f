package ringmaster.client.widget;

import java.util.List;

/** Words to read, on one line or broken into as many as they need. */
public final class Label extends Widget {
  private final Text text;
  private int argb;
  private float align;
  private boolean wrapped;
  private boolean shadowed;

  private List<String> lines = List.of();
  private float linesWidth = Float.NaN;
  private float linesScale;

  public Label(String id, TextStyle style, int argb) {
    super(id);
    text = new Text(style);
    this.argb = argb;
  }

  public Label(String id, String words, TextStyle style, int argb) {
    this(id, style, argb);
    text.set(words);
  }

  /** 0 left .. 1 right. */
  public Label aligned(float share) {
    align = share;
    return this;
  }

  /** Breaks the words into lines instead of cutting them short. */
  public Label wrapped() {
    wrapped = true;
    return this;
  }

  /** With a dark edge below, to be read over the arena. */
  public Label shadowed() {
    shadowed = true;
    return this;
  }

  public void set(String words) {
    if (text.set(words)) {
      linesWidth = Float.NaN;
      invalidate();
    }
  }

  public void colour(int newArgb) {
    argb = newArgb;
  }

  @Override
  public String text() {
    return text.words();
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return (float) Math.ceil(text.width(canvas));
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    if (!wrapped) {
      return text.style().lineHeight();
    }
    breakLines(canvas, forWidth);
    return lines.size() * text.style().lineHeight();
  }

  private void breakLines(Canvas canvas, float forWidth) {
    if (linesWidth != forWidth || linesScale != canvas.pixelsPerUnit()) {
      lines = Text.wrap(canvas, text.words(), text.style(), forWidth);
      linesWidth = forWidth;
      linesScale = canvas.pixelsPerUnit();
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    if (wrapped) {
      paintLines(canvas);
      return;
    }
    if (shadowed) {
      text.draw(canvas, x() + 1, centreY() + 1, width(), align, Palette.SHADOW);
    }
    text.draw(canvas, x(), centreY(), width(), align, argb);
  }

  private void paintLines(Canvas canvas) {
    breakLines(canvas, width());
    float line = text.style().lineHeight();
    float top = y() + (height() - lines.size() * line) / 2;
    for (int i = 0; i < lines.size(); i++) {
      String words = lines.get(i);
      float slack = width() - canvas.textWidth(words, text.style());
      canvas.text(words, text.style(), x() + slack * align, top + (i + 0.5f) * line, argb);
    }
  }
}
