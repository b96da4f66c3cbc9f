package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringmaster.client.browser.ServerEntry;
import ringmaster.client.browser.ServerEntry.Match;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Columns;
import ringmaster.client.widget.Columns.Column;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.TableHead;
import ringmaster.client.widget.TableRow;
import ringmaster.client.window.Key;

/**
 * The servers, a row each. One with several matches opens up to show them, a row each below its
 * own.
 */
final class ServerTable {
  static final int FAVOURITE = 0;
  static final int ADDRESS = 1;
  static final int FOUND = 2;
  static final int MODE = 3;
  static final int MAP = 4;
  static final int PLAYERS = 5;
  static final int PING = 6;
  static final int STATUS = 7;

  private static final float ROW_HEIGHT = 34;

  /** Told what a person does with the rows. */
  interface Listener {
    void selected(ServerEntry entry, int matchId);

    void join(ServerEntry entry, int matchId);

    void toggleFavourite(String address);
  }

  private final Columns columns =
      new Columns(
          new Column("", 18, 0),
          new Column("Server", 0, 0),
          new Column("Found", 60, 0),
          new Column("Mode", 84, 0),
          new Column("Map", 76, 0),
          new Column("Players", 98, 0),
          new Column("Ping", 56, 1),
          new Column("Status", 126, 0));
  private final Settings settings;
  private final Listener listener;
  private final Flow rowColumn = Flow.column("server-rows", 2);
  private final Flow whole;
  private final Map<String, Row> rows = new HashMap<>();
  private final Set<String> expanded = new HashSet<>();
  private List<ServerEntry> entries = List.of();
  private @Nullable Row selected;

  ServerTable(Settings settings, Listener listener) {
    this.settings = settings;
    this.listener = listener;
    whole =
        Flow.column("server-table", 0)
            .padded(6)
            .edged(Palette.CONTROL, 10)
            .add(new TableHead("server-head", columns, true))
            .addGrowing(new ScrollArea("server-scroll", rowColumn), 1);
  }

  Flow widget() {
    return whole;
  }

  /** What is chosen; null: nothing. */
  @Nullable ServerEntry selectedEntry() {
    return selected == null ? null : selected.entry;
  }

  /** Of what is chosen; 0 for any, as a server's only match may soon be another. */
  int selectedMatch() {
    return selected == null || selected.match == null || !selected.child ? 0 : selected.match.id();
  }

  void select(@Nullable Row row) {
    if (selected != null) {
      selected.widget.choose(false);
    }
    selected = row;
    if (row != null) {
      row.widget.choose(true);
      listener.selected(row.entry, selectedMatch());
    }
  }

  void update(List<ServerEntry> now) {
    if (!now.equals(entries)) {
      entries = List.copyOf(now);
      rebuild();
    }
  }

  /** Rows keep their widgets, so a click or the keys do not lose their row under way. */
  private void rebuild() {
    List<Row> shown = new ArrayList<>();
    for (ServerEntry entry : entries) {
      List<Match> matches = entry.matches();
      boolean several = matches.size() > 1;
      shown.add(row(entry, matches.isEmpty() ? null : matches.getFirst(), several, false));
      if (several && expanded.contains(entry.address())) {
        matches.forEach(match -> shown.add(row(entry, match, false, true)));
      }
    }
    rows.values().retainAll(shown);
    if (selected != null && !shown.contains(selected)) {
      select(null);
    }
    rowColumn.clear();
    shown.forEach(row -> rowColumn.add(row.widget));
  }

  private Row row(ServerEntry entry, @Nullable Match match, boolean summary, boolean child) {
    String key = entry.address() + (child && match != null ? "#" + match.id() : "");
    Row row = rows.computeIfAbsent(key, Row::new);
    row.show(entry, match, summary, child);
    return row;
  }

  /** Shows the stars as they are now. */
  void refreshFavourites() {
    rows.values().forEach(Row::showFavourite);
  }

  /** What is to be said of a server, in a word or two. */
  static String statusOf(ServerEntry entry) {
    return switch (entry.status()) {
      case ASKING -> "Asking…";
      case ANSWERED -> isFull(entry) ? "Full" : "Open";
      case SILENT -> "No answer";
      case OTHER_VERSION -> "Other version";
    };
  }

  private static boolean isFull(ServerEntry entry) {
    return !entry.matches().isEmpty() && entry.matches().stream().allMatch(ServerEntry.Match::full);
  }

  private static String foundBy(ServerEntry.Source source) {
    return switch (source) {
      case LAN -> "LAN";
      case RECENT -> "Recent";
      case FAVOURITE -> "Saved";
      case TYPED -> "Typed";
    };
  }

