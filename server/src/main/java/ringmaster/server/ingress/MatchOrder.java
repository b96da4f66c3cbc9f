package ringmaster.server.ingress;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;

/**
 * A match that a host wants to stand always.
 *
 * @param map null for the smallest of the mode that fits
 */
public record MatchOrder(Game game, @Nullable String map, int maxPlayers) {}
