package ringmaster.server.transport;

import java.util.ArrayList;
import java.util.List;
import ringmaster.server.transport.ControlTransport.Connection;
import ringmaster.server.transport.ControlTransport.Handler;
import ringmaster.shared.protocol.ControlMessage;

/** Remembers what a control transport told. */
class RecordingHandler implements Handler {
  final List<Connection> connected = new ArrayList<>();
  final List<Connection> disconnected = new ArrayList<>();
  final List<ControlMessage.FromClient> received = new ArrayList<>();

  /** Who sent each of those. */
  final List<Connection> speakers = new ArrayList<>();

  @Override
  public void connected(Connection connection) {
    connected.add(connection);
  }

  @Override
  public void received(Connection connection, ControlMessage.FromClient message) {
    received.add(message);
    speakers.add(connection);
  }

  @Override
  public void disconnected(Connection connection) {
    disconnected.add(connection);
  }
}
