package ringmaster.client.hud;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.window.Key;

/** Whom a spectator watches, and the keys that change it. */
final class SpectatorBar {
  private static final Action[] ACTIONS = {
    Action.PREVIOUS_PLAYER, Action.NEXT_PLAYER, Action.FREE_CAMERA
  };
  private static final String[] WORDS = {"previous", "next", "free camera"};

  private final Settings settings;
  private final Label watched = new Label("watched", TextStyle.STRONG, Palette.TEXT).aligned(0.5f);
  private final Label keys =
      new Label("watch-keys", TextStyle.SMALL, Palette.TEXT_SOFT).aligned(0.5f);
  private final Flow column =
      Flow.column("spectator", 2).padded(9).on(Palette.GLASS, 10).add(watched).add(keys);
  private final @Nullable Key[] shownKeys = new @Nullable Key[ACTIONS.length];
  private String shownName = "";

  SpectatorBar(Settings settings) {
    this.settings = settings;
    watched.set("Free camera");
  }

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    column.setVisible(state.inMatch && state.spectating && !state.results());
    if (!shownName.equals(state.watched)) {
      shownName = state.watched;
      watched.set(shownName.isEmpty() ? "Free camera" : "Watching " + shownName);
    }
    boolean changed = keys.text().isEmpty();
    for (int i = 0; i < ACTIONS.length; i++) {
      Key key = firstKey(ACTIONS[i]);
      changed |= key != shownKeys[i];
      shownKeys[i] = key;
    }
    if (changed) {
      showKeys();
    }
  }

  private @Nullable Key firstKey(Action action) {
    List<Key> bound = settings.bindings.get(action);
    return bound == null || bound.isEmpty() ? null : bound.getFirst();
  }

  private void showKeys() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < ACTIONS.length; i++) {
      Key key = shownKeys[i];
      if (key != null) {
        words.append(words.isEmpty() ? "" : "   ·   ");
        words.append(key.label()).append(' ').append(WORDS[i]);
      }
    }
    keys.set(words.isEmpty() ? " " : words.toString());
  }
}
