package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.client.browser.ServerEntry;
import ringmaster.client.browser.ServerEntry.Match;
import ringmaster.client.browser.ServerList;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Choice;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Space;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextEdit;
import ringmaster.client.widget.TextField;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** The start page: practise, or choose a server. */
final class BrowserPage implements Page, ServerTable.Listener {
  private static final float BIG = 44;
  private static final int MAX_ADDRESS_CHARS = 300; // a host name has 253 at most
  private static final String ANY_MODE = "";

  /** What a person can do here. */
  interface Actions {
    void join(String address, String mode, int matchId, boolean spectate);

    void practice();

    void refresh();

    void settings();

    void quit();

    void settingsChanged();
  }

  private final Settings settings;
  private final ServerList servers;
  private final Actions actions;
  private final ServerTable table;
  private final TextField name;
  private final TextField address;
  private final Button practice;
  private final Button quickJoin;
  private final Choice<String> modeChoice;
  private final Button join;
  private final Button watch;
  private final Button favourite;
  private final Label sentence = new Label("browser-sentence", TextStyle.SMALL, Palette.TEXT_SOFT);
  private final Stack root;

  private List<ServerEntry> entries = List.of();
  private String mode = ANY_MODE;

  /** By the game; shown until a person does something else. */
  private String warning = "";

  BrowserPage(Settings settings, ServerList servers, Clipboard clipboard, Actions actions) {
    this.settings = settings;
    this.servers = servers;
    this.actions = actions;
    table = new ServerTable(settings, this);
    name = Names.field("name", settings, clipboard, actions::settingsChanged);
    address =
        new TextField(
                "address",
                "Address or invite, for example 192.168.1.20:7777",
                new TextEdit(MAX_ADDRESS_CHARS, MAX_ADDRESS_CHARS),
                clipboard)
            .onChange(text -> addressTyped())
            .onSubmit(text -> joinTyped(false));
    practice = new Button("practice", "Practice", actions::practice).primary().tall(BIG);
    quickJoin = new Button("quick-join", "Quick join", this::joinBest).primary().tall(BIG);
    modeChoice =
        new Choice<>(
            "quick-mode", List.of(ANY_MODE), () -> mode, BrowserPage::modeWords, m -> mode = m);
    join = new Button("join", "Join", () -> joinTyped(false)).primary();
    watch = new Button("watch", "Watch", () -> joinTyped(true));
    favourite = new Button("favourite", "Save", this::toggleTyped).with(Icon.STAR_EMPTY);
    root = new Stack("browser").fill(column());
  }

  private static String modeWords(String mode) {
    return mode.equals(ANY_MODE) ? "Any mode" : mode;
  }

  private Flow column() {
    return Flow.column("browser-column", 10)
        .padded(18)
        .add(header())
        .add(quickRow())
        .addGrowing(table.widget(), 1)
        .add(addressRow())
        .add(sentence);
  }

  private Flow header() {
    return Flow.row("browser-header", 8)
        .addGrowing(new Label("title", "Ringmaster", TextStyle.TITLE, Palette.TEXT), 1)
        .add(new Label("name-label", "Your name", TextStyle.BODY, Palette.TEXT_SOFT))
        .add(middle("name-place", name), 190)
        .add(middle("settings-place", new Button("settings", "Settings", actions::settings)))
        .add(middle("quit-place", new Button("quit", "Quit", actions::quit)));
  }

  /** Keeps a control at its own height in a row that is higher. */
  private static Stack middle(String id, Widget widget) {
    return new Stack(id).add(widget, 0.5f, 0.5f);
  }

  private Flow quickRow() {
    return Flow.row("quick-row", 10)
        .add(practice, 150)
        .add(new Label("quick-or", "or", TextStyle.BODY, Palette.TEXT_FAINT))
        .add(quickJoin, 150)
        .add(modeChoice)
        .addGrowing(new Space("quick-space"), 1)
        .add(middle("refresh-place", new Button("refresh", "Refresh", actions::refresh)));
  }

