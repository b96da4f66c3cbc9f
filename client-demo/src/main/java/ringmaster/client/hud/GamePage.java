package ringmaster.client.hud;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.NetGraphLevel;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Space;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;

/** The head-up display. An update with nothing new allocates nothing. */
final class GamePage implements Page {
  private static final float EDGE = 14;
  private static final float FEED_WIDTH = 296;
  private static final float VITALS_WIDTH = 300;

  /** Beside the chat in the smallest window, as people talk when a match is over. */
  private static final float BOARD_WIDTH = 560;

  private static final int ANNOUNCED_SECONDS = 10;

  private final Settings settings;
  private final LowHealth lowHealth = new LowHealth();
  private final NameTags nameTags = new NameTags();
  private final AimView aim = new AimView();
  private final MatchPanel match = new MatchPanel();
  private final KillFeed feed = new KillFeed();
  private final Vitals vitals = new Vitals();
  private final ChatBox chat;
  private final Scoreboard scoreboard = new Scoreboard("scoreboard");
  private final Flow scoreboardPanel;
  private final ResultsPanel results;
  private final Meters meters = new Meters();
  private final NetGraph netGraph = new NetGraph();
  private final SpectatorBar spectator;
  private final Label warning = new Label("network-warning", TextStyle.STRONG, Palette.WARNING);
  private final Flow warningPanel =
      Flow.row("network-warning-panel", 0).padded(8).on(Palette.GLASS, 8).add(warning);
  private final Label respawning =
      new Label("respawning", "Destroyed. Respawning…", TextStyle.HEADING, Palette.TEXT).shadowed();
  private final Label announcement =
      new Label("announcement", TextStyle.ANNOUNCEMENT, Palette.TEXT).aligned(0.5f).shadowed();
  private final BannerView banner = new BannerView();
  private final Figures seconds = new Figures("");
  private final Label mode = new Label("mode", TextStyle.SMALL, Palette.TEXT_SOFT);
  private final Stack root;
  private boolean boardHeld;
  private boolean resultsShown;
  private String shownMode = "";
  private String shownMap = "";

  GamePage(Settings settings, Clipboard clipboard, Consumer<String> say, Runnable onLeave) {
    this.settings = settings;
    chat = new ChatBox(settings, clipboard, say);
    results = new ResultsPanel(onLeave);
    spectator = new SpectatorBar(settings);
    scoreboardPanel =
        Flow.column("scoreboard-panel", 8)
            .padded(14)
            .on(Palette.PANEL, 12)
            .add(mode)
            .add(scoreboard.widget());
    root =
        new Stack("game")
            .padded(EDGE)
            .fill(lowHealth)
            .fill(nameTags)
            .fill(aim)
            .add(Flow.column("measures", 4).add(meters.widget()).add(netGraph.widget()), 0, 0)
            .add(top(), 0.5f, 0)
            .add(feed.widget(), 1, 0, FEED_WIDTH, 0)
            .add(announcement, 0.5f, 0.27f)
            .add(banner.widget(), 0.5f, 0.27f)
            .add(respawning, 0.5f, 0.4f)
            .add(bottom(), 0, 1, 100_000, 0)
            .add(scoreboardPanel, 0.5f, 0.45f, BOARD_WIDTH, 0)
            .add(results.widget(), 1, 0.45f, BOARD_WIDTH, 0);
  }

  private Stack top() {
    Flow panels = Flow.column("top-panels", 6).add(centred("match-place", match.widget()));
    return new Stack("top").add(panels.add(centred("warning-place", warningPanel)), 0.5f, 0);
  }

  private static Stack centred(String id, Widget widget) {
    return new Stack(id).add(widget, 0.5f, 0);
  }

  /** The chat takes what room the middle leaves on the left. */
  private Flow bottom() {
    Stack middle =
        new Stack("bottom-middle")
            .add(vitals.widget(), 0.5f, 1, VITALS_WIDTH, 0)
            .add(spectator.widget(), 0.5f, 1);
    return Flow.row("bottom", 10)
        .addGrowing(chat.widget(), 1)
        .add(middle, VITALS_WIDTH)
        .addGrowing(new Space("bottom-space"), 1);
  }

  ChatBox chat() {
    return chat;
  }

  void holdScoreboard(boolean held) {
    boardHeld = held;
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public @Nullable Widget first() {
    return null;
  }

  @Override
  public void update(HudState state) {
    lowHealth.update(state);
    nameTags.update(state);
    aim.update(state);
    match.update(state);
    feed.update(state);
    feed.widget().setVisible(!state.results());
    vitals.update(state);
    chat.update(state);
    results.update(state);
    meters.update(state, settings.netGraph != NetGraphLevel.OFF);
    netGraph.update(state, settings.netGraph);
    spectator.update(state);
    banner.update(state);
    updateBoard(state);
    updateNotices(state);
  }

  private void updateBoard(HudState state) {
    scoreboardPanel.setVisible(boardHeld && state.inMatch && !state.results());
    if (scoreboardPanel.visible()) {
      scoreboard.update(state);
      if (!shownMode.equals(state.mode) || !shownMap.equals(state.map)) {
        shownMode = state.mode;
        shownMap = state.map;
        mode.set(state.mode + " on " + state.map);
      }
    }
  }

  private void updateNotices(HudState state) {
    warningPanel.setVisible(!state.networkWarning.isEmpty());
    warning.set(state.networkWarning);
    respawning.setVisible(state.inMatch && state.destroyed && !state.results() && !boardHeld);
    boolean announced =
        state.inMatch
            && !state.results()
            && !boardHeld
            && !banner.showing()
            && state.remainingSeconds > 0
            && state.remainingSeconds <= ANNOUNCED_SECONDS;
    announcement.setVisible(announced);
    if (announced) {
      announcement.set(seconds.of(state.remainingSeconds));
    }
    resultsShown = state.results();
  }

  boolean resultsShown() {
    return resultsShown;
  }

  /** Whether a key is one of an action's. */
  static boolean bound(Settings settings, Action action, Key key) {
    List<Key> keys = settings.bindings.get(action);
    return keys != null && keys.contains(key);
  }
}
