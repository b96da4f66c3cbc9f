package ringmaster.server.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** Datagrams in and out. Receiving is for one thread, sending for any. */
public interface DatagramTransport extends AutoCloseable {
  /** Takes a datagram that arrived. */
  interface Handler {
    /**
     * @param datagram holds the bytes from index 0 on; the transport's own, valid during the call
     * @param lengthBytes 1 .. the transport's maximum; longer datagrams never get here
     * @param from the sender as the transport knows it; may be kept
     */
    void received(byte[] datagram, int lengthBytes, SocketAddress from, long nowNanos);
  }

  /** Hands over all datagrams that have arrived. Returns how many. */
  int poll(Handler handler, long nowNanos);

  /**
   * Sends one datagram, from position to limit; never waits.
   *
   * @return false if the system would not take it: it is lost, as datagrams may be
   */
  boolean send(ByteBuffer datagram, SocketAddress to);

  /** The UDP port, 0 where there is none. */
  int port();

  @Override
  void close();
}
