package ringmaster.client;

import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.ControlChannel;
import ringmaster.client.connection.DatagramHub;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.server.transport.LoopbackClient;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.seal.Envelope;

/** The way from clients to a server in the same process: no socket, no clock, no thread. */
final class LoopbackWorld implements ServerEndpoint, DatagramHub {
  private final LoopbackControl control;
  private final LoopbackDatagrams datagrams;
  private final Map<Long, LoopbackDatagrams.Client> clients = new LinkedHashMap<>();
  private final Map<Long, Receiver> receivers = new LinkedHashMap<>();

  LoopbackWorld(LoopbackControl control, LoopbackDatagrams datagrams) {
    this.control = control;
    this.datagrams = datagrams;
  }

  @Override
  public ControlChannel connect(long nowNanos) {
    return new Channel(control.connect());
  }

  @Override
  public SocketAddress datagramAddress(int port) {
    return datagrams.connect().address(); // not looked at: send() knows the session
  }

  @Override
  public String name() {
    return "loopback";
  }

  @Override
  public void register(long sessionId, Receiver receiver) {
    clients.put(sessionId, datagrams.connect());
    receivers.put(sessionId, receiver);
  }

  @Override
  public void unregister(long sessionId) {
    clients.remove(sessionId);
    receivers.remove(sessionId);
  }

  @Override
  public void send(byte[] datagram, int lengthBytes, SocketAddress to) {
    LoopbackDatagrams.Client client = clients.get(Envelope.sessionId(datagram));
    if (client != null) {
      client.send(datagram, lengthBytes);
    }
  }

  @Override
  public int poll(long nowNanos) {
    int count = 0;
    for (Map.Entry<Long, LoopbackDatagrams.Client> entry : List.copyOf(clients.entrySet())) {
      Receiver receiver = receivers.get(entry.getKey());
      if (receiver != null) {
        count +=
            entry
                .getValue()
                .poll(
                    (bytes, length, from, now) -> receiver.received(bytes, length, now), nowNanos);
      }
    }
    return count;
  }

  private static final class Channel implements ControlChannel {
    private final LoopbackClient client;
    private boolean greeted;
    private boolean ended;

    Channel(LoopbackClient client) {
      this.client = client;
    }

    @Override
    public int poll(Handler handler, long nowNanos) {
      if (!greeted) {
        greeted = true;
        handler.connected(0);
      }
      int count = 0;
      ControlMessage.@Nullable FromServer message = client.poll();
      for (; message != null; message = client.poll()) {
        handler.received(message);
        count++;
      }
      if (!client.isOpen() && !ended) {
        ended = true;
        handler.disconnected();
      }
      return count;
    }

    @Override
    public void send(ControlMessage.FromClient message) {
      client.send(message);
    }

    @Override
    public void close() {
      ended = true;
      client.close();
    }
  }
}
