package ringmaster.client.load;

import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.Invite;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * What load to put on which server.
 *
 * @param players how many bots
 * @param seconds measured, after the warm-up
 * @param warmupSeconds from the last join to the measurement
 * @param mode the wanted mode, or empty for any
 * @param brain which brain plays
 * @param view what the brain is shown
 * @param network simulated on the datagrams of each bot
 */
public record LoadPlan(
    Invite server,
    int players,
    int seconds,
    int warmupSeconds,
    String mode,
    String brain,
    AimedView view,
    NetworkProfile network) {}
