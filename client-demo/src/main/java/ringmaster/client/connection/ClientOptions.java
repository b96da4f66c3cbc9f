package ringmaster.client.connection;

import java.util.function.Predicate;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * How a client joins and plays.
 *
 * @param name as typed
 * @param mode the wanted mode, or empty for any
 * @param matchId the wanted match, or {@link
 *     ringmaster.shared.protocol.ControlMessage.Hello#ANY_MATCH}
 * @param bot whether a program plays
 * @param spectator whether it only watches: it is given no seat, and its pilot is not asked
 * @param aimedView what its pilot aims in
 * @param network simulated on the datagrams of both directions
 * @param decodes asked once per client, with its first match: whether it decodes snapshots. One
 *     that does not reads their headers: it acknowledges, and knows its own body
 * @param seed of pauses between attempts to connect and of the simulated network's stream
 */
public record ClientOptions(
    String name,
    String mode,
    int matchId,
    boolean bot,
    boolean spectator,
    AimedView aimedView,
    NetworkProfile network,
    Predicate<PlayableMatch> decodes,
    int seed) {}
