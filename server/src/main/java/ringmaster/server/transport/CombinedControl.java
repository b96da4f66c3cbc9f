package ringmaster.server.transport;

/** Two control transports as one: sockets for players, loopback for bots. */
public final class CombinedControl implements ControlTransport {
  private final ControlTransport sockets;
  private final LoopbackControl loopback;

  public CombinedControl(ControlTransport sockets, LoopbackControl loopback) {
    this.sockets = sockets;
    this.loopback = loopback;
  }

  @Override
  public int poll(Handler handler, long nowNanos) {
    return sockets.poll(handler, nowNanos) + loopback.poll(handler, nowNanos);
  }

  @Override
  public int port() {
    return sockets.port();
  }

  @Override
  public void close() {
    sockets.close();
    loopback.close();
  }
}
