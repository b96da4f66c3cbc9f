package ringmaster.client.hud;

import java.util.List;
import java.util.Locale;
import ringmaster.client.settings.NetGraphLevel;
import ringmaster.client.settings.Quality;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Choice;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Interaction;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.Slider;
import ringmaster.client.widget.Space;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.Tabs;
import ringmaster.client.widget.TextField;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Toggle;
import ringmaster.client.widget.Widget;

/** What a player can choose. Each change holds at once. */
final class SettingsPage implements Page {
  private static final float LABEL_WIDTH = 200;
  private static final float WIDTH = 760;
  private static final float HEIGHT = 560;

  private final Settings settings;
  private final Runnable changed;
  private final TextField name;
  private final ControlsTab controls;
  private final MutedTab muted;
  private final Tabs tabs;
  private final Stack root;

  SettingsPage(
      Settings settings,
      Clipboard clipboard,
      Interaction interaction,
      NetworkTab network,
      UiListener listener,
      Runnable onBack) {
    this.settings = settings;
    changed = listener::settingsChanged;
    name = Names.field("settings-name", settings, clipboard, changed);
    controls = new ControlsTab(settings, interaction, listener);
    muted = new MutedTab(settings, changed);
    tabs =
        new Tabs("settings-tabs")
            .add("Player", page("player", playerRows()))
            .add("Controls", controls.widget())
            .add("Video", page("video", videoRows()))
            .add("Sound", page("sound", soundRows()))
            .add("Chat", muted.widget())
            .add("Network", network.widget());
    Flow foot =
        Flow.row("settings-foot", 8)
            .addGrowing(new Space("settings-space"), 1)
            .add(new Button("settings-back", "Done", onBack).primary(), 120);
    Flow column =
        Flow.column("settings-column", 10)
            .padded(18)
            .on(Palette.PANEL, 12)
            .add(new Label("settings-title", "Settings", TextStyle.HEADING, Palette.TEXT))
            .addGrowing(tabs, 1)
            .add(foot);
    root = new Stack("settings-page").padded(14).add(column, 0.5f, 0.5f, WIDTH, HEIGHT);
  }

  static ScrollArea page(String id, Flow rows) {
    return new ScrollArea(id, rows);
  }

  /** A setting's name and what changes it. */
  static Flow setting(String words, Widget control) {
    return Flow.row(control.id() + "-row", 10)
        .add(
            new Label(control.id() + "-label", words, TextStyle.BODY, Palette.TEXT_SOFT),
            LABEL_WIDTH)
        .add(control)
        .addGrowing(new Space(control.id() + "-space"), 1);
  }

  private Flow playerRows() {
    return Flow.column("player-rows", 10)
        .add(setting("Name", name))
        .add(
            new Label(
                "name-note",
                "Shown to others from the next match you join; 16 characters at most.",
                TextStyle.SMALL,
                Palette.TEXT_FAINT));
  }

  private Flow videoRows() {
    return Flow.column("video-rows", 10)
        .add(
            setting(
                "Quality",
                new Choice<>(
                    "quality",
                    List.of(Quality.values()),
                    () -> settings.quality,
                    SettingsPage::words,
                    quality -> change(() -> settings.quality = quality))))
        .add(
            setting(
                "Full screen",
                new Toggle(
                    "fullscreen",
                    () -> settings.fullscreen,
                    on -> change(() -> settings.fullscreen = on))))
        .add(
            setting(
                "Wait for the display",
                new Toggle("vsync", () -> settings.vsync, on -> change(() -> settings.vsync = on))))
        .add(
            setting(
                "Frames per second",
                new Choice<>(
                    "fps-cap",
                    List.of(30, 60, 90, 120, 144, 165, 240, 0),
                    () -> settings.fpsCap,
                    cap -> cap == 0 ? "No cap" : "At most " + cap,
                    cap -> change(() -> settings.fpsCap = cap))))
        .add(
            setting(
                "Size of text",
                new Choice<>(
                    "hud-scale",
                    List.of(75, 100, 125, 150, 175, 200),
                    () -> settings.hudScalePercent,
                    percent -> percent + " %",
                    percent -> change(() -> settings.hudScalePercent = percent))))
        .add(
            setting(
                "Camera shake",
                new Toggle(
                    "camera-shake",
                    () -> settings.cameraShake,
                    on -> change(() -> settings.cameraShake = on))))
        .add(
            setting(
                "Net graph",
                new Choice<>(
                    "net-graph-level",
                    List.of(NetGraphLevel.values()),
                    () -> settings.netGraph,
                    NetGraphLevel::label,
                    level -> change(() -> settings.netGraph = level))));
  }

  private static String words(Quality quality) {
    String name = quality.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private Flow soundRows() {
    Slider.Range percent = new Slider.Range(0, 100, 5, value -> Math.round(value) + " %");
    return Flow.column("sound-rows", 10)
        .add(
            setting(
                "Everything",
                new Slider(
                    "master-volume",
                    percent,
                    () -> settings.masterVolumePercent,
                    value -> change(() -> settings.masterVolumePercent = (int) value))))
        .add(
            setting(
                "Effects",
                new Slider(
                    "effects-volume",
                    percent,
                    () -> settings.effectsVolumePercent,
                    value -> change(() -> settings.effectsVolumePercent = (int) value))))
        .add(
            setting(
                "Engines",
                new Slider(
                    "engine-volume",
                    percent,
                    () -> settings.engineVolumePercent,
                    value -> change(() -> settings.engineVolumePercent = (int) value))));
  }

  private void change(Runnable change) {
    change.run();
    changed.run();
  }

  /** Whether there was something to take back before leaving. */
  boolean escape() {
    return controls.escape();
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public Widget first() {
    return tabs.current();
  }

  @Override
  public void shown() {
    name.set(settings.name);
    controls.forgetConflict();
  }

  @Override
  public void update(HudState state) {
    muted.update(state);
  }
}
