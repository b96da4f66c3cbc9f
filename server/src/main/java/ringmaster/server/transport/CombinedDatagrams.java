package ringmaster.server.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** Two datagram transports as one: sockets for players, loopback for bots. */
public final class CombinedDatagrams implements DatagramTransport {
  private final DatagramTransport sockets;
  private final LoopbackDatagrams loopback;

  public CombinedDatagrams(DatagramTransport sockets, LoopbackDatagrams loopback) {
    this.sockets = sockets;
    this.loopback = loopback;
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    return sockets.poll(handler, nowNanos) + loopback.poll(handler, nowNanos);
  }

  /** The kind of address tells the way. */
  @Override
  public boolean send(ByteBuffer datagram, SocketAddress to) {
    return to instanceof LoopbackAddress ? loopback.send(datagram, to) : sockets.send(datagram, to);
  }

  @Override
  public int port() {
    return sockets.port();
  }

  @Override
  public void close() {
    sockets.close();
    loopback.close();
  }
}
