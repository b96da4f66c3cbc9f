package ringmaster.client.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.Limits;

/**
 * Hears what servers announce on all networks of this machine. Never sends anything. A machine
 * without multicast hears nothing, which is no error. One thread.
 */
final class LanListener implements AutoCloseable {
  /** Networks come and go: a cable, a radio, a tunnel. */
  private static final long JOIN_INTERVAL_NANOS = 10_000_000_000L;

  /** However fast somebody announces, a turn ends. */
  private static final int MAX_DATAGRAMS_PER_TURN = 64;

  private final InetAddress group = InetAddress.ofLiteral(Limits.ANNOUNCE_GROUP);

  /** A byte more, so that what is too long shows. */
  private final ByteBuffer in = ByteBuffer.allocate(Announcement.BYTES + 1);

  private final @Nullable DatagramChannel channel = open();
  private long nextJoinNanos = Long.MIN_VALUE;

  /** Several programs of one machine may listen: the port is shared. */
  private static @Nullable DatagramChannel open() {
    DatagramChannel opened = null;
    try {
      opened = DatagramChannel.open(StandardProtocolFamily.INET);
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      opened.bind(new InetSocketAddress(Limits.ANNOUNCE_PORT));
      opened.configureBlocking(false);
      return opened;
    } catch (IOException | UnsupportedOperationException e) {
      closeQuietly(opened);
      return null;
    }
  }

  /** Takes what has arrived; returns whether there are servers more. */
  boolean poll(LanServers servers, long nowNanos) {
    DatagramChannel open = channel;
    if (open == null) {
      return false;
    }
    if (nowNanos >= nextJoinNanos) {
      nextJoinNanos = nowNanos + JOIN_INTERVAL_NANOS;
      networks().forEach(network -> join(open, network));
    }
    boolean more = false;
    try {
      for (int i = 0; i < MAX_DATAGRAMS_PER_TURN; i++) {
        if (!(open.receive(in.clear()) instanceof InetSocketAddress from)) {
          break;
        }
        Announcement announcement = Announcement.read(in.flip());
        more |= announcement != null && servers.heard(announcement, from.getAddress(), nowNanos);
      }
    } catch (IOException e) {
      return more; // the next turn tries again
    }
    return more;
  }

  private static List<NetworkInterface> networks() {
    try {
      return NetworkInterface.networkInterfaces().toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  /** Joining where it has joined changes nothing. */
  private void join(DatagramChannel open, NetworkInterface network) {
    try {
      open.join(group, network);
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return; // this one takes no multicast, or has no address
    }
  }

  private static void closeQuietly(@Nullable DatagramChannel open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      return; // nothing of it is needed any more
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
