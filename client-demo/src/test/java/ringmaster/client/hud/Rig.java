package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ringmaster.client.browser.ServerEntry;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.PaperCanvas;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;

/** Screens with somebody in front of them. */
final class Rig {
  final Settings settings = new Settings();
  final NetcodeSwitches switches = new NetcodeSwitches();
  final List<String> heard = new ArrayList<>();
  final Memory clipboard = new Memory();
  final HudState state;
  List<ServerEntry> servers = Samples.servers();
  final Canvas canvas;
  final Ui ui;
  int width = 1280;
  int height = 720;

  Rig() {
    this(new PaperCanvas());
  }

  Rig(Canvas canvas) {
    this(canvas, Samples.match());
  }

  Rig(Canvas canvas, HudState state) {
    this(canvas, state, Games.installed());
  }

  Rig(Games games) {
    this(new PaperCanvas(), Samples.match(), games);
  }

  private Rig(Canvas canvas, HudState state, Games games) {
    this.canvas = canvas;
    this.state = state;
    settings.name = "Grace";
    settings.favourites.add("ring.example.org:7777");
    ui =
        new Ui(
            settings,
            () -> servers,
            games,
            canvas,
            clipboard,
            NetworkProfile.NONE,
            switches,
            new Ear());
    frame();
  }

  static Rig in(Screen screen) {
    Rig rig = new Rig();
    rig.ui.show(screen);
    rig.frame();
    return rig;
  }

  void frame() {
    ui.update(state);
    ui.draw(width, height, 1);
  }

  /** Presses and lets go, one after the other; whether all were taken. */
  boolean press(Key... keys) {
    boolean taken = true;
    for (Key key : keys) {
      taken &= ui.key(key, true, false);
      ui.key(key, false, false);
      frame();
    }
    return taken;
  }

  void holding(Key held, Key... keys) {
    ui.key(held, true, false);
    press(keys);
    ui.key(held, false, false);
  }

  void type(String text) {
    text.codePoints().forEach(ui::typed);
    frame();
  }

  Widget widget(String id) {
    return Objects.requireNonNull(
        ui.root().find(id), () -> "no " + id + " in\n" + ui.root().describe());
  }

  List<Key> keys(Action action) {
    return Objects.requireNonNull(settings.bindings.get(action));
  }

  boolean shows(String text) {
    return ui.root().findText(text) != null;
  }

  void click(String id) {
    Widget widget = widget(id);
    click(widget.centreX(), widget.centreY());
  }

  /** In units. */
  void click(float x, float y) {
    point(x, y);
    press(Key.MOUSE_1);
  }

  void point(float x, float y) {
    float pixels = canvas.pixelsPerUnit();
    ui.pointerMoved(x * pixels, y * pixels);
  }

  /** What the listener was told since this was asked last. */
  List<String> takeHeard() {
    List<String> taken = List.copyOf(heard);
    heard.clear();
    return taken;
  }

  static final class Memory implements Clipboard {
    String held = "";

    @Override
    public String read() {
      return held;
    }

    @Override
    public void write(String text) {
      held = text;
    }
  }

  private final class Ear implements UiListener {
    @Override
    public void join(String address, String mode, int matchId, boolean spectate) {
      heard.add("join %s mode=%s match=%d watch=%b".formatted(address, mode, matchId, spectate));
    }

    @Override
    public void practice(PracticeWish wish) {
      heard.add("practice %s %s %s".formatted(wish.mode(), wish.map(), wish.level().word()));
    }

    @Override
    public void leave() {
      heard.add("leave");
    }

    @Override
    public void retry() {
      heard.add("retry");
    }

    @Override
    public void quit() {
      heard.add("quit");
    }

    @Override
    public void say(String text) {
      heard.add("say " + text);
    }

    @Override
    public void refreshServers() {
      heard.add("refresh");
    }

    @Override
    public void networkChanged(NetworkProfile network) {
      heard.add("network %d ms".formatted(network.latencyNanos() / 1_000_000));
    }

    @Override
    public void settingsChanged() {
      heard.add("settings");
    }
  }
}
