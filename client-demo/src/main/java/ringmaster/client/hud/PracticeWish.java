package ringmaster.client.hud;

import java.util.List;
import ringmaster.client.bot.Level;
import ringmaster.shared.game.Games;

/**
 * What a person wants to practise.
 *
 * @param mode of the game
 * @param map empty: the one that fits
 */
public record PracticeWish(String mode, String map, Level level) {
  private static final String FIRST_MODE = "skirmish";

  /** The game that a person begins with: skirmish, where it is installed. */
  public static String firstMode(Games games) {
    List<String> modes = games.modes();
    return modes.contains(FIRST_MODE) ? FIRST_MODE : modes.getFirst();
  }
}
