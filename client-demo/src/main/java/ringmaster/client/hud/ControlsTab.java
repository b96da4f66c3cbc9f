package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Interaction;
import ringmaster.client.widget.KeyCell;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.Slider;
import ringmaster.client.widget.Space;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;

/**
 * Keys and sensitivities. A key that another action has already is bound only after a person said
 * what is to become of the other.
 */
final class ControlsTab {
  private static final int KEYS_PER_ACTION = 3;
  private static final float CELL_WIDTH = 140;

  private final Settings settings;
  private final Interaction interaction;
  private final UiListener listener;
  private final Label conflictWords =
      new Label("conflict-words", TextStyle.BODY, Palette.TEXT).wrapped();
  private final Button swap;
  private final Flow conflict;
  private final Flow whole;

  /** What waits for an answer: that key, for that cell, is used by {@link #rival}. */
  private @Nullable Cell wanting;

  private @Nullable Action rival;
  private Key wanted = Key.SPACE;

  ControlsTab(Settings settings, Interaction interaction, UiListener listener) {
    this.settings = settings;
    this.interaction = interaction;
    this.listener = listener;
    swap = new Button("conflict-swap", "Swap", this::swap).primary();
    conflict = conflictPanel();
    conflict.setVisible(false);
    whole =
        Flow.column("controls", 6)
            .add(conflict)
            .addGrowing(new ScrollArea("controls-scroll", rows()), 1);
  }

  Widget widget() {
    return whole;
  }

  private Flow conflictPanel() {
    return Flow.row("conflict", 8)
        .padded(10)
        .on(Palette.CONTROL_PRESSED, 8)
        .addGrowing(conflictWords, 1)
        .add(new Stack("conflict-swap-place").add(swap, 0.5f, 0.5f))
        .add(
            new Stack("conflict-keep-place")
                .add(new Button("conflict-keep", "Keep both", this::keepBoth), 0.5f, 0.5f))
        .add(
            new Stack("conflict-cancel-place")
                .add(new Button("conflict-cancel", "Cancel", this::forgetConflict), 0.5f, 0.5f));
  }

  private Flow rows() {
    Flow rows =
        Flow.column("controls-rows", 6)
            .add(SettingsPage.setting("Mouse", mouse()))
            .add(SettingsPage.setting("Gamepad", pad()))
            .add(SettingsPage.setting("Gamepad dead zone", deadZone()))
            .add(
                new Label(
                    "controls-note",
                    "Choose a field, then press the new key. Backspace empties it.",
                    TextStyle.SMALL,
                    Palette.TEXT_FAINT));
    for (Action action : Action.values()) {
      rows.add(row(action));
    }
    return rows.add(
        Flow.row("controls-foot", 8)
            .addGrowing(new Space("controls-foot-space"), 1)
            .add(new Button("reset-keys", "Reset all keys", this::reset)));
  }

  private Slider mouse() {
    return new Slider(
        "mouse-sensitivity",
        new Slider.Range(0.2, 8, 0.1, ControlsTab::oneDigit),
        () -> settings.mouseSensitivity,
        value -> {
          settings.mouseSensitivity = (float) value;
          listener.settingsChanged();
        });
  }

  private Slider pad() {
    return new Slider(
        "pad-sensitivity",
        new Slider.Range(0.5, 8, 0.1, ControlsTab::oneDigit),
        () -> settings.padSensitivity,
        value -> {
          settings.padSensitivity = (float) value;
          listener.settingsChanged();
        });
  }

  private Slider deadZone() {
    return new Slider(
        "pad-dead-zone",
        new Slider.Range(0, 50, 1, value -> Math.round(value) + " %"),
        () -> settings.padDeadZonePercent,
        value -> {
          settings.padDeadZonePercent = (int) value;
          listener.settingsChanged();
        });
  }

  private static String oneDigit(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private Flow row(Action action) {
    String id = "bind-" + action.name().toLowerCase(Locale.ROOT);
    Flow row =
        Flow.row(id, 8)
            .addGrowing(
                new Label(id + "-label", action.label(), TextStyle.BODY, Palette.TEXT_SOFT), 1);
    for (int i = 0; i < KEYS_PER_ACTION; i++) {
      row.add(new KeyCell(id + "-" + i, interaction, new Cell(action, i)), CELL_WIDTH);
    }
    return row;
  }

  private List<Key> keysOf(Action action) {
    return settings.bindings.computeIfAbsent(action, none -> new ArrayList<>());
  }

  private @Nullable Action userOf(Key key, Action except) {
    for (Action action : Action.values()) {
      if (action != except && keysOf(action).contains(key)) {
        return action;
      }
    }
    return null;
  }

  private void ask(Cell cell, Key key, Action other) {
    wanting = cell;
    wanted = key;
    rival = other;
    conflictWords.set(
        key.label()
            + " is used for \""
            + other.label()
            + "\". Give it to \""
            + cell.action.label()
            + "\"?");
    conflict.setVisible(true);
    interaction.focusOn(swap);
  }

  /** The other action gets the key that this one had here. */
  private void swap() {
    Cell cell = wanting;
    Action other = rival;
    if (cell != null && other != null) {
      Key old = cell.key();
      List<Key> others = keysOf(other);
      int place = others.indexOf(wanted);
      if (old != null && !others.contains(old)) {
        others.set(place, old);
      } else {
        others.remove(place);
      }
      finish(cell);
    }
  }

  private void keepBoth() {
    if (wanting != null) {
      finish(wanting);
    }
  }

  private void finish(Cell cell) {
    Key key = wanted;
    forgetConflict();
    cell.put(key);
  }

  /** Nothing is bound after all. */
  void forgetConflict() {
    Cell cell = wanting;
    wanting = null;
    rival = null;
    conflict.setVisible(false);
    if (cell != null) {
      interaction.focusOn(whole.find(cell.id()));
    }
  }

  /** Whether there was a question to take back. */
  boolean escape() {
    boolean asked = wanting != null;
    forgetConflict();
    return asked;
  }

  private void reset() {
    forgetConflict();
    settings.resetBindings();
    listener.settingsChanged();
  }

  /** One of the keys of an action. */
  private final class Cell implements KeyCell.Binding {
    private final Action action;
    private final int index;

    Cell(Action action, int index) {
      this.action = action;
      this.index = index;
    }

    private String id() {
      return "bind-" + action.name().toLowerCase(Locale.ROOT) + "-" + index;
    }

    @Override
    public @Nullable Key key() {
      List<Key> keys = keysOf(action);
      return index < keys.size() ? keys.get(index) : null;
    }

    @Override
    public void bind(Key key) {
      Action user = userOf(key, action);
      if (keysOf(action).contains(key)) {
        return;
      }
      if (user != null) {
        ask(this, key, user);
      } else {
        put(key);
      }
    }

    private void put(Key key) {
      List<Key> keys = keysOf(action);
      if (index < keys.size()) {
        keys.set(index, key);
      } else {
        keys.add(key);
      }
      listener.settingsChanged();
    }

    @Override
    public void clear() {
      List<Key> keys = keysOf(action);
      if (index < keys.size()) {
        keys.remove(index);
        listener.settingsChanged();
      }
    }
  }
}
