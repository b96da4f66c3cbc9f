package ringmaster.client.connection;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A server on the network. */
public final class SocketEndpoint implements ServerEndpoint {
  private final String host;
  private final InetSocketAddress control;

  /** Looks the host up, which may take a while; a host that is not found is unreachable. */
  public SocketEndpoint(String host, int port) {
    this.host = host;
    control = new InetSocketAddress(host, port);
  }

  @Override
  public ControlChannel connect(long nowNanos) {
    return new SocketControlChannel(control, nowNanos);
  }

  @Override
  public SocketAddress datagramAddress(int port) {
    return new InetSocketAddress(control.getAddress(), port);
  }

  @Override
  public String name() {
    return host.indexOf(':') < 0
        ? host + ":" + control.getPort()
        : "[" + host + "]:" + control.getPort();
  }
}
