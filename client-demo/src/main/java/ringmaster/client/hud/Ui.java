package ringmaster.client.hud;

import ringmaster.client.browser.ServerList;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Interaction;
import ringmaster.client.widget.Palette;
import ringmaster.client.window.Key;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * All that is written on the screen, and the screens around the game. Goes from screen to screen by
 * itself as a person asks, and tells the listener; the game says when a match was joined or lost by
 * {@link #show} and {@link #fail}.
 */
public final class Ui {
  /** The layout has at least this much room, at any size of window or text. */
  static final float LEAST_WIDTH = 853;

  static final float LEAST_HEIGHT = 480;

  /** A unit is a pixel in a window of this size. */
  private static final float USUAL_WIDTH = 1280;

  private static final float USUAL_HEIGHT = 720;

  /** Smaller letters could not be read, so in small windows they fill more of it. */
  private static final float LEAST_SCALE = 0.75f;

  private final Settings settings;
  private final Canvas canvas;
  private final UiListener listener;
  private final Interaction interaction;
  private final BrowserPage browser;
  private final ConnectingPage connecting;
  private final GamePage game;
  private final FailedPage failed;
  private final SettingsPage settingsPage;
  private final MenuPage menu;
  private final PracticePage practice;
  private final boolean[] taken = new boolean[Key.values().length];

  private HudState state = new HudState();
  private Screen screen = Screen.BROWSER;
  private Screen behindSettings = Screen.BROWSER;

  /** The key that opened the chat also types a character, which is not meant. */
  private boolean typedIsStray;

  private float unitsPerWindowLength = 1;

  /**
   * @param network that is simulated now
   */
  public Ui(
      Settings settings,
      ServerList servers,
      Games games,
      Canvas canvas,
      Clipboard clipboard,
      NetworkProfile network,
      NetcodeSwitches switches,
      UiListener listener) {
    this.settings = settings;
    this.canvas = canvas;
    this.listener = listener;
    browser = new BrowserPage(settings, servers, clipboard, new BrowserActions());
    interaction = new Interaction(browser.root(), listener::clicked);
    connecting = new ConnectingPage(this::leave);
    game = new GamePage(settings, clipboard, listener::say, this::leave);
    failed = new FailedPage(this::retry, this::leave);
    settingsPage =
        new SettingsPage(
            settings,
            clipboard,
            interaction,
            new NetworkTab(network, switches, listener),
            listener,
            this::closeSettings);
    practice = new PracticePage(games, this::practise, () -> show(Screen.BROWSER));
    menu =
        new MenuPage(
            () -> show(Screen.GAME), () -> show(Screen.SETTINGS), this::leave, listener::quit);
    enter(Screen.BROWSER);
  }

  public Screen screen() {
    return screen;
  }

  /** Goes to a screen; where it is shown already nothing changes. */
  public void show(Screen next) {
    if (next != screen) {
      enter(next);
    }
  }

  private void enter(Screen next) {
    if (next == Screen.SETTINGS) {
      behindSettings = screen;
    }
    screen = next;
    game.holdScoreboard(false);
    if (game.chat().open()) {
      game.chat().setOpen(false);
    }
    Page page = page(next);
    page.shown();
    page.update(state);
    interaction.enter(page.root(), page.first());
  }

  /** Shows that a server is being asked for a seat. */
  public void connecting(String address) {
    connecting.show("Connecting to", address);
    show(Screen.CONNECTING);
  }

  /** Shows why there is no match. */
  public void fail(Failure failure) {
    failed.show(failure);
    show(Screen.FAILED);
  }

  /** Says a sentence on the start page, for example that an address cannot be one. */
  public void warn(String sentence) {
    browser.warn(sentence);
  }

  private Page page(Screen wanted) {
    return switch (wanted) {
      case BROWSER -> browser;
      case PRACTICE -> practice;
      case CONNECTING -> connecting;
      case GAME -> game;
      case FAILED -> failed;
      case SETTINGS -> settingsPage;
      case MENU -> menu;
    };
  }

  /** The widgets of the screen that is shown. */
  Group root() {
    return page(screen).root();
  }

  Interaction interaction() {
    return interaction;
  }

  /** Whether the pointer is to be free, and not to steer the game. */
  public boolean wantsPointer() {
    return screen != Screen.GAME || game.resultsShown();
  }

  /** Whether keys are for the screens or the chat: the game must not drive. */
  public boolean wantsKeys() {
    return screen != Screen.GAME || game.chat().open();
  }

  /**
   * A key, mouse button or gamepad button.
   *
   * @return whether it was for the screens; the release of a key follows its press
   */
  public boolean key(Key key, boolean down, boolean repeat) {
    if (!down) {
      release(key);
      boolean was = taken[key.ordinal()];
      taken[key.ordinal()] = false;
      return was;
    }
    typedIsStray = false;
    boolean used = screen == Screen.GAME ? gameKey(key, repeat) : pageKey(key, repeat);
    taken[key.ordinal()] = used;
    return used;
  }

  private void release(Key key) {
    typedIsStray = false;
    interaction.key(key, false, false);
    if (GamePage.bound(settings, Action.SCOREBOARD, key)) {
      game.holdScoreboard(false);
    }
    keepWriting();
  }

  /** A click elsewhere does not end the line that is being written. */
  private void keepWriting() {
    if (game.chat().open() && interaction.focus() != game.chat().field()) {
      interaction.focusOn(game.chat().field());
    }
  }

  private boolean gameKey(Key key, boolean repeat) {
    if (game.chat().open()) {
      chatKey(key, repeat);
      return true;
    }
    if (key == Key.MOUSE_1 && wantsPointer()) {
      return interaction.key(key, true, repeat);
    }
    if (repeat) {
      return false;
    }
    if (key == Key.ESCAPE || GamePage.bound(settings, Action.MENU, key)) {
      show(Screen.MENU);
    } else if (GamePage.bound(settings, Action.CHAT, key)) {
      openChat(key);
    } else if (GamePage.bound(settings, Action.SCOREBOARD, key)) {
      game.holdScoreboard(true);
    } else {
      interaction.trackModifiers(key, true);
      return false;
    }
    return true;
  }

  private void openChat(Key key) {
    game.chat().setOpen(true);
    interaction.focusOn(game.chat().field());
    typedIsStray = key.compareTo(Key.ESCAPE) < 0;
  }

  private void chatKey(Key key, boolean repeat) {
    if (key == Key.ESCAPE || key == Key.PAD_B) {
      game.chat().setOpen(false);
    } else if (key != Key.TAB && !game.chat().key(key)) {
      interaction.key(key, true, repeat);
    }
    if (!game.chat().open()) {
      interaction.focusOn(null);
    }
  }

  private boolean pageKey(Key key, boolean repeat) {
    boolean back = key == Key.ESCAPE || key == Key.PAD_B;
    if (back && !interaction.grabbing()) {
      if (!repeat) {
        escape();
      }
      return true;
    }
    if (interaction.key(key, true, repeat)) {
      return true;
    }
    if (screen == Screen.MENU && !repeat && GamePage.bound(settings, Action.MENU, key)) {
      show(Screen.GAME);
    }
    return !key.isMouse() && !isForAllScreens(key);
  }

  /** Works everywhere, so it goes on to the game. */
  private boolean isForAllScreens(Key key) {
    return GamePage.bound(settings, Action.FULLSCREEN, key)
        || GamePage.bound(settings, Action.SCREENSHOT, key)
        || GamePage.bound(settings, Action.NET_GRAPH, key);
  }

  /** One step back. */
  private void escape() {
    switch (screen) {
      case BROWSER -> interaction.focusOn(null);
      case PRACTICE -> show(Screen.BROWSER);
      case CONNECTING, FAILED -> leave();
      case GAME -> show(Screen.MENU);
      case SETTINGS -> {
        if (!settingsPage.escape()) {
          closeSettings();
        }
      }
      case MENU -> show(Screen.GAME);
    }
  }

  private void practise(PracticeWish wish) {
    connecting.show("Starting a match with bots…", "");
    show(Screen.CONNECTING);
    listener.practice(wish);
  }

  private void closeSettings() {
    show(behindSettings);
  }

  private void leave() {
    show(Screen.BROWSER);
    listener.leave();
  }

  private void retry() {
    show(Screen.CONNECTING);
    listener.retry();
  }

  /** A character was typed. */
  public boolean typed(int codePoint) {
    boolean stray = typedIsStray;
    typedIsStray = false;
    return stray || (wantsKeys() && interaction.typed(codePoint));
  }

  /** The pointer moved, in window coordinates. */
  public void pointerMoved(double x, double y) {
    if (wantsPointer()) {
      interaction.pointerMoved((float) x * unitsPerWindowLength, (float) y * unitsPerWindowLength);
    }
  }

  public boolean scrolled(double lines) {
    if (screen == Screen.GAME) {
      if (game.chat().open()) {
        game.chat().scrolled((float) lines);
      }
      return game.chat().open();
    }
    interaction.scrolled((float) lines);
    return true;
  }

  /** The window gained or lost the keyboard: keys that are held will not be let go here. */
  public void focused(boolean focused) {
    if (!focused) {
      interaction.releaseModifiers();
      game.holdScoreboard(false);
    }
  }

  /** What there is to show; before each {@link #draw}. */
  public void update(HudState now) {
    state = now;
    interaction.setNow(now.nowNanos);
    if (gameIsBehind()) {
      game.update(now);
    }
    if (screen != Screen.GAME) {
      page(screen).update(now);
    }
  }

  private boolean gameIsBehind() {
    return screen == Screen.GAME || (overlays() && state.inMatch);
  }

  private boolean overlays() {
    return screen == Screen.MENU || screen == Screen.SETTINGS || screen == Screen.FAILED;
  }

  /**
   * Draws it into the current frame.
   *
   * @param scale pixels per length of window coordinates
   */
  public void draw(int widthPixels, int heightPixels, float scale) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      return; // iconified
    }
    float pixelsPerUnit = pixelsPerUnit(widthPixels, heightPixels, scale);
    unitsPerWindowLength = scale / pixelsPerUnit;
    canvas.begin(widthPixels, heightPixels, pixelsPerUnit);
    draw(widthPixels / pixelsPerUnit, heightPixels / pixelsPerUnit);
    canvas.end();
  }

  private void draw(float width, float height) {
    if (!gameIsBehind()) {
      canvas.clear(Palette.BACKDROP);
    } else {
      drawPage(game, width, height);
      if (screen != Screen.GAME) {
        canvas.fill(0, 0, width, height, 0, Palette.SCRIM);
      }
    }
    if (screen != Screen.GAME) {
      drawPage(page(screen), width, height);
    }
  }

  private void drawPage(Page page, float width, float height) {
    page.root().settle(canvas, width, height);
    page.root().draw(canvas, state.nowNanos);
  }

  private float pixelsPerUnit(int widthPixels, int heightPixels, float scale) {
    float fit = Math.min(widthPixels / USUAL_WIDTH, heightPixels / USUAL_HEIGHT);
    float wanted = Math.max(fit, LEAST_SCALE * scale) * settings.hudScalePercent / 100;
    float most = Math.min(widthPixels / LEAST_WIDTH, heightPixels / LEAST_HEIGHT);
    return Math.min(wanted, most);
  }

  /** What the start page asks for. */
  private final class BrowserActions implements BrowserPage.Actions {
    @Override
    public void join(String address, String mode, int matchId, boolean spectate) {
      connecting(address);
      listener.join(address, mode, matchId, spectate);
    }

    @Override
    public void practice() {
      show(Screen.PRACTICE);
    }

    @Override
    public void refresh() {
      listener.refreshServers();
    }

    @Override
    public void settings() {
      show(Screen.SETTINGS);
    }

    @Override
    public void quit() {
      listener.quit();
    }

    @Override
    public void settingsChanged() {
      listener.settingsChanged();
    }
  }
}
