package ringmaster.client.widget;

import java.util.List;

/** The columns of a table, shared by its head and its rows so that they stand in line. */
public final class Columns {
  static final float GAP = 12;

  /**
   * A column.
   *
   * @param units its width; 0: what the others leave over
   * @param align 0 left .. 1 right
   */
  public record Column(String title, float units, float align) {}

  private final List<Column> columns;
  private final float[] left;
  private final float[] width;
  private float placedFor = Float.NaN;

  public Columns(Column... columns) {
    this.columns = List.of(columns);
    left = new float[columns.length];
    width = new float[columns.length];
  }

  public int count() {
    return columns.size();
  }

  Column column(int index) {
    return columns.get(index);
  }

  /** From the row's left edge. */
  float left(int index) {
    return left[index];
  }

  float width(int index) {
    return width[index];
  }

  float preferredWidth() {
    float total = GAP;
    for (int i = 0; i < columns.size(); i++) {
      float units = columns.get(i).units();
      total += (units == 0 ? 120 : units) + GAP;
    }
    return total;
  }

  void place(float rowWidth) {
    if (rowWidth == placedFor) {
      return;
    }
    placedFor = rowWidth;
    float over = rowWidth - GAP;
    int open = 0;
    for (int i = 0; i < width.length; i++) {
      over -= columns.get(i).units() + GAP;
      open += columns.get(i).units() == 0 ? 1 : 0;
    }
    float at = GAP;
    for (int i = 0; i < width.length; i++) {
      float units = columns.get(i).units();
      width[i] = units == 0 ? Math.max(0, over) / open : units;
      left[i] = at;
      at += width[i] + GAP;
    }
  }
}
