package ringmaster.server.transport;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.Listener;
import ringmaster.shared.protocol.ControlMessage.FromClient;

/** Passes on what Kryonet tells, in the types that we gave it. */
final class KryonetListener extends Listener {
  private final KryonetControl control;

  KryonetListener(KryonetControl control) {
    this.control = control;
  }

  @Override
  public void connected(Connection connection) {
    control.connected((KryonetConnection) connection);
  }

  @Override
  public void received(Connection connection, Object message) {
    control.received((KryonetConnection) connection, (FromClient) message);
  }

  @Override
  public void disconnected(Connection connection) {
    control.disconnected((KryonetConnection) connection);
  }
}