  private Flow addressRow() {
    return Flow.row("address-row", 8)
        .addGrowing(address, 1)
        .add(favourite)
        .add(watch)
        .add(join, 110);
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public @Nullable Widget first() {
    return practice;
  }

  @Override
  public void shown() {
    warning = "";
    name.set(settings.name);
  }

  void warn(String words) {
    warning = words;
  }

  @Override
  public void update(HudState state) {
    List<ServerEntry> now = servers.entries();
    if (now != entries) {
      entries = now;
      table.update(now);
      updateModes();
    }
    boolean typed = !typedAddress().isEmpty();
    join.setEnabled(typed);
    watch.setEnabled(typed);
    favourite.setEnabled(typed);
    favourite.set(settings.favourites.contains(typedAddress()) ? "Saved" : "Save");
    favourite.with(settings.favourites.contains(typedAddress()) ? Icon.STAR : Icon.STAR_EMPTY);
    quickJoin.setEnabled(best() != null);
    say();
  }

  private void updateModes() {
    List<String> modes = new ArrayList<>();
    modes.add(ANY_MODE);
    for (ServerEntry entry : entries) {
      for (Match match : entry.matches()) {
        if (!modes.contains(match.mode())) {
          modes.add(match.mode());
        }
      }
    }
    modeChoice.setOptions(modes);
    if (!modes.contains(mode)) {
      mode = ANY_MODE;
    }
  }

  private void say() {
    ServerEntry entry = table.selectedEntry();
    if (!warning.isEmpty()) {
      sentence.set(warning);
    } else if (entry != null && entry.address().equals(typedAddress())) {
      sentence.set(about(entry));
    } else {
      sentence.set(summary());
    }
    boolean trouble = !warning.isEmpty() || (entry != null && !entry.sentence().isEmpty());
    sentence.colour(trouble ? Palette.WARNING : Palette.TEXT_SOFT);
  }

  private static String about(ServerEntry entry) {
    if (!entry.sentence().isEmpty()) {
      return entry.address() + ": " + entry.sentence();
    }
    return switch (entry.status()) {
      case ASKING -> "Asking " + entry.address() + "…";
      case SILENT -> entry.address() + " does not answer. It may be off, or behind a firewall.";
      case OTHER_VERSION ->
          entry.address() + " runs version " + entry.version() + ", which this client cannot join.";
      case ANSWERED -> "Enter joins " + entry.address() + ". F marks it as a favourite.";
    };
  }

  private String summary() {
    if (entries.isEmpty()) {
      return "No server known yet. Those of this network appear by themselves.";
    }
    long open = entries.stream().filter(e -> e.status() == ServerEntry.Status.ANSWERED).count();
    String known = entries.size() == 1 ? "1 server known" : entries.size() + " servers known";
    return known + ", " + (open == 1 ? "1 answers." : open + " answer.");
  }

  private String typedAddress() {
    return address.text().strip();
  }

  private void addressTyped() {
    warning = "";
    ServerEntry entry = table.selectedEntry();
    if (entry != null && !entry.address().equals(typedAddress())) {
      table.select(null);
    }
  }

  private void joinTyped(boolean spectate) {
    if (!typedAddress().isEmpty()) {
      actions.join(typedAddress(), ANY_MODE, table.selectedMatch(), spectate);
    }
  }

  private void toggleTyped() {
    toggleFavourite(typedAddress());
  }

  /** The nearest server that has a place in a match of the wanted mode. */
  private @Nullable ServerEntry best() {
    ServerEntry best = null;
    for (ServerEntry entry : entries) {
      if (hasPlace(entry) && (best == null || entry.pingMillis() < best.pingMillis())) {
        best = entry;
      }
    }
    return best;
  }

  private boolean hasPlace(ServerEntry entry) {
    return entry.status() == ServerEntry.Status.ANSWERED
        && entry.matches().stream()
            .anyMatch(
                match -> (mode.equals(ANY_MODE) || mode.equals(match.mode())) && !match.full());
  }

  private void joinBest() {
    ServerEntry entry = best();
    if (entry != null) {
      actions.join(entry.address(), mode, 0, false);
    }
  }

  @Override
  public void selected(ServerEntry entry, int matchId) {
    warning = "";
    address.set(entry.address());
  }

  @Override
  public void join(ServerEntry entry, int matchId) {
    actions.join(entry.address(), ANY_MODE, matchId, false);
  }

  @Override
  public void toggleFavourite(String favouriteAddress) {
    if (!settings.favourites.remove(favouriteAddress)) {
      settings.favourites.add(favouriteAddress);
    }
    table.refreshFavourites();
    actions.settingsChanged();
  }
}
