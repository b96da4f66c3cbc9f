package ringmaster.client.play;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Level;
import ringmaster.client.browser.ServerBrowser;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.hud.HudState;
import ringmaster.client.hud.PracticeWish;
import ringmaster.client.hud.Screen;
import ringmaster.client.hud.Ui;
import ringmaster.client.hud.UiListener;
import ringmaster.client.input.ActionListener;
import ringmaster.client.input.Controls;
import ringmaster.client.input.Script;
import ringmaster.client.practice.PracticeServer;
import ringmaster.client.scene.Palette;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.Sound;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Quality;
import ringmaster.client.settings.Settings;
import ringmaster.client.settings.SettingsFile;
import ringmaster.client.window.PadAxes;
import ringmaster.client.window.WindowException;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.Clock;

/**
 * The demo client: once a frame it takes input, follows the session, makes a scene of what is
 * known, draws it and sounds it.
 */
public final class DemoClient implements UiListener, ActionListener, AutoCloseable {
  /** Names of the staged matches that can be shown without a server. */
  public static final List<String> SCENES = StagedMatch.NAMES;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int PRACTICE_PLAYERS = 8;
  private static final int STAGED_FRAMES_PER_SECOND = 60;

  /** Unseen, it goes on hearing and sending, and draws just enough to come back at once. */
  private static final int ICONIFIED_FRAMES_PER_SECOND = 10;

  /** Where the processor draws, more frames would only take it from the game. */
  private static final int SOFTWARE_FRAMES_PER_SECOND = 60;

  /** Actions that are buttons of a command; all games agree on these. */
  private static final Map<Action, Integer> BUTTONS =
      Map.of(Action.RAIL, 1, Action.ROCKET, 1 << 1, Action.BOOST, 1 << 2);

  private static final DateTimeFormatter SHOT_NAME =
      DateTimeFormatter.ofPattern("'ringmaster-'yyyyMMdd-HHmmss'.png'");

  private final Games games;
  private final PlayOptions options;
  private final Clock clock;
  private final InstantSource calendar;
  private final SettingsKeeper keeper;
  private final Settings settings;
  private final Consumer<String> says;
  private final Devices devices;
  private final ServerBrowser browser;
  private final Controls controls;
  private final InputRouter input;
  private final NetcodeSwitches switches = new NetcodeSwitches();
  private final Ui ui;
  private final Visit visit;
  private final @Nullable StagedShow staged;
  private final @Nullable Script script;
  private final Probe probe;
  private final FramePacer pacer;
  private final FrameRate frameRate = new FrameRate();
  private final HudState hud = new HudState();
  private final SceneFrame frame = new SceneFrame();
  private final SoundCues cues = new SoundCues();
  private final PadAxes axes = new PadAxes();
  private final long startNanos;

  private @Nullable GameMap shownMap;
  private Quality quality;
  private String remembered = "";
  private String notice = "";
  private long frames;
  private long lastNanos;
  private boolean browsing;
  private boolean captured;
  private boolean shotWanted;
  private boolean ended;