  /** A server, or one of its matches. */
  final class Row implements TableRow.Listener {
    private final TableRow widget;
    private ServerEntry entry = NOBODY;
    private @Nullable Match match;
    private boolean summary;
    private boolean child;

    Row(String key) {
      widget = new TableRow("server-" + key, columns, ROW_HEIGHT).listenedBy(this);
    }

    private void show(
        ServerEntry newEntry, @Nullable Match newMatch, boolean isSummary, boolean isChild) {
      entry = newEntry;
      match = newMatch;
      summary = isSummary;
      child = isChild;
      if (child) {
        showMatch();
      } else {
        showServer();
      }
    }

    private void showServer() {
      boolean fine = entry.status() == ServerEntry.Status.ANSWERED;
      int ink = fine ? Palette.TEXT : Palette.TEXT_SOFT;
      showFavourite();
      widget.cell(ADDRESS, entry.address(), ink);
      widget.icon(ADDRESS, summary ? chevron() : null, Palette.TEXT_SOFT);
      widget.cell(FOUND, foundBy(entry.source()), Palette.TEXT_SOFT);
      widget.cell(PING, entry.pingMillis() < 0 ? "" : entry.pingMillis() + " ms", ink);
      boolean trouble =
          entry.status() == ServerEntry.Status.SILENT
              || entry.status() == ServerEntry.Status.OTHER_VERSION;
      widget.icon(STATUS, trouble ? Icon.WARNING : null, Palette.WARNING);
      widget.cell(STATUS, statusOf(entry), trouble ? Palette.WARNING : ink);
      if (summary) {
        showSummary();
      } else {
        showPlay(match);
      }
    }

    private Icon chevron() {
      return expanded.contains(entry.address()) ? Icon.EXPANDED : Icon.COLLAPSED;
    }

    private void showFavourite() {
      boolean marked = settings.favourites.contains(entry.address());
      if (!child) {
        widget.icon(
            FAVOURITE,
            marked ? Icon.STAR : Icon.STAR_EMPTY,
            marked ? Palette.WARNING : Palette.TEXT_FAINT);
      }
    }

    private void showSummary() {
      int players = 0;
      int places = 0;
      for (Match each : entry.matches()) {
        players += each.players();
        places += each.maxPlayers();
      }
      widget.cell(MODE, entry.matches().size() + " matches", Palette.TEXT_SOFT);
      widget.cell(MAP, "", Palette.TEXT_SOFT);
      widget.cell(PLAYERS, players + "/" + places, Palette.TEXT);
    }

    private void showMatch() {
      widget.indent(34);
      widget.cell(ADDRESS, match == null ? "" : "Match " + match.id(), Palette.TEXT_SOFT);
      showPlay(match);
      boolean full = match != null && match.full();
      widget.cell(STATUS, full ? "Full" : "Open", Palette.TEXT_SOFT);
    }

    private void showPlay(@Nullable Match play) {
      widget.cell(MODE, play == null ? "" : play.mode(), Palette.TEXT);
      widget.cell(MAP, play == null ? "" : play.map(), Palette.TEXT);
      widget.cell(PLAYERS, play == null ? "" : playersOf(play), Palette.TEXT);
    }

    private static String playersOf(Match play) {
      String bots =
          play.bots() == 0 ? "" : play.bots() == 1 ? ", 1 bot" : ", " + play.bots() + " bots";
      return play.players() + "/" + play.maxPlayers() + bots;
    }

    @Override
    public void chosen() {
      select(this);
    }

    @Override
    public void activated() {
      select(this);
      listener.join(entry, selectedMatch());
    }

    @Override
    public void cellClicked(int column) {
      if (column == FAVOURITE && !child) {
        listener.toggleFavourite(entry.address());
      } else if (column == ADDRESS && summary) {
        expand(!expanded.contains(entry.address()));
      }
    }

    @Override
    public boolean rowKey(Key key) {
      return switch (key) {
        case RIGHT, PAD_RIGHT -> summary && expand(true);
        case LEFT, PAD_LEFT -> summary && expand(false);
        case F, PAD_Y -> {
          listener.toggleFavourite(entry.address());
          yield true;
        }
        default -> false;
      };
    }

    private boolean expand(boolean open) {
      boolean changed = open ? expanded.add(entry.address()) : expanded.remove(entry.address());
      if (changed) {
        rebuild();
      }
      return changed;
    }
  }

  private static final ServerEntry NOBODY =
      new ServerEntry(
          "", ServerEntry.Source.TYPED, false, ServerEntry.Status.ASKING, -1, "", "", List.of());
}
