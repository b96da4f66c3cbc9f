package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

/** The clients' socket against a flood, with real sockets. */
final class DatagramSocketHubIT {
  private static final int FLOOD = 3 * DatagramSocketHub.MAX_DATAGRAMS_PER_TURN;

  @Test
  void aTurnEndsHoweverMuchArrives() throws IOException {
    try (DatagramSocketHub hub = new DatagramSocketHub();
        DatagramChannel stranger = DatagramChannel.open()) {
      stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      hub.send(new byte[1], 1, stranger.getLocalAddress());
      SocketAddress victim = stranger.receive(ByteBuffer.allocate(1));
      for (int i = 0; i < FLOOD; i++) {
        stranger.send(ByteBuffer.allocate(1), victim);
      }
      assertEquals(DatagramSocketHub.MAX_DATAGRAMS_PER_TURN, hub.poll(0));
      assertTrue(hub.poll(0) > 0, "the rest comes with the next turns");
    }
  }

  @Test
  void aPortThatNobodyCanHaveLosesTheDatagramOnly() throws IOException {
    try (DatagramSocketHub hub = new DatagramSocketHub()) {
      hub.send(new byte[1], 1, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertEquals(1, hub.unsent());
    }
  }
}
