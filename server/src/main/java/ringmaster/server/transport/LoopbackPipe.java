package ringmaster.server.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/**
 * A connection within the process: a bounded queue of encoded messages each way. Itself the
 * server's end; the client's is {@link LoopbackClient}.
 */
final class LoopbackPipe implements ControlTransport.Connection {
  /** More than a TCP connection would hold of all but the shortest messages. */
  static final int QUEUE_MESSAGES = 256;

  private final ArrayBlockingQueue<byte[]> toServer = new ArrayBlockingQueue<>(QUEUE_MESSAGES);
  private final ArrayBlockingQueue<byte[]> toClient = new ArrayBlockingQueue<>(QUEUE_MESSAGES);
  private final int connectionId;
  private final Counters<ControlEvent> counters;
  private volatile boolean closedByServer;
  private volatile boolean closedByClient;

  LoopbackPipe(int connectionId, Counters<ControlEvent> counters) {
    this.connectionId = connectionId;
    this.counters = counters;
  }

  @Override
  public String remoteAddress() {
    return "loopback";
  }

  @Override
  public boolean trusted() {
    return true;
  }

  @Override
  public boolean sameProcess() {
    return true;
  }

  @Override
  public boolean send(ControlMessage.FromServer message) {
    if (!open()) {
      return false;
    }
    if (!toClient.offer(encode(message))) {
      counters.count(ControlEvent.CLOSED_SLOW_READER);
      close();
      return false;
    }
    return true;
  }

  @Override
  public void close() {
    closedByServer = true;
  }

  /** Says what Kryonet says to each new connection. */
  void greet() {
    send(new ControlMessage.Accepted(connectionId));
  }

  ControlMessage.@Nullable FromClient nextFromClient() {
    byte @Nullable [] message = closedByServer ? null : toServer.poll();
    return message == null ? null : ControlCodec.decodeFromClient(ByteBuffer.wrap(message));
  }

  /** What a client said before it closed still counts. */
  boolean gone() {
    return closedByServer || (closedByClient && toServer.isEmpty());
  }

  boolean open() {
    return !closedByServer && !closedByClient;
  }

  boolean sendFromClient(ControlMessage.FromClient message) {
    if (!open()) {
      return false;
    }
    if (!toServer.offer(encode(message))) {
      closeByClient();
      return false;
    }
    return true;
  }

  ControlMessage.@Nullable FromServer nextFromServer() {
    byte @Nullable [] message = toClient.poll();
    return message == null ? null : ControlCodec.decodeFromServer(ByteBuffer.wrap(message));
  }

  void closeByClient() {
    closedByClient = true;
  }

  private static byte[] encode(ControlMessage message) {
    byte[] bytes = new byte[Limits.MAX_CONTROL_MESSAGE_BYTES];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    ControlCodec.encode(message, out);
    return Arrays.copyOf(bytes, out.position());
  }
}
