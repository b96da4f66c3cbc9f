package ringmaster.client.hud;

import java.util.ArrayList;
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
import ringmaster.shared.game.MatchSettings;

/**
 * Everybody in the match, best first, by teams if there are any; as many as fit, the player always
 * among them.
 */
final class Scoreboard {
  /** As many as fit the smallest window, under a headline. */
  static final int MAX_ROWS = 11;

  private static final float ROW_HEIGHT = 24;
  private static final float COUNT_WIDTH = 58;
  private static final int FIRST_COUNT = 3;

  /** A line that names a team, at its number below this. */
  private static final int TEAM = -1;

  private static final int NOTHING = Integer.MIN_VALUE;
  private static final int MAX_LINES = MatchSettings.MAX_PLAYERS + 8;

  private final String id;
  private final Flow column;
  private final TableRow[] rows = new TableRow[MAX_ROWS];
  private final @Nullable Record[] shown = new @Nullable Record[MAX_ROWS];
  private final int[] shownRank = new int[MAX_ROWS];
  private final Label more = new Label("score-more", TextStyle.SMALL, Palette.TEXT_SOFT);

  /** What is to be written, from the top: index of a row, or {@link #TEAM} less a team's index. */
  private final int[] lines = new int[MAX_LINES];

  private final int[] ranks = new int[MAX_LINES];
  private int lineCount;
  private int shownMore;
  private List<String> shownNames = List.of();

  /**
   * @param id of the panel; its rows are numbered below it
   */
  Scoreboard(String id) {
    this.id = id;
    column = Flow.column(id, 1);
    more.setVisible(false);
    build();
  }

  /** What a game counts decides on the columns. */
  private void build() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", 46, 0));
    columns.add(new Column("Player", 0, 0));
    columns.add(new Column("Score", 54, 1));
    shownNames.forEach(name -> columns.add(new Column(name, COUNT_WIDTH, 1)));
    columns.add(new Column("Ping", 62, 1));
    Columns placed = new Columns(columns.toArray(Column[]::new));
    column.clear();
    column.add(new TableHead(id + "-head", placed, false));
    for (int i = 0; i < MAX_ROWS; i++) {
      rows[i] = new TableRow(id + "-" + i, placed, ROW_HEIGHT);
      rows[i].setVisible(false);
      shown[i] = null;
      column.add(rows[i]);
    }
    column.add(more);
  }

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    if (!shownNames.equals(state.countNames)) {
      shownNames = state.countNames;
      build();
    }
    List<HudState.ScoreRow> all = state.scoreboard;
    arrange(all, state.teams);
    int count = Math.min(MAX_ROWS, lineCount);
    int own = ownLine(all);
    for (int i = 0; i < MAX_ROWS; i++) {
      int line = i == count - 1 && own >= count ? own : i;
      show(i, i < count ? record(lines[line], state) : null, ranks[line]);
    }
    showMore(lineCount - count);
  }

  /** A line for each row, and one before each team. Ranks count from the team's first. */
  private void arrange(List<HudState.ScoreRow> all, List<HudState.Team> teams) {
    lineCount = 0;
    int team = 0;
    int rank = 0;
    for (int row = 0; row < all.size(); row++) {
      int rowTeam = all.get(row).team();
      if (rowTeam != team && rowTeam >= 1 && rowTeam <= teams.size()) {
        team = rowTeam;
        rank = 0;
        lines[lineCount++] = TEAM - (team - 1);
      }
      ranks[lineCount] = ++rank;
      lines[lineCount++] = row;
    }
  }

  private static Record record(int line, HudState state) {
    return line <= TEAM ? state.teams.get(TEAM - line) : state.scoreboard.get(line);
  }

  private int ownLine(List<HudState.ScoreRow> all) {
    for (int line = 0; line < lineCount; line++) {
      if (lines[line] > TEAM && all.get(lines[line]).self()) {
        return line;
      }
    }
    return NOTHING;
  }

  private void showMore(int hidden) {
    more.setVisible(hidden > 0);
    if (shownMore != hidden) {
      shownMore = hidden;
      more.set("and " + hidden + " more");
    }
  }

  private void show(int index, @Nullable Record line, int rank) {
    if (shown[index] == line && shownRank[index] == rank) {
      return;
    }
    shown[index] = line;
    shownRank[index] = rank;
    rows[index].setVisible(line != null);
    if (line instanceof HudState.ScoreRow row) {
      fill(rows[index], row, rank);
      rows[index].ground(groundOf(index, row));
    } else if (line instanceof HudState.Team team) {
      head(rows[index], team);
    }
  }

  /** Every other row has one: as easy to follow as if all had, and half as much to draw. */
  private static int groundOf(int index, HudState.ScoreRow row) {
    if (row.self()) {
      return Palette.ROW_OWN;
    }
    return index % 2 == 0 ? Palette.ROW : 0;
  }

  private void head(TableRow widget, HudState.Team team) {
    int ink = Palette.readable(team.rgb());
    widget.icon(0, null, 0);
    widget.cell(0, "", ink);
    widget.cell(1, team.name() + " team", ink);
    widget.cell(2, Integer.toString(team.score()), ink);
    for (int i = 0; i <= shownNames.size(); i++) {
      widget.cell(FIRST_COUNT + i, "", ink);
    }
    widget.ground(Palette.faded(Palette.opaque(team.rgb()), 0.25f));
  }

  private static void fill(TableRow widget, HudState.ScoreRow row, int rank) {
    int ink = Palette.TEXT;
    widget.icon(0, row.bot() ? Icon.BOT : Icon.PLAYER, Palette.opaque(row.rgb()));
    widget.cell(0, Integer.toString(rank), Palette.TEXT_SOFT);
    widget.cell(1, row.self() ? row.name() + "  (you)" : row.name(), ink);
    widget.cell(2, Integer.toString(row.score()), ink);
    List<Integer> counts = row.counts();
    for (int i = 0; i < counts.size(); i++) {
      widget.cell(FIRST_COUNT + i, Integer.toString(counts.get(i)), Palette.TEXT_SOFT);
    }
    widget.cell(FIRST_COUNT + counts.size(), pingOf(row), Palette.TEXT_SOFT);
  }

  private static String pingOf(HudState.ScoreRow row) {
    if (row.bot()) {
      return "bot";
    }
    return row.pingMillis() < 0 ? "–" : row.pingMillis() + " ms";
  }
}
