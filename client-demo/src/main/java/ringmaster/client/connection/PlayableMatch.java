package ringmaster.client.connection;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.snapshot.SnapshotCodec;

/**
 * A match for which this client has the same game and map as the server. Shared by all clients of a
 * process.
 *
 * @param settings without the seed
 * @param codec of its snapshots, the same as the server's
 * @param empty a frame with nothing in it, never written
 */
public record PlayableMatch(
    Game game,
    MatchSettings settings,
    GameMap map,
    EntitySchema schema,
    SnapshotCodec codec,
    EntityFrame empty)
    implements GameCatalog.Answer {}
