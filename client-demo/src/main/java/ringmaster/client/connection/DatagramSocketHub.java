package ringmaster.client.connection;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;

/**
 * One socket for all clients of a thread: a thousand sockets would cost a thousand system calls per
 * turn to find out that nothing came.
 */
public final class DatagramSocketHub implements DatagramHub, AutoCloseable {
  /** What a thousand players receive in 100 ms; the system may grant less. */
  private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

  private final DatagramChannel channel;
  private final SessionTable sessions = new SessionTable();

  /** However fast somebody sends, a turn ends: others wait for the thread, or for its lock. */
  static final int MAX_DATAGRAMS_PER_TURN = 64;

  /** One byte longer than allowed, so that a datagram that was cut off shows. */
  private final ByteBuffer in = ByteBuffer.allocateDirect(Limits.MAX_DATAGRAM_BYTES + 1);

  private final ByteBuffer out = ByteBuffer.allocateDirect(Limits.MAX_DATAGRAM_BYTES);
  private final byte[] datagram = new byte[Limits.MAX_DATAGRAM_BYTES];
  private long unsent;

  public DatagramSocketHub() throws IOException {
    channel = DatagramChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
    channel.bind(null);
  }

  @Override
  public void register(long sessionId, Receiver receiver) {
    sessions.put(sessionId, receiver);
  }

  @Override
  public void unregister(long sessionId) {
    sessions.remove(sessionId);
  }

  @Override
  public void send(byte[] bytes, int lengthBytes, SocketAddress to) {
    out.clear().put(bytes, 0, lengthBytes).flip();
    try {
      if (channel.send(out, to) == 0) {
        unsent++;
      }
    } catch (IOException e) {
      unsent++; // no route, say: for the game that is one more lost datagram
    }
  }

  /** Datagrams the system would not take. */
  public long unsent() {
    return unsent;
  }

  @Override
  public int poll(long nowNanos) {
    int count = 0;
    while (count < MAX_DATAGRAMS_PER_TURN && receive()) {
      count++;
      deliver(nowNanos);
    }
    return count;
  }

  private boolean receive() {
    in.clear();
    try {
      return channel.receive(in) != null;
    } catch (IOException e) {
      return false; // an ICMP error about an earlier datagram; what waits behind it comes next turn
    }
  }

  private void deliver(long nowNanos) {
    int length = in.flip().remaining();
    if (!Envelope.plausible(length) || length > datagram.length) {
      return;
    }
    in.get(datagram, 0, length);
    Receiver receiver = sessions.find(Envelope.sessionId(datagram));
    if (receiver != null) {
      receiver.received(datagram, length, nowNanos);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
