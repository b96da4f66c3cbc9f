package ringmaster.server.transport;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** How many of something each address has at present; keeps nothing of those that have none. */
final class AddressCounts {
  private final Map<InetAddress, Integer> counts = new HashMap<>();

  int get(InetAddress address) {
    return counts.getOrDefault(address, 0);
  }

  void add(InetAddress address) {
    counts.merge(address, 1, Integer::sum);
  }

  void remove(InetAddress address) {
    counts.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
  }
}
