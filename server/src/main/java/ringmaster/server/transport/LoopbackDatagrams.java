package ringmaster.server.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import ringmaster.shared.protocol.Limits;

/**
 * Datagrams between a server and clients of the same process: bots, and tests of whole servers.
 * Driven by one thread it is deterministic; driven by several it is safe.
 */
public final class LoopbackDatagrams implements DatagramTransport {
  /** A turn of the server's network thread at a thousand bots, with room to spare. 5 MB. */
  private static final int SERVER_SLOTS = 4096;

  /** Half a second of snapshots at 60 Hz, and 38 KB for each bot. */
  private static final int CLIENT_SLOTS = 32;

  private final Counters<DatagramEvent> counters = new Counters<>(DatagramEvent.class);
  private final AtomicInteger clientCount = new AtomicInteger();
  private final LoopbackAddress server =
      new LoopbackAddress("loopback server", new DatagramRing(SERVER_SLOTS));

  /** A new client, at an address of its own. Any thread. */
  public Client connect() {
    return new Client("loopback client " + clientCount.incrementAndGet());
  }

  /** Counts the server's side, as a {@link DatagramEndpoint} does. */
  public Counters<DatagramEvent> counters() {
    return counters;
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    return server.arrivals().drain(handler, nowNanos);
  }

  @Override
  public boolean send(ByteBuffer datagram, SocketAddress to) {
    int lengthBytes = datagram.remaining();
    boolean taken =
        to instanceof LoopbackAddress client
            && lengthBytes <= Limits.MAX_DATAGRAM_BYTES
            && client.arrivals().put(datagram, server);
    if (!taken) {
      counters.count(DatagramEvent.SEND_FAILURE);
      return false;
    }
    counters.count(DatagramEvent.SENT);
    counters.add(DatagramEvent.SENT_BYTES, lengthBytes);
    return true;
  }

  @Override
  public int port() {
    return 0;
  }

  /** There is nothing to give back. */
  @Override
  public void close() {}

  /** A client's end. Sending and polling are each for one thread at a time. */
  public final class Client {
    private final LoopbackAddress address;

    private Client(String name) {
      address = new LoopbackAddress(name, new DatagramRing(CLIENT_SLOTS));
    }

    /** Where the server sees this client. */
    public SocketAddress address() {
      return address;
    }

    /**
     * Sends to the server what a socket would deliver.
     *
     * @return false if it is lost
     */
    public boolean send(byte[] datagram, int lengthBytes) {
      if (lengthBytes == 0) {
        counters.count(DatagramEvent.EMPTY);
        return false;
      }
      if (lengthBytes > Limits.MAX_DATAGRAM_BYTES) {
        counters.count(DatagramEvent.OVERSIZE);
        return false;
      }
      if (!server.arrivals().put(ByteBuffer.wrap(datagram, 0, lengthBytes), address)) {
        counters.count(DatagramEvent.DROPPED);
        return false;
      }
      counters.count(DatagramEvent.RECEIVED);
      counters.add(DatagramEvent.RECEIVED_BYTES, lengthBytes);
      return true;
    }

    /** Hands over what the server sent. Returns how many datagrams. */
    public int poll(Handler handler, long nowNanos) {
      return address.arrivals().drain(handler, nowNanos);
    }
  }
}
