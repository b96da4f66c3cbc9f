package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.widget.Choice;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.Slider;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Toggle;
import ringmaster.client.widget.Widget;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * A worse network than there is, for who wants to see what the netcode makes of it, and that
 * netcode part by part. All of it holds at once, in the match behind this screen, until the program
 * ends.
 */
final class NetworkTab {
  private static final String AS_DIALLED = "As below";

  private static final List<String> PRESETS =
      List.of("none", "lan", "dsl", "wifi-bad", "4g", "satellite");

  private final NetworkDials dials;
  private final NetcodeSwitches switches;
  private final UiListener listener;
  private final ScrollArea whole;

  /** Which of {@link #PRESETS} the dials are set to, or {@link #AS_DIALLED}. */
  private String preset;

  /**
   * @param network that is simulated now
   */
  NetworkTab(NetworkProfile network, NetcodeSwitches switches, UiListener listener) {
    this.switches = switches;
    this.listener = listener;
    dials = new NetworkDials(network);
    preset = presetOf(network);
    Flow rows =
        Flow.column("network-rows", 6)
            .add(note("network-note", "Simulated between this program and the real network."))
            .add(SettingsPage.setting("Both ways like", presets()));
    addDials(rows);
    rows.add(note("switches-note", "What the game does about a network that is not perfect."));
    addToggles(rows);
    whole = SettingsPage.page("network", rows);
  }

  private static Label note(String id, String words) {
    return new Label(id, words, TextStyle.SMALL, Palette.TEXT_FAINT);
  }

  Widget widget() {
    return whole;
  }

  private static String presetOf(NetworkProfile network) {
    for (String name : PRESETS) {
      if (NetworkProfile.parse(name).equals(network)) {
        return name;
      }
    }
    return AS_DIALLED;
  }

  private Choice<String> presets() {
    List<String> names = new ArrayList<>(PRESETS);
    names.add(AS_DIALLED);
    return new Choice<>("network-preset", names, () -> preset, name -> name, this::choose);
  }

  private void choose(String name) {
    preset = name;
    if (!name.equals(AS_DIALLED)) {
      dials.set(NetworkProfile.parse(name));
    }
    listener.networkChanged(dials.profile());
  }

  private void addDials(Flow rows) {
    rows.add(
            dial(
                "Latency, one way",
                "latency",
                range(0, 500, 5, "%.0f ms"),
                () -> dials.latencyMillis,
                value -> dials.latencyMillis = value))
        .add(
            dial(
                "Jitter, more or less",
                "jitter",
                range(0, 200, 5, "%.0f ms"),
                () -> dials.jitterMillis,
                value -> dials.jitterMillis = value))
        .add(
            dial(
                "Lost",
                "loss",
                range(0, 50, 0.5, "%.1f %%"),
                () -> dials.lossPercent,
                value -> dials.lossPercent = value))
        .add(
            dial(
                "Lost in a row",
                "burst",
                range(1, 20, 1, "%.0f"),
                () -> dials.burstDatagrams,
                value -> dials.burstDatagrams = value))
        .add(
            dial(
                "Doubled",
                "duplicate",
                range(0, 20, 0.5, "%.1f %%"),
                () -> dials.duplicatePercent,
                value -> dials.duplicatePercent = value))
        .add(
            dial(
                "Overtaken",
                "reorder",
                range(0, 20, 0.5, "%.1f %%"),
                () -> dials.reorderPercent,
                value -> dials.reorderPercent = value))
        .add(
            dial(
                "Kilobits a second, 0: all",
                "bandwidth",
                range(0, 2_000, 25, "%.0f"),
                () -> dials.kilobitsPerSecond,
                value -> dials.kilobitsPerSecond = value));
  }

  private static Slider.Range range(double least, double most, double step, String format) {
    return new Slider.Range(least, most, step, value -> String.format(Locale.ROOT, format, value));
  }

  private Flow dial(
      String words, String id, Slider.Range range, DoubleSupplier value, Slider.Change set) {
    Slider.Change change =
        to -> {
          set.to(to);
          choose(AS_DIALLED);
        };
    return SettingsPage.setting(words, new Slider("network-" + id, range, value, change));
  }

  private void addToggles(Flow rows) {
    rows.add(
            toggle(
                "Prediction",
                "prediction",
                () -> switches.prediction,
                on -> switches.prediction = on))
        .add(
            toggle(
                "Interpolation",
                "interpolation",
                () -> switches.interpolation,
                on -> switches.interpolation = on))
        .add(
            toggle(
                "Smoothing", "smoothing", () -> switches.smoothing, on -> switches.smoothing = on))
        .add(
            toggle(
                "Lag compensation",
                "lag-compensation",
                () -> switches.lagCompensation,
                on -> switches.lagCompensation = on))
        .add(
            toggle(
                "Show what the server sees",
                "ghost",
                () -> switches.ghost,
                on -> switches.ghost = on));
  }

  private static Flow toggle(String words, String id, BooleanSupplier value, Toggle.Change set) {
    return SettingsPage.setting(words, new Toggle("switch-" + id, value, set));
  }
}
