package ringmaster.server.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.Limits;

/**
 * Datagrams over one UDP socket, polled.
 *
 * <p>Receiving until nothing is left and then resting costs a third of what waiting in a selector
 * does. Sending to an address that is kept allocates nothing; receiving allocates an address
 * whenever the sender is another than before, which is the JDK's doing.
 */
public final class DatagramEndpoint implements DatagramTransport {
  /** 4 ms of traffic fit the usual 208 KB; this holds a pause of the collector. */
  public static final int WANTED_RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

  /** A flood must not keep the polling thread from its other duties. */
  private static final int MAX_DATAGRAMS_PER_POLL = 4096;

  private final Counters<DatagramEvent> counters = new Counters<>(DatagramEvent.class);
  private final DatagramChannel channel;
  private final int port;
  private final int receiveBufferBytes;

  /** One byte more than is legal, to tell the longest datagram from those cut to size. */
  private final ByteBuffer arrival = ByteBuffer.allocateDirect(Limits.MAX_DATAGRAM_BYTES + 1);

  private final byte[] datagram = new byte[Limits.MAX_DATAGRAM_BYTES];

  /**
   * Opens the socket.
   *
   * @param address to bind to; port 0 takes a free one, see {@link #port}
   * @throws TransportException if the port cannot be had
   */
  public DatagramEndpoint(InetSocketAddress address) {
    TransportException.requireKnownHost(address);
    try {
      channel = DatagramChannel.open();
    } catch (IOException e) {
      throw TransportException.cannotOpen("UDP", address, e);
    }
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, WANTED_RECEIVE_BUFFER_BYTES);
      channel.bind(address);
      receiveBufferBytes = channel.getOption(StandardSocketOptions.SO_RCVBUF);
      port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    } catch (IOException e) {
      close();
      throw TransportException.cannotOpen("UDP", address, e);
    }
  }

  /** What the system granted of {@link #WANTED_RECEIVE_BUFFER_BYTES}; less loses bursts. */
  public int receiveBufferBytes() {
    return receiveBufferBytes;
  }

  public Counters<DatagramEvent> counters() {
    return counters;
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    int arrived = 0;
    while (arrived < MAX_DATAGRAMS_PER_POLL) {
      SocketAddress from = receive();
      if (from == null) {
        break;
      }
      arrived++;
      deliver(handler, from, nowNanos);
    }
    return arrived;
  }

  private @Nullable SocketAddress receive() {
    arrival.clear();
    try {
      return channel.receive(arrival);
    } catch (IOException e) {
      counters.count(DatagramEvent.RECEIVE_ERROR);
      return null;
    }
  }

  private void deliver(Handler handler, SocketAddress from, long nowNanos) {
    int lengthBytes = arrival.position();
    if (lengthBytes == 0) {
      counters.count(DatagramEvent.EMPTY);
      return;
    }
    if (lengthBytes > Limits.MAX_DATAGRAM_BYTES) {
      counters.count(DatagramEvent.OVERSIZE);
      return;
    }
    counters.count(DatagramEvent.RECEIVED);
    counters.add(DatagramEvent.RECEIVED_BYTES, lengthBytes);
    arrival.get(0, datagram, 0, lengthBytes);
    handler.received(datagram, lengthBytes, from, nowNanos);
  }

  @Override
  public boolean send(ByteBuffer datagram, SocketAddress to) {
    int lengthBytes = datagram.remaining();
    if (!transmit(datagram, to)) {
      counters.count(DatagramEvent.SEND_FAILURE);
      return false;
    }
    counters.count(DatagramEvent.SENT);
    counters.add(DatagramEvent.SENT_BYTES, lengthBytes);
    return true;
  }

  /** A datagram goes whole or not at all: what is left over tells which. */
  private boolean transmit(ByteBuffer datagram, SocketAddress to) {
    try {
      channel.send(datagram, to);
      return !datagram.hasRemaining();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
