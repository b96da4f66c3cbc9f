package ringmaster.client.widget;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/** A row of a table: words or an icon in each column. May be chosen, if somebody listens. */
public final class TableRow extends Widget {
  private static final int NO_CELL = -1;

  /** What a person does with a row. */
  public interface Listener {
    /** It was pointed at, or the keys came to it. */
    void chosen();

    /** Enter, A or a double click. */
    void activated();

    /** A cell was clicked. */
    void cellClicked(int column);

    /** A key that a row knows nothing of. */
    boolean rowKey(Key key);
  }

  private final Columns columns;
  private final float height;
  private final Text[] words;
  private final @Nullable Icon[] icons;
  private final int[] colours;
  private final int[] iconColours;
  private @Nullable Listener listener;
  private float indent;
  private int ground = Palette.ROW;
  private boolean chosen;
  private int cellDown = NO_CELL;

  public TableRow(String id, Columns columns, float height) {
    super(id);
    this.columns = columns;
    this.height = height;
    words = new Text[columns.count()];
    icons = new Icon[columns.count()];
    colours = new int[columns.count()];
    iconColours = new int[columns.count()];
    for (int i = 0; i < words.length; i++) {
      words[i] = new Text(i == 1 ? TextStyle.STRONG : TextStyle.BODY);
    }
  }

  public TableRow listenedBy(Listener newListener) {
    listener = newListener;
    return this;
  }

  public void cell(int column, String text, int argb) {
    words[column].set(text);
    colours[column] = argb;
  }

  /** An icon before the cell's words. */
  public void icon(int column, @Nullable Icon icon, int argb) {
    icons[column] = icon;
    iconColours[column] = argb;
  }

  /** Moves the cells of words right, for a row that belongs to the one above. */
  public void indent(float units) {
    indent = units;
  }

  /** What it stands on; 0: nothing. */
  public void ground(int argb) {
    ground = argb;
  }

  public void choose(boolean nowChosen) {
    chosen = nowChosen;
  }

  public boolean chosen() {
    return chosen;
  }

  @Override
  public String text() {
    StringJoiner text = new StringJoiner(" | ");
    for (Text cell : words) {
      if (!cell.words().isEmpty()) {
        text.add(cell.words());
      }
    }
    return text.toString();
  }

  public @Nullable Icon icon(int column) {
    return icons[column];
  }

  @Override
  public boolean focusable() {
    return listener != null;
  }

  @Override
  protected void focusChanged() {
    if (focused() && listener != null) {
      listener.chosen();
    }
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return columns.preferredWidth();
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return height;
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    if (listener == null) {
      return false;
    }
    if (Button.presses(key)) {
      listener.activated();
      return true;
    }
    return listener.rowKey(key);
  }

  @Override
  protected void pointerDown(float atX, float atY, Modifiers held) {
    cellDown = cellAt(atX);
  }

  @Override
  protected void pointerUp(float atX, float atY, boolean inside) {
    if (inside && listener != null && cellDown != NO_CELL && cellDown == cellAt(atX)) {
      listener.cellClicked(cellDown);
    }
  }

  @Override
  protected void doubleClicked() {
    if (listener != null) {
      listener.activated();
    }
  }

  private int cellAt(float atX) {
    for (int i = 0; i < words.length; i++) {
      float left = x() + columns.left(i) - Columns.GAP / 2;
      if (atX >= left && atX < left + columns.width(i) + Columns.GAP) {
        return i;
      }
    }
    return NO_CELL;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    columns.place(width());
    int shade =
        chosen ? Palette.ROW_OWN : hovered() && listener != null ? Palette.ROW_HOVER : ground;
    if (shade != 0) {
      canvas.fill(x(), y(), width(), height() - 2, 5, shade);
    }
    if (chosen) {
      canvas.fill(x(), y(), 4, height() - 2, 2, Palette.ACCENT);
    }
    for (int i = 0; i < words.length; i++) {
      paintCell(canvas, i);
    }
    paintFocus(canvas, 5);
  }

  private void paintCell(Canvas canvas, int index) {
    float left = x() + columns.left(index) + (index == 1 ? indent : 0);
    float room = x() + columns.left(index) + columns.width(index) - left;
    float middle = y() + (height() - 2) / 2;
    Icon icon = icons[index];
    if (icon != null) {
      canvas.icon(icon, left + 8, middle, 16, iconColours[index]);
      left += 22;
      room -= 22;
    }
    if (!words[index].words().isEmpty()) {
      words[index].draw(canvas, left, middle, room, columns.column(index).align(), colours[index]);
    }
  }
}
