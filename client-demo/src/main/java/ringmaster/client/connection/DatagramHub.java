package ringmaster.client.connection;

import java.net.SocketAddress;

/** The datagrams of many clients on one thread, told apart by their session ids. */
public interface DatagramHub {
  /** One client's end. */
  interface Receiver {
    /**
     * A datagram of this session arrived.
     *
     * @param datagram from index 0 on; valid during the call
     * @param lengthBytes at least the envelope, at most the limit of a datagram
     */
    void received(byte[] datagram, int lengthBytes, long nowNanos);
  }

  void register(long sessionId, Receiver receiver);

  void unregister(long sessionId);

  /** Sends the first {@code lengthBytes}; never waits. What the system does not take is lost. */
  void send(byte[] datagram, int lengthBytes, SocketAddress to);

  /** Hands over all datagrams that have arrived. Returns how many. */
  int poll(long nowNanos);
}
