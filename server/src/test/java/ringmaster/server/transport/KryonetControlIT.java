package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.server.transport.ControlTransport.Connection;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;

/** What well-meaning clients and operators meet. */
final class KryonetControlIT {
  @Test
  void greetsFirstThenCarriesMessagesBothWays() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.stranger(1);
      assertInstanceOf(Accepted.class, client.messages().getFirst());

      client.say(ControlLab.HELLO);
      lab.pollUntil(() -> !lab.handler.received.isEmpty());
      assertEquals(List.of(ControlLab.HELLO), lab.handler.received);

      assertTrue(lab.handler.connected.getFirst().send(new Notice("welcome")));
      lab.pollUntil(() -> client.messages().size() == 2);
      assertEquals(new Notice("welcome"), client.messages().getLast());
    }
  }

  @Test
  void messagesArriveWholeHoweverTheyAreCut() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.stranger(1);
      for (byte each : RawClient.frame(ControlLab.HELLO)) {
        client.write(new byte[] {each});
        lab.poll();
      }
      lab.pollUntil(() -> !lab.handler.received.isEmpty());
      assertEquals(List.of(ControlLab.HELLO), lab.handler.received);
    }
  }

  @Test
  void tellsOnceOfAClientThatLeaves() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      client.say(new Leave());
      client.close();
      lab.pollUntil(() -> !lab.handler.disconnected.isEmpty());
      lab.pollTimes(10);
      assertEquals(List.of(ControlLab.HELLO, new Leave()), lab.handler.received);
      assertEquals(lab.handler.connected, lab.handler.disconnected);
    }
  }

  @Test
  void whatWasSentBeforeClosingStillArrives() {
    Refused refused = new Refused(DisconnectReason.SERVER_FULL, "server full");
    RecordingHandler refusing =
        new RecordingHandler() {
          @Override
          public void received(Connection connection, ControlMessage.FromClient message) {
            super.received(connection, message);
            connection.send(refused);
            connection.close();
          }
        };
    try (ControlLab lab = new ControlLab(refusing)) {
      RawClient client = lab.player(1);
      lab.pollUntil(client::ended);
      assertEquals(refused, client.messages().getLast());
      assertEquals(lab.handler.connected, lab.handler.disconnected);
    }
  }

  @Test
  void sendingToAClosedConnectionIsFalse() {
    try (ControlLab lab = new ControlLab()) {
      lab.stranger(1);
      Connection connection = lab.handler.connected.getFirst();
      connection.close();
      assertFalse(connection.send(new Notice("too late")));
    }
  }

  @Test
  void onlyThisMachineIsTrusted() {
    try (ControlLab lab = new ControlLab()) {
      lab.local();
      lab.stranger(1);
      assertEquals("127.0.0.1", lab.handler.connected.get(0).remoteAddress());
      assertTrue(lab.handler.connected.get(0).trusted());
      assertEquals("127.1.0.2", lab.handler.connected.get(1).remoteAddress());
      assertFalse(lab.handler.connected.get(1).trusted());
    }
  }

  @Test
  void speaksIpv6() throws IOException {
    InetAddress six = InetAddress.ofLiteral("::1");
    RecordingHandler handler = new RecordingHandler();
    KryonetControl control = new KryonetControl(new InetSocketAddress(six, 0));
    try (SocketChannel client = SocketChannel.open(new InetSocketAddress(six, control.port()))) {
      while (handler.connected.isEmpty()) {
        control.poll(handler, 0);
      }
      assertTrue(client.isConnected());
      assertEquals("0:0:0:0:0:0:0:1", handler.connected.getFirst().remoteAddress());
      assertTrue(handler.connected.getFirst().trusted());
    } finally {
      control.close();
    }
  }

  @Test
  void keepsQuietConnectionsAlive() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      lab.passMillis(Limits.KEEP_ALIVE_MILLIS - 1);
      assertEquals(1, client.messages().size());
      lab.passMillis(100);
      lab.pollUntil(() -> client.messages().size() == 2);
      assertEquals(new KeepAlive(), client.messages().getLast());
    }
  }

  @Test
  void keepAlivesOfAPlayerHoldTheConnectionAndReachNobody() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      for (int i = 0; i < 100; i++) {
        int before = client.messages().size();
        client.say(new KeepAlive());
        lab.pollTimes(3);
        lab.passMillis(Limits.KEEP_ALIVE_MILLIS);
        lab.pollUntil(() -> client.messages().size() > before);
      }
      assertEquals(List.of(ControlLab.HELLO), lab.handler.received);
      lab.exchange(client);
    }
  }

  @Test
  void portInUseIsOneSentence() {
    try (ControlLab lab = new ControlLab()) {
      int port = lab.control.port();
      InetSocketAddress taken = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
      String message =
          assertThrows(TransportException.class, () -> new KryonetControl(taken)).getMessage();
      assertEquals("TCP port " + port + " is already in use by another program.", message);
    }
  }

  @Test
  void addressOfAnotherMachineIsOneSentence() {
    InetSocketAddress elsewhere = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 0);
    assertEquals(
        "TCP port 0 on 192.0.2.1 cannot be opened: Cannot assign requested address.",
        assertThrows(TransportException.class, () -> new KryonetControl(elsewhere)).getMessage());
  }

  @Test
  void unknownHostIsOneSentence() {
    InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
    String message =
        assertThrows(TransportException.class, () -> new KryonetControl(unknown)).getMessage();
    assertEquals("The address nowhere.invalid to listen on is unknown.", message);
  }

  @Test
  void closingTellsNobodyAndFreesThePortAtOnce() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      lab.control.close();
      assertEquals(0, lab.poll());
      assertTrue(lab.handler.disconnected.isEmpty());
      InetSocketAddress same =
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), lab.control.port());
      new KryonetControl(same).close();
      lab.pollUntil(client::ended);
    }
  }

  @Test
  void malformedMessagesAreToldOnceAndEndTheConnectionAtTheThird() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      byte[] nonsense = RawClient.frame(new byte[] {99});
      client.write(nonsense);
      client.write(nonsense);
      lab.exchange(client);
      client.write(nonsense);
      lab.pollUntil(client::ended);
      assertEquals(1, lab.handler.received.stream().filter(Malformed.class::isInstance).count());
      assertEquals(1, lab.count(ControlEvent.CLOSED_MALFORMED));
    }
  }
}
