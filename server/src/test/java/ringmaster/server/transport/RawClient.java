package ringmaster.server.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;

/** A TCP client that may send any bytes; it never waits. */
final class RawClient implements AutoCloseable {
  private final SocketChannel channel;
  private final ByteBuffer arrived = ByteBuffer.allocate(1 << 20);
  private final List<ControlMessage.FromServer> messages = new ArrayList<>();
  private boolean ended;

  /**
   * @param from the client's own address: any of 127.0.0.0/8, as if from many machines
   */
  RawClient(String from, int port) {
    try {
      channel = SocketChannel.open();
      channel.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
      channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      channel.configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what the socket takes. Returns how many bytes that was; 0 if the server has closed. */
  int write(byte[] bytes) {
    try {
      return channel.write(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      ended = true;
      return 0;
    }
  }

  void say(ControlMessage.FromClient message) {
    write(frame(message));
  }

  static byte[] frame(ControlMessage message) {
    ByteBuffer out = ByteBuffer.allocate(16 * 1024);
    out.position(ControlCodec.LENGTH_BYTES);
    ControlCodec.encode(message, out);
    out.putInt(0, out.position() - ControlCodec.LENGTH_BYTES);
    byte[] bytes = new byte[out.position()];
    out.get(0, bytes);
    return bytes;
  }

  /** A frame of any content under an honest length. */
  static byte[] frame(byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(ControlCodec.LENGTH_BYTES + content.length);
    return out.putInt(content.length).put(content).array();
  }

  /** All messages that have arrived so far. */
  List<ControlMessage.FromServer> messages() {
    read();
    arrived.flip();
    while (arrived.remaining() >= ControlCodec.LENGTH_BYTES
        && arrived.remaining() - ControlCodec.LENGTH_BYTES >= arrived.getInt(arrived.position())) {
      ByteBuffer frame = arrived.slice(arrived.position() + 4, arrived.getInt());
      messages.add(ControlCodec.decodeFromServer(frame));
      arrived.position(arrived.position() + frame.capacity());
    }
    arrived.compact();
    return messages;
  }

  /** Whether the server has closed the connection. */
  boolean ended() {
    messages();
    return ended;
  }

  private void read() {
    try {
      int count = channel.read(arrived);
      ended |= count < 0;
    } catch (IOException e) {
      ended = true;
    }
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
