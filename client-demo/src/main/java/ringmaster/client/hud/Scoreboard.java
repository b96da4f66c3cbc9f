package ringmaster.client.hud;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.client.widget.Columns;
import ringmaster.client.widget.Columns.Column;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TableHead;
import ringmaster.client.widget.TableRow;
import ringmaster.client.widget.TextStyle;

/** Everybody in the match, best first; as many as fit, the player always among them. */
final class Scoreboard {
  /** As many as fit the smallest window, under a headline. */
  static final int MAX_ROWS = 11;

  private static final float ROW_HEIGHT = 24;

  private final Columns columns =
      new Columns(
          new Column("", 46, 0),
          new Column("Player", 0, 0),
          new Column("Score", 54, 1),
          new Column("Kills", 50, 1),
          new Column("Deaths", 58, 1),
          new Column("Ping", 62, 1));
  private final TableRow[] rows = new TableRow[MAX_ROWS];
  private final HudState.@Nullable ScoreRow[] shown = new HudState.@Nullable ScoreRow[MAX_ROWS];
  private final int[] shownRank = new int[MAX_ROWS];
  private final Label more = new Label("score-more", TextStyle.SMALL, Palette.TEXT_SOFT);
  private final Flow column;
  private int shownMore;

  /**
   * @param id of the panel; its rows are numbered below it
   */
  Scoreboard(String id) {
    column = Flow.column(id, 1).add(new TableHead(id + "-head", columns, false));
    for (int i = 0; i < MAX_ROWS; i++) {
      rows[i] = new TableRow(id + "-" + i, columns, ROW_HEIGHT);
      rows[i].setVisible(false);
      column.add(rows[i]);
    }
    more.setVisible(false);
    column.add(more);
  }

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    List<HudState.ScoreRow> all = state.scoreboard;
    int count = Math.min(MAX_ROWS, all.size());
    int own = ownIndex(all);
    for (int i = 0; i < MAX_ROWS; i++) {
      boolean last = i == count - 1 && own >= count;
      int index = last ? own : i;
      show(i, i < count ? all.get(index) : null, index + 1);
    }
    showMore(all.size() - count);
  }

  private static int ownIndex(List<HudState.ScoreRow> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).self()) {
        return i;
      }
    }
    return -1;
  }

  private void showMore(int hidden) {
    more.setVisible(hidden > 0);
    if (shownMore != hidden) {
      shownMore = hidden;
      more.set("and " + hidden + " more");
    }
  }

  private void show(int index, HudState.@Nullable ScoreRow row, int rank) {
    if (shown[index] == row && shownRank[index] == rank) {
      return;
    }
    shown[index] = row;
    shownRank[index] = rank;
    rows[index].setVisible(row != null);
    if (row != null) {
      fill(rows[index], row, rank);
      rows[index].ground(groundOf(index, row));
    }
  }

  /** Every other row has one: as easy to follow as if all had, and half as much to draw. */
  private static int groundOf(int index, HudState.ScoreRow row) {
    if (row.self()) {
      return Palette.ROW_OWN;
    }
    return index % 2 == 0 ? Palette.ROW : 0;
  }

  private static void fill(TableRow widget, HudState.ScoreRow row, int rank) {
    int ink = Palette.TEXT;
    widget.icon(0, row.bot() ? Icon.BOT : Icon.PLAYER, Palette.opaque(row.rgb()));
    widget.cell(0, Integer.toString(rank), Palette.TEXT_SOFT);
    widget.cell(1, row.self() ? row.name() + "  (you)" : row.name(), ink);
    widget.cell(2, Integer.toString(row.score()), ink);
    widget.cell(3, Integer.toString(row.kills()), Palette.TEXT_SOFT);
    widget.cell(4, Integer.toString(row.deaths()), Palette.TEXT_SOFT);
    widget.cell(5, pingOf(row), Palette.TEXT_SOFT);
  }

  private static String pingOf(HudState.ScoreRow row) {
    if (row.bot()) {
      return "bot";
    }
    return row.pingMillis() < 0 ? "–" : row.pingMillis() + " ms";
  }
}
