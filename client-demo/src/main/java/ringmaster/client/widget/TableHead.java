package ringmaster.client.widget;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The titles above a table's rows. */
public final class TableHead extends Widget {
  private final Columns columns;
  private final boolean scrolls;
  private final Text[] titles;

  /**
   * @param scrolls whether the rows stand in a {@link ScrollArea}, which insets them
   */
  public TableHead(String id, Columns columns, boolean scrolls) {
    super(id);
    this.scrolls = scrolls;
    this.columns = columns;
    titles = new Text[columns.count()];
    for (int i = 0; i < titles.length; i++) {
      titles[i] = new Text(TextStyle.SMALL);
      titles[i].set(columns.column(i).title());
    }
  }

  @Override
  public String text() {
    return IntStream.range(0, columns.count())
        .mapToObj(i -> columns.column(i).title())
        .collect(Collectors.joining(" | "));
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return columns.preferredWidth();
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return 24;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    float inset = scrolls ? ScrollArea.INSET : 0;
    columns.place(width() - (scrolls ? 2 * inset + ScrollArea.BAR_WIDTH : 0));
    for (int i = 0; i < titles.length; i++) {
      titles[i].draw(
          canvas,
          x() + inset + columns.left(i),
          centreY(),
          columns.width(i),
          columns.column(i).align(),
          Palette.TEXT_FAINT);
    }
    canvas.line(x(), bottom(), right(), bottom(), 1, Palette.EDGE);
  }
}
