package ringmaster.client.connection;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.netsim.NetworkLink;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.seal.ReplayWindow;
import ringmaster.shared.wire.BitWriter;

/**
 * One session's datagrams in both directions: the envelope, counts, and if asked for a simulated
 * network between client and socket.
 *
 * <pre>
 * client -> begin/send -> [uplink]   -> hub -> server
 * client <- bodies     <- [downlink] <- hub <- server
 * </pre>
 */
final class DatagramPath implements DatagramHub.Receiver {
  /** Takes what the server sent. */
  interface Bodies {
    /** A body that was opened, valid during the call. */
    void received(byte[] datagram, int offset, int lengthBytes, long nowNanos);
  }

  /** One datagram a tick at the highest tick rate, and as many held back and caught up on. */
  private static final int LINK_DATAGRAMS_PER_SECOND = 240;

  /** All is due by then, and the difference to any time now does not overflow. */
  private static final long LONG_AFTER_NANOS = Long.MAX_VALUE >> 1;

  private final long sessionId;
  private final DatagramHub hub;
  private final SocketAddress server;
  private final Bodies bodies;
  private final ClientCounters counters;
  private final ReplayWindow window = new ReplayWindow();
  private final BitWriter writer = new BitWriter();
  private final byte[] out = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final byte[] scratch = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final int seed;
  private @Nullable NetworkLink uplink;
  private @Nullable NetworkLink downlink;
  private final NetworkLink.Sink intoHub = this::sendNow;
  private final NetworkLink.Sink intoClient = this::openCopy;
  private long lostUpBefore;
  private long nowNanos;

  /**
   * @param seed of what the simulated network draws
   */
  DatagramPath(
      long sessionId,
      DatagramHub hub,
      SocketAddress server,
      NetworkProfile network,
      int seed,
      Bodies bodies,
      ClientCounters counters) {
    this.sessionId = sessionId;
    this.hub = hub;
    this.server = server;
    this.bodies = bodies;
    this.counters = counters;
    this.seed = seed;
    uplink = link(network, 2 * seed, null);
    downlink = link(network, 2 * seed + 1, null);
    hub.register(sessionId, this);
  }

  private static @Nullable NetworkLink link(
      NetworkProfile network, int stream, @Nullable NetworkLink before) {
    if (network.equals(NetworkProfile.NONE)) {
      return null;
    }
    int capacityDatagrams = network.datagramsInFlight(LINK_DATAGRAMS_PER_SECOND);
    return before == null
        ? new NetworkLink(network, stream, capacityDatagrams)
        : before.successor(network, capacityDatagrams);
  }

  /** Simulates another network from now on. What is under way on the one so far arrives at once. */
  void simulate(NetworkProfile network, long now) {
    nowNanos = now;
    lostUpBefore = lostUp();
    if (uplink != null && downlink != null) {
      uplink.poll(now + LONG_AFTER_NANOS, intoHub);
      downlink.poll(now + LONG_AFTER_NANOS, intoClient);
    }
    uplink = link(network, 2 * seed, uplink);
    downlink = link(network, 2 * seed + 1, downlink);
  }

  /** Moves simulated traffic on. Returns how many datagrams moved. */
  int poll(long now) {
    if (uplink == null || downlink == null) {
      return 0;
    }
    nowNanos = now;
    return uplink.poll(now, intoHub) + downlink.poll(now, intoClient);
  }

  /** Starts the body of the next datagram. */
  BitWriter begin() {
    return writer.wrap(out, Envelope.HEADER_BYTES, out.length - Envelope.OVERHEAD_BYTES);
  }

  /** Sends the datagram begun. */
  void send(long now) {
    counters.datagramsSent++;
    int length = Envelope.seal(out, writer.lengthBytes(), sessionId, (int) counters.datagramsSent);
    counters.datagramBytesSent += length;
    if (uplink == null) {
      hub.send(out, length, server);
    } else {
      uplink.send(out, 0, length, now);
    }
  }

  private void sendNow(byte[] bytes, int offset, int length) {
    System.arraycopy(bytes, offset, scratch, 0, length);
    hub.send(scratch, length, server);
  }

  @Override
  public void received(byte[] datagram, int lengthBytes, long now) {
    nowNanos = now;
    if (downlink == null) {
      open(datagram, lengthBytes);
    } else {
      downlink.send(datagram, 0, lengthBytes, now);
    }
  }

  private void openCopy(byte[] bytes, int offset, int length) {
    System.arraycopy(bytes, offset, scratch, 0, length);
    open(scratch, length);
  }

  private void open(byte[] datagram, int lengthBytes) {
    if (!Envelope.accept(datagram, lengthBytes, window)) {
      return;
    }
    counters.datagramsReceived++;
    counters.datagramBytesReceived += lengthBytes;
    counters.newestServerCounter = window.newest();
    int bodyBytes = lengthBytes - Envelope.OVERHEAD_BYTES;
    bodies.received(datagram, Envelope.HEADER_BYTES, bodyBytes, nowNanos);
  }

  /** Datagrams of this client that the simulated network lost on their way up. */
  long lostUp() {
    return lostUpBefore + (uplink == null ? 0 : uplink.lost() + uplink.queueDropped());
  }

  void close() {
    hub.unregister(sessionId);
  }
}
