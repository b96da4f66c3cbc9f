package ringmaster.client.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/**
 * The control channel over TCP, in Kryonet's framing but without Kryonet: each message is preceded
 * by its length as a big-endian u32.
 */
final class SocketControlChannel implements ControlChannel {
  /** What a client may have waiting for a server that does not read: a few lines of chat. */
  private static final int OUT_BYTES = 4096;

  /** Room for any message of a client with its length; a line of chat is the longest. */
  private static final int MAX_FRAME_BYTES = 512;

  private final long startedNanos;
  private final ByteBuffer in =
      ByteBuffer.allocate(ControlCodec.LENGTH_BYTES + Limits.MAX_CONTROL_MESSAGE_BYTES);
  private final ByteBuffer out = ByteBuffer.allocate(OUT_BYTES);
  private @Nullable SocketChannel channel;
  private boolean connected;
  private boolean closed;

  SocketControlChannel(InetSocketAddress server, long nowNanos) {
    startedNanos = nowNanos;
    channel = open(server);
  }

  private static @Nullable SocketChannel open(InetSocketAddress server) {
    SocketChannel opened = null;
    try {
      opened = SocketChannel.open();
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.connect(server);
      return opened;
    } catch (IOException | UnresolvedAddressException e) {
      closeQuietly(opened);
      return null;
    }
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    if (closed) {
      return 0;
    }
    SocketChannel open = channel;
    if (open == null) {
      return lost(handler);
    }
    try {
      if (!connected && !connect(open, handler, nowNanos)) {
        return 0;
      }
      flush(open);
      return read(open, handler);
    } catch (IOException e) {
      return lost(handler);
    }
  }

  private boolean connect(SocketChannel open, Handler handler, long nowNanos) throws IOException {
    connected = open.finishConnect();
    if (connected) {
      handler.connected(nowNanos - startedNanos);
    }
    return connected;
  }

  private int read(SocketChannel open, Handler handler) throws IOException {
    int received = open.read(in);
    if (received < 0) {
      return lost(handler);
    }
    if (received == 0) {
      return 0;
    }
    in.flip();
    boolean sane = deliver(handler);
    in.compact();
    return sane ? received : lost(handler);
  }

  /** Hands over all whole messages; false if a length makes no sense and all is lost. */
  private boolean deliver(Handler handler) {
    while (!closed && in.remaining() >= ControlCodec.LENGTH_BYTES) {
      int length = in.getInt(in.position());
      if (length <= 0 || length > Limits.MAX_CONTROL_MESSAGE_BYTES) {
        return false;
      }
      if (in.remaining() < ControlCodec.LENGTH_BYTES + length) {
        return true;
      }
      int start = in.position() + ControlCodec.LENGTH_BYTES;
      in.position(start + length);
      handler.received(ControlCodec.decodeFromServer(in.slice(start, length)));
    }
    return true;
  }

  private int lost(Handler handler) {
    if (!closed) {
      close();
      handler.disconnected();
    }
    return 1;
  }

  /** A server that leaves kilobytes unread is gone: the channel breaks, as the next poll tells. */
  @Override
  public void send(ControlMessage.FromClient message) {
    SocketChannel open = channel;
    if (closed || open == null) {
      return;
    }
    if (out.remaining() < MAX_FRAME_BYTES) {
      breakOff(open);
      return;
    }
    int start = out.position();
    out.position(start + ControlCodec.LENGTH_BYTES);
    ControlCodec.encode(message, out);
    out.putInt(start, out.position() - start - ControlCodec.LENGTH_BYTES);
    try {
      flush(open);
    } catch (IOException e) {
      breakOff(open);
    }
  }

  private void flush(SocketChannel open) throws IOException {
    if (connected && out.position() > 0) {
      out.flip();
      open.write(out);
      out.compact();
    }
  }

  private void breakOff(SocketChannel open) {
    closeQuietly(open);
    channel = null;
  }

  @Override
  public void close() {
    closed = true;
    closeQuietly(channel);
    channel = null;
  }

  private static void closeQuietly(@Nullable SocketChannel open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // Nothing of it is needed any more.
      return;
    }
  }
}
