package ringmaster.shared.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The games a program has, by mode: those on its class path, which are as trusted as the program
 * itself, and guests, each from a jar of its own.
 */
public final class Games {
  /**
   * A game and where it is from.
   *
   * @param jar file name of a guest's jar; null for a game on the class path
   */
  private record Entry(Game game, @Nullable String jar) {
    String origin() {
      return jar == null ? game.getClass().getName() + " on the class path" : jar;
    }
  }

  private final Map<String, Entry> byMode = new LinkedHashMap<>();

  /** Games of the class path. */
  public Games(Iterable<Game> games) {
    for (Game game : games) {
      add(game.mode(), new Entry(game, null));
    }
  }

  private Games(Games others) {
    byMode.putAll(others.byMode);
  }

  /** All games on the class path that {@link ServiceLoader} finds. */
  public static Games installed() {
    return new Games(ServiceLoader.load(Game.class));
  }

  /**
   * These and a guest.
   *
   * @param jar the file name of its jar
   * @throws IllegalArgumentException if there is a game of its mode already; names both origins
   */
  public Games with(Game game, String jar) {
    Games all = new Games(this);
    all.add(game.mode(), new Entry(game, jar));
    return all;
  }

  private void add(String mode, Entry entry) {
    Entry twin = byMode.putIfAbsent(mode, entry);
    if (twin != null) {
      throw new IllegalArgumentException(
          "two games of mode " + mode + ": " + twin.origin() + " and " + entry.origin());
    }
  }

  public @Nullable Game find(String mode) {
    Entry entry = byMode.get(mode);
    return entry == null ? null : entry.game();
  }

  /** File name of the jar that a guest came in; null for a game on the class path, or none. */
  public @Nullable String jar(String mode) {
    Entry entry = byMode.get(mode);
    return entry == null ? null : entry.jar();
  }

  /** Mode names of the guests. */
  public List<String> guestModes() {
    return byMode.keySet().stream().filter(mode -> jar(mode) != null).toList();
  }

  /** Mode names: those of the class path in the order of their service file, then guests. */
  public List<String> modes() {
    return List.copyOf(byMode.keySet());
  }
}
