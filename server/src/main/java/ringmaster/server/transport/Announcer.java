package ringmaster.server.transport;

import java.io.IOException;
import java.net.Inet4Address;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.Limits;

/**
 * Says every two seconds, on every network of this machine, that there is a server. Nobody is
 * answered: who listens knows where it is, who does not learns nothing.
 *
 * <p>A network that takes no multicast is passed over. That is logged once, since it is how some
 * machines are and no reason not to serve.
 */
public final class Announcer implements Agent {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final long INTERVAL_NANOS = Limits.ANNOUNCE_MILLIS * 1_000_000L;

  /** So that no router passes it on, whatever it makes of the group. */
  private static final int HOPS = 1;

  private final InetAddress bound;
  private final InetSocketAddress group =
      new InetSocketAddress(InetAddress.ofLiteral(Limits.ANNOUNCE_GROUP), Limits.ANNOUNCE_PORT);
  private final ByteBuffer datagram = ByteBuffer.allocate(Announcement.BYTES);
  private @Nullable DatagramChannel channel;
  private long nextNanos = Long.MIN_VALUE;
  private boolean failureLogged;

  /**
   * @param bound the address that the server listens on: a particular one is announced from there
   *     and on its network alone
   */
  public Announcer(Announcement announcement, InetAddress bound) {
    this.bound = bound;
    announcement.write(datagram);
    datagram.flip();
    try {
      channel = open();
    } catch (IOException | UnsupportedOperationException e) {
      failed(e);
    }
  }

  private DatagramChannel open() throws IOException {
    DatagramChannel opened = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
      opened.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
      if (bound instanceof Inet4Address) {
        opened.bind(new InetSocketAddress(bound, 0));
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public String role() {
    return "announcer";
  }

  @Override
  public long restNanos(long nowNanos) {
    return channel == null ? INTERVAL_NANOS : nextNanos - nowNanos;
  }

  @Override
  public int doWork(long nowNanos) {
    DatagramChannel open = channel;
    if (open == null || nowNanos < nextNanos) {
      return 0;
    }
    nextNanos = nowNanos + INTERVAL_NANOS;
    int sent = 0;
    for (NetworkInterface network : networks()) {
      sent += announce(open, network);
    }
    return sent;
  }

  /** Asked each time: networks come and go. */
  private List<NetworkInterface> networks() {
    try {
      return NetworkInterface.networkInterfaces().filter(this::isSuitable).toList();
    } catch (SocketException e) {
      failed(e);
      return List.of();
    }
  }

  /** Loopback, too, though it may not claim multicast: other programs of this machine listen. */
  private boolean isSuitable(NetworkInterface network) {
    try {
      return network.isUp()
          && (network.supportsMulticast() || network.isLoopback())
          && network.inetAddresses().anyMatch(this::isReachable);
    } catch (SocketException e) {
      failed(e);
      return false;
    }
  }

  /** Whether the server can be reached at one of this machine's addresses. */
  private boolean isReachable(InetAddress own) {
    return own instanceof Inet4Address && (bound.isAnyLocalAddress() || own.equals(bound));
  }

  private int announce(DatagramChannel open, NetworkInterface network) {
    try {
      open.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
      return open.send(datagram.rewind(), group) > 0 ? 1 : 0;
    } catch (IOException e) {
      failed(e);
      return 0;
    }
  }

  private void failed(Exception cause) {
    if (!failureLogged) {
      failureLogged = true;
      LOG.info("the server is not announced on all networks: {}", cause.toString());
    }
  }

  @Override
  public void onClose() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      failed(e);
    }
  }
}
