package ringmaster.client.bot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ringmaster.shared.game.Game;

/**
 * How well bots play, where a game has brains for it: named as its default brain, with the level
 * behind it.
 */
public enum Level {
  EASY("-easy"),
  NORMAL(""),
  HARD("-hard");

  private final String suffix;

  Level(String suffix) {
    this.suffix = suffix;
  }

  /** As it is typed and read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that a game has brains for; each has {@link #NORMAL}. */
  public static List<Level> of(Game game) {
    return Arrays.stream(values())
        .filter(level -> game.brains().contains(level.wanted(game)))
        .toList();
  }

  /** The brain of that level; the default where the game has none. */
  public String brain(Game game) {
    return of(game).contains(this) ? wanted(game) : game.brains().getFirst();
  }

  private String wanted(Game game) {
    return game.brains().getFirst() + suffix;
  }
}
