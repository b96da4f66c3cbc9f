package ringmaster.client.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/**
 * Changes which keys do what. Two actions may share a key, and then both happen: {@link #conflict}
 * lets a screen ask first.
 */
public final class Bindings {
  private final Settings settings;

  public Bindings(Settings settings) {
    this.settings = settings;
  }

  /** The keys of an action, in the order they were bound. */
  public List<Key> keys(Action action) {
    return settings.bindings.computeIfAbsent(action, none -> new ArrayList<>());
  }

  /** Another action that the key is bound to; null if there is none. */
  public @Nullable Action conflict(Action action, Key key) {
    for (Action other : Action.values()) {
      if (other != action && keys(other).contains(key)) {
        return other;
      }
    }
    return null;
  }

  /** Gives an action one more key. */
  public void bind(Action action, Key key) {
    if (!keys(action).contains(key)) {
      keys(action).add(key);
    }
  }

  public void unbind(Action action, Key key) {
    keys(action).remove(key);
  }

  /**
   * Gives an action a key in place of another. Actions that had the new key get the old one for it,
   * so nothing is left without a key and nothing shares one that did not before.
   */
  public void swap(Action action, Key old, Key key) {
    if (old == key) {
      return;
    }
    for (Action other = conflict(action, key); other != null; other = conflict(action, key)) {
      replace(other, key, old);
    }
    replace(action, old, key);
  }

  /** Keeps the place in the list, as a screen shows it; a key is never there twice. */
  private void replace(Action action, Key old, Key key) {
    List<Key> keys = keys(action);
    keys.remove(key);
    int place = keys.indexOf(old);
    if (place < 0) {
      keys.add(key);
    } else {
      keys.set(place, key);
    }
  }
}
