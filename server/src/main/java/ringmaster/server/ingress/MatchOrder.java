package ringmaster.server.ingress;

import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

/**
 * A match that a host wants.
 *
 * @param map null for the smallest of the mode that fits
 * @param options values of the game's own settings, by name
 */
public record MatchOrder(
    Game game, @Nullable String map, int maxPlayers, SortedMap<String, Integer> options) {
  /** A match with the game's own settings as they are. */
  public MatchOrder(Game game, @Nullable String map, int maxPlayers) {
    this(game, map, maxPlayers, Collections.emptySortedMap());
  }

  /** The settings of the match, without a seed. */
  public MatchSettings settings(TickRate rate, int timeLimitSeconds) {
    String mapName = map == null ? game.mapFor(maxPlayers) : map;
    return new MatchSettings(game.mode(), mapName, maxPlayers, rate, timeLimitSeconds, 0, options);
  }
}
