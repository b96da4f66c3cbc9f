package ringmaster.client.connection;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;

/**
 * A match for which this client has the same game and map as the server. Shared by all clients of a
 * process.
 *
 * @param settings without the seed
 * @param empty a frame with nothing in it, never written
 */
public record PlayableMatch(
    Game game, MatchSettings settings, GameMap map, EntitySchema schema, EntityFrame empty)
    implements GameCatalog.Answer {}
