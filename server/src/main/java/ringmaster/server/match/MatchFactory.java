package ringmaster.server.match;

import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;

/** Builds matches from what was journaled of them. */
public final class MatchFactory {
  private MatchFactory() {}

  /**
   * Builds a match, if this build can run it bit for bit as it was created.
   *
   * @throws IllegalArgumentException if the mode, the game's version or the map is another one
   */
  public static Match build(
      int id,
      MatchSettings settings,
      int gameVersion,
      String mapSha256,
      Games games,
      GameMaps maps) {
    Game game = games.find(settings.mode());
    if (game == null) {
      throw new IllegalArgumentException("there is no game of mode " + settings.mode());
    }
    if (game.version() != gameVersion) {
      throw new IllegalArgumentException(
          "it was created with version "
              + gameVersion
              + " of "
              + settings.mode()
              + "; this build has version "
              + game.version());
    }
    GameMap map = maps.load(game, settings.map());
    if (!map.sha256().equals(mapSha256)) {
      throw new IllegalArgumentException(
          "map " + settings.map() + " is another one than the match was created with");
    }
    GameChecks.check(game, settings, map);
    return new Match(id, game, settings, map);
  }
}
