package ringmaster.client.browser;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.Limits;

/**
 * The servers that have announced themselves lately, in the order in which they were first heard.
 * Anybody on the network can announce anything, so it is little that is kept. One thread.
 */
final class LanServers {
  /** More than a person looks through. */
  static final int MAX_SERVERS = 64;

  /** So that one machine alone cannot keep the others out. */
  static final int MAX_SERVERS_PER_ADDRESS = 8;

  private static final long LIFETIME_NANOS = Limits.ANNOUNCE_LIFETIME_MILLIS * 1_000_000L;

  /** A server at the address it was first heard from, though it may have several. */
  record Heard(long serverId, InetSocketAddress address, long heardNanos) {}

  private final Map<Long, Heard> byId = new LinkedHashMap<>();

  /**
   * Takes an announcement.
   *
   * @param from the address it came from, which is the server's
   * @return whether there is one server more
   */
  boolean heard(Announcement announcement, InetAddress from, long nowNanos) {
    InetSocketAddress address = new InetSocketAddress(from, announcement.controlPort());
    Heard known = byId.get(announcement.serverId());
    if (known == null ? !hasRoomFor(from) : !known.address.equals(address)) {
      return false;
    }
    byId.put(announcement.serverId(), new Heard(announcement.serverId(), address, nowNanos));
    return known == null;
  }

  private boolean hasRoomFor(InetAddress from) {
    return byId.size() < MAX_SERVERS
        && byId.values().stream().filter(each -> each.address.getAddress().equals(from)).count()
            < MAX_SERVERS_PER_ADDRESS;
  }

  /** Forgets those that fell silent; returns whether there were any. */
  boolean forget(long nowNanos) {
    return byId.values().removeIf(each -> nowNanos - each.heardNanos > LIFETIME_NANOS);
  }

  List<Heard> all() {
    return List.copyOf(byId.values());
  }
}
