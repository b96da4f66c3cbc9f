package ringmaster.client;

import java.util.Locale;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.Games;

/** The modes there are, as they are typed and listed. */
final class Modes {
  private Modes() {}

  /**
   * The game of a mode.
   *
   * @throws IllegalArgumentException with one sentence if there is none, and what may be meant
   */
  static Game named(Games games, String mode) {
    Game game = games.find(mode);
    if (game == null) {
      throw new IllegalArgumentException(
          "there is no mode '" + mode + "'" + hint(games, mode) + "; there is " + games.modes());
    }
    return game;
  }

  private static String hint(Games games, String mode) {
    return games.modes().stream()
        .filter(mode::equalsIgnoreCase)
        .findFirst()
        .map(meant -> " (did you mean " + meant + "?)")
        .orElse("");
  }

  /** What a host or player may choose of each, for help. */
  static String listed(Games games) {
    StringBuilder list = new StringBuilder(String.format("%nModes, and what may be chosen:%n"));
    for (String mode : games.modes()) {
      list(named(games, mode), list);
    }
    return list.toString();
  }

  private static void list(Game game, StringBuilder list) {
    line(list, "  %s, %d players at most", game.mode(), game.maxPlayers());
    line(list, "    maps      %s", String.join(", ", game.maps()));
    line(list, "    brains    %s", String.join(", ", game.brains()));
    for (GameSetting setting : game.settings()) {
      String initial = setting.name() + "=" + setting.initial();
      String range = setting.min() + " to " + setting.max();
      line(list, "    /%-16s %-10s %s", initial, range, setting.description());
    }
  }

  private static void line(StringBuilder list, String form, Object... values) {
    list.append(String.format(Locale.ROOT, form, values)).append(System.lineSeparator());
  }
}
