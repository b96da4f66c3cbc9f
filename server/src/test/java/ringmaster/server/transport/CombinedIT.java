package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Say;

/** Players by socket and bots by loopback, at one server. */
final class CombinedIT {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

  @Test
  void controlServesBoth() {
    LoopbackControl loopback = new LoopbackControl();
    RecordingHandler handler = new RecordingHandler();
    try (CombinedControl both = new CombinedControl(new KryonetControl(ANY_PORT), loopback);
        RawClient player = new RawClient("127.0.0.1", both.port());
        LoopbackClient bot = loopback.connect()) {
      player.say(new Say("from afar"));
      bot.send(new Say("from within"));
      while (handler.received.size() < 2) {
        both.poll(handler, 0);
      }
      handler.connected.forEach(connection -> assertTrue(connection.send(new Notice("hello"))));
      while (player.messages().size() < 2) {
        both.poll(handler, 0);
      }
    }
  }

  @Test
  void closingControlClosesBoth() {
    LoopbackControl loopback = new LoopbackControl();
    try (LoopbackClient bot = loopback.connect()) {
      CombinedControl both = new CombinedControl(new KryonetControl(ANY_PORT), loopback);
      InetSocketAddress same = new InetSocketAddress(ANY_PORT.getAddress(), both.port());
      both.close();
      assertFalse(bot.isOpen());
      new KryonetControl(same).close();
    }
  }

  @Test
  void datagramsFindTheirWayByAddress() {
    LoopbackDatagrams loopback = new LoopbackDatagrams();
    try (CombinedDatagrams both = new CombinedDatagrams(new DatagramEndpoint(ANY_PORT), loopback);
        DatagramEndpoint player = new DatagramEndpoint(ANY_PORT)) {
      LoopbackDatagrams.Client bot = loopback.connect();
      bot.send(new byte[] {1}, 1);
      player.send(
          ByteBuffer.allocate(2),
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), both.port()));
      List<SocketAddress> senders = new ArrayList<>();
      while (senders.size() < 2) {
        both.poll((_, _, from, _) -> senders.add(from), 0);
      }
      senders.forEach(to -> assertTrue(both.send(ByteBuffer.allocate(3), to)));
      int[] heard = new int[1];
      assertEquals(1, bot.poll((_, lengthBytes, _, _) -> heard[0] += lengthBytes, 0));
      while (heard[0] < 6) {
        player.poll((_, lengthBytes, _, _) -> heard[0] += lengthBytes, 0);
      }
      assertEquals(6, heard[0]);
    }
  }
}
