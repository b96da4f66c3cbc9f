package ringmaster.server;

import java.util.HashMap;
import java.util.Map;
import ringmaster.server.transport.ControlTransport;
import ringmaster.shared.protocol.ControlMessage;

/** A control transport whose clients all come from one address that is not to be trusted. */
final class StrangerControl implements ControlTransport {
  /** Said by a stranger, this arrives as bytes that are no message. */
  static final ControlMessage.Say NOISE = new ControlMessage.Say("noise");

  private record Stranger(Connection connection) implements Connection {
    @Override
    public String remoteAddress() {
      return "203.0.113.7";
    }

    @Override
    public boolean trusted() {
      return false;
    }

    @Override
    public boolean sameProcess() {
      return false;
    }

    @Override
    public boolean send(ControlMessage.FromServer message) {
      return connection.send(message);
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  private final ControlTransport transport;
  private final Map<Connection, Connection> strangers = new HashMap<>();

  StrangerControl(ControlTransport transport) {
    this.transport = transport;
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    return transport.poll(
        new Handler() {
          @Override
          public void connected(Connection connection) {
            handler.connected(strangers.computeIfAbsent(connection, Stranger::new));
          }

          @Override
          public void received(Connection connection, ControlMessage.FromClient message) {
            handler.received(
                strangers.getOrDefault(connection, connection),
                message.equals(NOISE) ? new ControlMessage.Malformed() : message);
          }

          @Override
          public void disconnected(Connection connection) {
            Connection stranger = strangers.remove(connection);
            if (stranger != null) {
              handler.disconnected(stranger);
            }
          }
        },
        nowNanos);
  }

  @Override
  public int port() {
    return transport.port();
  }

  @Override
  public void close() {
    transport.close();
  }
}
