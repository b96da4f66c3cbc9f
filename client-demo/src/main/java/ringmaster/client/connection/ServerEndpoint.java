package ringmaster.client.connection;

import java.net.SocketAddress;

/** Where a server is, and how it is reached. Used by one thread. */
public interface ServerEndpoint {
  /** Begins a new control connection; it reports its failure when it is polled. */
  ControlChannel connect(long nowNanos);

  /** Where datagrams go. */
  SocketAddress datagramAddress(int port);

  /** The address as a person writes it. */
  String name();
}