  /**
   * Runs until the player, or the time limit, ends it.
   *
   * @param calendar names pictures, and says when a practice server began
   * @param probe receives a line of JSON each second
   * @param says receives sentences for the person who started it
   * @throws PlayFailed if it cannot start or go on
   */
  public static void run(
      PlayOptions options,
      Clock clock,
      InstantSource calendar,
      Consumer<String> probe,
      Consumer<String> says) {
    Script script = readScript(options.script());
    SettingsFile file =
        options.settings() == null ? SettingsFile.standard() : new SettingsFile(options.settings());
    SettingsFile.Loaded loaded = file.load();
    loaded.warnings().forEach(says);
    try (ExitHook exit = new ExitHook();
        Devices devices = new Devices(options, loaded.settings());
        ServerBrowser browser = new ServerBrowser(clock);
        SettingsKeeper keeper = new SettingsKeeper(file, loaded.settings(), says);
        DemoClient client =
            new DemoClient(
                options, clock, calendar, keeper, devices, browser, script, probe, says)) {
      client.loop(exit);
    } catch (WindowException e) {
      throw new PlayFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads what is to be pressed, if anything is.
   *
   * @throws PlayFailed if the file cannot be read or is no script
   */
  public static @Nullable Script readScript(@Nullable Path file) {
    try {
      return file == null ? null : Script.read(file);
    } catch (IOException e) {
      throw new PlayFailed("the script " + file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new PlayFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private DemoClient(
      PlayOptions options,
      Clock clock,
      InstantSource calendar,
      SettingsKeeper keeper,
      Devices devices,
      ServerBrowser browser,
      @Nullable Script script,
      Consumer<String> probeOut,
      Consumer<String> says) {
    this.options = options;
    games = options.games();
    this.clock = clock;
    this.calendar = calendar;
    this.keeper = keeper;
    settings = keeper.settings();
    this.says = says;
    this.devices = devices;
    this.browser = browser;
    this.script = script;
    startNanos = countsFrames() ? 0 : clock.nanoTime();
    lastNanos = startNanos;
    quality = devices.quality(settings);
    controls = new Controls(settings, BUTTONS, this);
    ui =
        new Ui(
            settings,
            browser,
            games,
            devices.canvas,
            devices.clipboard,
            options.network(),
            switches,
            this);
    input = new InputRouter(ui, controls);
    visit =
        new Visit(
            outfit(),
            this::startPractice,
            Objects.requireNonNullElse(options.name(), ""),
            options.network());
    staged = options.scene() == null ? null : stage(options.scene());
    pacer = new FramePacer(clock);
    Vitals vitals = new Vitals(ui, hud, visit, controls, devices.window);
    probe = new Probe(probeOut, vitals, clock.nanoTime());
    begin();
  }

  private Visit.Outfit outfit() {
    GameMaps maps = new GameMaps();
    GameCatalog catalog = new GameCatalog(games, maps::load);
    return new Visit.Outfit(
        ui, hud, controls, settings, catalog, clock, switches, this::maxParticles);
  }

  private PracticeServer startPractice(MatchOrder order, Level level) throws IOException {
    return new PracticeServer(games, order, level.brain(order.game()), calendar.instant());
  }

  private StagedShow stage(String scene) {
    ui.show(Screen.GAME);
    return new StagedShow(StagedMatch.named(scene), hud, settings, maxParticles(), startNanos);
  }

  private int maxParticles() {
    return switch (quality) {
      case LOWEST -> 256;
      case LOW -> 1_024;
      default -> 4_096;
    };
  }

  private void begin() {
    sayWhatIsLess();
    browser.setKnown(settings.favourites, settings.recent);
    if (script != null) {
      script.begin(input, devices.window.width(), devices.window.height());
    }
    if (options.address() != null) {
      visit.join(options.address(), options.mode(), options.matchId(), options.spectate());
    } else if (options.practice() != null) {
      visit.practice(options.practice(), options.level());
    }
  }

  private void sayWhatIsLess() {
    if (settings.quality == Quality.AUTO && devices.window.softwareRendered()) {
      String sentence =
          "No graphics card is used (%s draws), so the quality is the lowest."
              .formatted(devices.window.rendererName());
      says.accept(sentence);
      notice = sentence;
    }
    if (!devices.audio.warning().isEmpty()) {
      says.accept("Sound: " + devices.audio.warning() + ".");
    }
  }

  private void loop(ExitHook exit) {
    while (!ended) {
      ended = exit.wanted();
      frame();
    }
    if (options.shot() != null) {
      try {
        shoot(options.shot());
      } catch (IOException e) {
        throw new PlayFailed(String.valueOf(e.getMessage()), e);
      }
    }
    probe.end(clock.nanoTime());
    if (options.headless() && !visit.failure().isEmpty()) {
      throw new PlayFailed(visit.failure()); // nobody saw the screen that said so
    }
  }

  private void frame() {
    long now = frameNanos();
    float seconds = (now - lastNanos) * 1e-9f;
    lastNanos = now;
    cues.clear();
    takeInput(now, seconds);
    visit.follow();
    tellOnce(now);
    remember();
    build(now, seconds);
    draw(now);
    devices.audio.play(cues, now);
    frames++;
    keeper.keep(now);
    boolean last = isLast(now);
    if (!last || options.shot() == null) {
      devices.window.swap();
    }
    ended = last;
    probe.frame(clock.nanoTime());
    pacer.await(framesPerSecond());
  }

  /** A staged scene without a display counts its time in frames: each always looks the same. */
  private long frameNanos() {
    return countsFrames()
        ? startNanos + frames * NANOS_PER_SECOND / STAGED_FRAMES_PER_SECOND
        : clock.nanoTime();
  }

  private boolean countsFrames() {
    return options.scene() != null && options.headless();
  }

  private boolean isLast(long now) {
    boolean timeIsUp =
        options.seconds() > 0 && now - startNanos >= options.seconds() * NANOS_PER_SECOND;
    return ended || timeIsUp || devices.window.closeRequested();
  }

  private int framesPerSecond() {
    if (countsFrames()) {
      return 0;
    }
    if (devices.window.iconified()) {
      return ICONIFIED_FRAMES_PER_SECOND;
    }
    boolean software = devices.window.softwareRendered() || options.headless();
    int cap = settings.fpsCap;
    return software && (cap == 0 || cap > SOFTWARE_FRAMES_PER_SECOND)
        ? SOFTWARE_FRAMES_PER_SECOND
        : cap;
  }

  private void takeInput(long now, float seconds) {
    devices.window.poll(input, axes);
    if (script != null) {
      script.play(now - startNanos, input);
    }
    boolean driving = !ui.wantsKeys();
    boolean steering = ui.screen() == Screen.GAME && !ui.wantsPointer();
    if (driving) {
      controls.sticks(axes, seconds);
    } else {
      controls.releaseAll();
    }
    if (steering != captured) {
      captured = steering;
      controls.capturePointer(steering);
      devices.window.setCursorCaptured(steering);
    }
    MatchShow show = show();
    if (show != null) {
      show.camera().climb(input.takeLines());
    }
    if (browsing != (ui.screen() == Screen.BROWSER)) {
      browsing = !browsing;
      browser.setVisible(browsing);
    }
  }

  private @Nullable MatchShow show() {
    LiveMatch match = visit.match();
    if (match != null) {
      return match.show();
    }
    return staged == null ? null : staged.show();
  }

  /** Who started it from a desktop has not seen what it said when it began. */
  private void tellOnce(long now) {
    if (!notice.isEmpty() && visit.match() != null) {
      hud.addChat(new HudState.ChatLine("", Palette.NEUTRAL, notice, now));
      notice = "";
    }
  }

  /** A server that let the player in goes to the top of the list of recent ones. */
  private void remember() {
    if (visit.joinedRemote() && !visit.address().equals(remembered)) {
      remembered = visit.address();
      settings.recent.remove(remembered);
      settings.recent.addFirst(remembered);
      while (settings.recent.size() > Settings.MAX_RECENT) {
        settings.recent.removeLast();
      }
      save();
    }
  }

  private void build(long now, float seconds) {
    hud.nowNanos = now;
    frameRate.frame(now);
    hud.framesPerSecond = frameRate.perSecond();
    int width = devices.window.framebufferWidthPixels();
    int height = Math.max(1, devices.window.framebufferHeightPixels());
    frame.camera().setAspect((float) width / height);
    PlaySession session = visit.session();
    LiveMatch match = visit.match();
    if (session != null && match != null) {
      synchronized (session) {
        match.build(now, seconds, frame, cues);
      }
    } else if (staged != null) {
      staged.build(now, seconds, controls, frame, cues);
    } else {
      frame.clear();
    }
  }

  private void draw(long now) {
    int width = devices.window.framebufferWidthPixels();
    int height = devices.window.framebufferHeightPixels();
    MatchShow show = show();
    if (show != null && !show.map().equals(shownMap)) {
      shownMap = show.map();
      devices.renderer.loadMap(shownMap);
    }
    devices.renderer.draw(frame, width, height);
    ui.update(hud);
    ui.draw(
        width, height, devices.window.framebufferWidthPixels() / (float) devices.window.width());
    if (shotWanted) {
      shotWanted = false;
      ZonedDateTime taken = calendar.instant().atZone(ZoneId.systemDefault());
      Path file = Path.of(SHOT_NAME.format(taken)).toAbsolutePath();
      hud.addChat(new HudState.ChatLine("", Palette.NEUTRAL, keepPicture(file), now));
    }
  }

  /** Returns what became of it: a full disk ends no match. */
  private String keepPicture(Path file) {
    try {
      shoot(file);
      return "Picture: " + file;
    } catch (IOException e) {
      return "No picture: " + e.getMessage();
    }
  }

  private void shoot(Path file) throws IOException {
    int width = devices.window.framebufferWidthPixels();
    int height = devices.window.framebufferHeightPixels();
    devices.renderer.capture(width, height).writePng(file);
  }

  @Override
  public void pressed(Action action) {
    MatchShow show = show();
    switch (action) {
      case FULLSCREEN -> {
        settings.fullscreen = !devices.window.fullscreen();
        devices.window.setFullscreen(settings.fullscreen);
        save();
      }
      case SCREENSHOT -> shotWanted = true;
      case NET_GRAPH -> settings.netGraph = settings.netGraph.next();
      case PREDICTION -> switches.prediction = !switches.prediction;
      case INTERPOLATION -> switches.interpolation = !switches.interpolation;
      case SMOOTHING -> switches.smoothing = !switches.smoothing;
      case LAG_COMPENSATION -> switches.lagCompensation = !switches.lagCompensation;
      case GHOST -> switches.ghost = !switches.ghost;
      case NEXT_PLAYER -> watchNext(show, 1);
      case PREVIOUS_PLAYER -> watchNext(show, -1);
      case FREE_CAMERA -> {
        if (show != null && hud.spectating) {
          show.camera().toggleFlying();
        }
      }
      default -> {}
    }
  }

  private void watchNext(@Nullable MatchShow show, int direction) {
    if (show != null && hud.spectating) {
      show.camera().watchNext(show.scene(), direction);
    }
  }

  @Override
  public void join(String address, String mode, int matchId, boolean spectate) {
    visit.join(address, mode, matchId, spectate);
  }

  @Override
  public void practice(PracticeWish wish) {
    Game game = Objects.requireNonNull(games.find(wish.mode()));
    String map = wish.map().isEmpty() ? null : wish.map();
    int players = Math.min(PRACTICE_PLAYERS, game.maxPlayers());
    visit.practice(new MatchOrder(game, map, players), wish.level());
  }

  @Override
  public void leave() {
    visit.end();
    remembered = "";
  }

  @Override
  public void retry() {
    visit.retry();
  }

  @Override
  public void quit() {
    ended = true;
  }

  @Override
  public void say(String text) {
    PlaySession session = visit.session();
    if (session != null) {
      session.say(text);
    }
  }

  @Override
  public void refreshServers() {
    browser.refresh();
  }

  @Override
  public void clicked() {
    cues.add(Sound.CLICK);
  }

  @Override
  public void networkChanged(NetworkProfile network) {
    visit.simulate(network);
  }

  @Override
  public void settingsChanged() {
    controls.settingsChanged();
    devices.window.setVsync(settings.vsync);
    devices.window.setFullscreen(settings.fullscreen);
    if (devices.quality(settings) != quality) {
      quality = devices.quality(settings);
      devices.renderer.setQuality(quality);
    }
    save();
  }

  private void save() {
    keeper.changed();
    browser.setKnown(settings.favourites, settings.recent);
  }

  @Override
  public void close() {
    visit.close();
  }
}
