package ringmaster.server;

import java.util.List;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;

/**
 * How a server runs, apart from its sockets and files.
 *
 * @param orders matches that stand always
 * @param maxMatches matches at most
 * @param timeLimitSeconds playing time of a match
 * @param workers threads that step and send beside the tick thread
 * @param replication tick and snapshot rates, budget per player
 */
public record ServerSettings(
    List<MatchOrder> orders,
    int maxMatches,
    int timeLimitSeconds,
    int workers,
    ReplicationSettings replication) {
  public ServerSettings {
    orders = List.copyOf(orders);
  }
}
