package ringmaster.server.transport;

import java.net.SocketAddress;

/** One end of a datagram path within the process, and what waits there. Equal only to itself. */
final class LoopbackAddress extends SocketAddress {
  private final String name;
  private final transient DatagramRing arrivals;

  LoopbackAddress(String name, DatagramRing arrivals) {
    this.name = name;
    this.arrivals = arrivals;
  }

  DatagramRing arrivals() {
    return arrivals;
  }

  @Override
  public String toString() {
    return name;
  }
}
