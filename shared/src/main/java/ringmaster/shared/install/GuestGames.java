package ringmaster.shared.install;

import java.util.List;
import ringmaster.shared.game.Games;

/**
 * All games of a program that was given a folder of jars.
 *
 * @param games those of the class path and the guests
 * @param guests what came in jars, in the order of their file names
 */
public record GuestGames(Games games, List<GuestGame> guests) {
  public GuestGames {
    guests = List.copyOf(guests);
  }
}
