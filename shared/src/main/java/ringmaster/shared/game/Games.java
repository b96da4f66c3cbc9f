package ringmaster.shared.game;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The games on the class path, by mode. */
public final class Games {
  private final Map<String, Game> byMode = new TreeMap<>();

  public Games(Iterable<Game> games) {
    for (Game game : games) {
      Game twin = byMode.put(game.mode(), game);
      if (twin != null) {
        throw new IllegalArgumentException(
            "two games of mode "
                + game.mode()
                + ": "
                + twin.getClass().getName()
                + " and "
                + game.getClass().getName());
      }
    }
  }

  /** All games that {@link ServiceLoader} finds. */
  public static Games installed() {
    return new Games(ServiceLoader.load(Game.class));
  }

  public @Nullable Game find(String mode) {
    return byMode.get(mode);
  }

  /** Mode names in alphabetical order. */
  public List<String> modes() {
    return List.copyOf(byMode.keySet());
  }
}
