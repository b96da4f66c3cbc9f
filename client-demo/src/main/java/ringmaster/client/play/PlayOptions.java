package ringmaster.client.play;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Level;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * What the command line asked of the demo client.
 *
 * @param games what can be played
 * @param address invite or HOST[:PORT] to join at once; null: the server browser
 * @param name for this run; null: the one of the settings
 * @param mode the wanted mode, or empty for any
 * @param matchId the wanted match, or 0 for any
 * @param spectate watch without a seat
 * @param practice the match to play alone with bots, on a server in this process; null: none
 * @param level of the bots of that
 * @param network simulated on the datagrams of both directions
 * @param scene a staged match to look at instead; null: none
 * @param headless without a display
 * @param seconds how long to run; 0: until somebody ends it
 * @param shot where the last frame goes as a picture; null: nowhere
 * @param width of the window, or of the picture; 0: the usual
 * @param height the same
 * @param script what to press; null: nothing
 * @param settings the settings file; null: the usual one
 */
public record PlayOptions(
    Games games,
    @Nullable String address,
    @Nullable String name,
    String mode,
    int matchId,
    boolean spectate,
    @Nullable MatchOrder practice,
    Level level,
    NetworkProfile network,
    @Nullable String scene,
    boolean headless,
    double seconds,
    @Nullable Path shot,
    int width,
    int height,
    @Nullable Path script,
    @Nullable Path settings) {}
