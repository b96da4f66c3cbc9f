package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.esotericsoftware.kryonet.Connection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Ask;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.Limits;

/** What hostile and broken clients do; each time an innocent client must not notice. */
final class KryonetHazardsIT {
  private static final String LONG_TEXT = "x".repeat(Limits.MAX_SENTENCE_BYTES);

  @ParameterizedTest
  @ValueSource(
      ints = {0, -1, Integer.MIN_VALUE, Limits.MAX_CONTROL_MESSAGE_BYTES + 1, Integer.MAX_VALUE})
  void impossibleLengthClosesAtOnce(int length) {
    closesAtOnce(ByteBuffer.allocate(4).putInt(length).array());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: game\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
        "\u0003\u0000\u0000\u0013\u000e\u0000\u0000\u0000",
        "SSH-2.0-scanner\r\n"
      })
  void otherProtocolsAreClosedAtOnce(String bytes) {
    closesAtOnce(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void closesAtOnce(byte[] bytes) {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(1);
      RawClient attacker = lab.stranger(2);
      attacker.write(bytes);
      lab.pollUntil(attacker::ended);
      assertEquals(1, attacker.messages().size(), "nothing but the greeting is answered");
      assertEquals(1, lab.count(ControlEvent.CLOSED_MALFORMED));
      lab.exchange(innocent);
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
    }
  }

  @Test
  void randomBytesEndInAClosedConnection() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(0);
      List<RawClient> attackers = new ArrayList<>();
      for (int i = 1; i <= 100; i++) {
        RawClient attacker = lab.stranger(i);
        byte[] noise = new byte[1 + random.nextInt(4000)];
        random.nextBytes(noise);
        attacker.write(random.nextBoolean() ? noise : RawClient.frame(noise));
        attackers.add(attacker);
      }
      lab.exchange(innocent);
      lab.passMillis(Limits.HANDSHAKE_TIMEOUT_MILLIS);
      for (RawClient attacker : attackers) {
        lab.pollUntil(attacker::ended);
      }
      lab.exchange(innocent);
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
    }
  }

  @Test
  void silentConnectionIsClosedWhenItsTimeIsUp() {
    try (ControlLab lab = new ControlLab()) {
      RawClient silent = lab.stranger(1);
      lab.passMillis(Limits.HANDSHAKE_TIMEOUT_MILLIS - 1);
      assertFalse(silent.ended());
      lab.passMillis(100);
      lab.pollUntil(silent::ended);
      assertEquals(1, lab.count(ControlEvent.CLOSED_SILENT));
      assertEquals(lab.handler.connected, lab.handler.disconnected);
    }
  }

  @Test
  void aPulseIsNoGreeting() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.stranger(1);
      for (int i = 0; i < 5; i++) {
        client.say(new KeepAlive());
        lab.pollTimes(3);
        lab.passMillis(Limits.HANDSHAKE_TIMEOUT_MILLIS / 5);
      }
      lab.pollUntil(client::ended);
      assertEquals(1, lab.count(ControlEvent.CLOSED_SILENT));
    }
  }

  @ParameterizedTest
  @MethodSource("allButHello")
  void onlyHelloIsAGreeting(ControlMessage.FromClient message) {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.stranger(1);
      for (int i = 1; i <= 5; i++) {
        int heard = i;
        client.say(message);
        lab.pollUntil(() -> lab.handler.received.size() == heard);
        lab.passMillis(Limits.HANDSHAKE_TIMEOUT_MILLIS / 5);
      }
      lab.pollUntil(client::ended);
      assertEquals(1, lab.count(ControlEvent.CLOSED_SILENT));
    }
  }

  static List<ControlMessage.FromClient> allButHello() {
    return List.of(new Ask(1), new Say("x"), new Join(1, 2, "0".repeat(64)), new Leave());
  }

  @Test
  void dripOfBytesIsNoGreeting() {
    try (ControlLab lab = new ControlLab()) {
      drip(lab, lab.stranger(1), Limits.HANDSHAKE_TIMEOUT_MILLIS);
    }
  }

  @Test
  void dripOfBytesDoesNotHoldAPlayersConnection() {
    try (ControlLab lab = new ControlLab()) {
      drip(lab, lab.player(1), 3 * Limits.KEEP_ALIVE_MILLIS);
    }
  }

  /** A byte of a never finished message every half second. */
  private static void drip(ControlLab lab, RawClient client, int untilMillis) {
    client.write(ByteBuffer.allocate(4).putInt(Limits.MAX_CONTROL_MESSAGE_BYTES).array());
    for (int millis = 0; millis < untilMillis; millis += 500) {
      assertFalse(client.ended());
      client.write(new byte[] {1});
      lab.pollTimes(3);
      lab.passMillis(500);
    }
    lab.pollUntil(client::ended);
    assertEquals(1, lab.count(ControlEvent.CLOSED_SILENT));
  }

  @Test
  void floodIsClosedAfterTheLastLegalMessage() {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(1);
      RawClient attacker = lab.stranger(2);
      int before = lab.handler.received.size();
      byte[] say = RawClient.frame(new Say("spam"));
      ByteBuffer flood = ByteBuffer.allocate(say.length * 1000);
      while (flood.hasRemaining()) {
        flood.put(say);
      }
      attacker.write(flood.array());
      lab.pollUntil(attacker::ended);
      int heard = lab.handler.received.size() - before;
      assertEquals(Limits.MAX_CONTROL_MESSAGES_PER_SECOND, heard);
      assertEquals(1, lab.count(ControlEvent.CLOSED_FLOOD));
      lab.exchange(innocent);
    }
  }

  @Test
  void asManyMessagesInASecondAsAllowedAreNoFlood() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      for (int second = 0; second < 3; second++) {
        lab.passMillis(1000);
        int before = lab.handler.received.size();
        for (int i = 0; i < Limits.MAX_CONTROL_MESSAGES_PER_SECOND; i++) {
          client.say(new Say("quick"));
        }
        int all = before + Limits.MAX_CONTROL_MESSAGES_PER_SECOND;
        lab.pollUntil(() -> lab.handler.received.size() == all);
      }
      assertEquals(0, lab.count(ControlEvent.CLOSED_FLOOD));
    }
  }

  /** Kryonet's own ping, as Kryonet's framing would carry it, by a client that reads no answer. */
  @Test
  void pingsAreAnsweredByNobody() {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(1);
      RawClient attacker = lab.player(2);
      byte[] ping = RawClient.frame(new byte[] {2, 0, 0, 0, 7, 0});
      for (int i = 0; i < 100_000 && attacker.write(ping) > 0; i++) {
        lab.poll();
      }
      lab.pollUntil(attacker::ended);
      assertEquals(1, attacker.messages().size());
      assertEquals(1, lab.count(ControlEvent.CLOSED_MALFORMED));
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
      lab.exchange(innocent);
    }
  }

  @Test
  void slowReaderIsClosedAndOthersAreServed() {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(1);
      lab.player(2);
      ControlTransport.Connection slow = lab.handler.connected.get(1);
      Notice notice = new Notice(LONG_TEXT);
      int sent = 0;
      while (slow.send(notice)) {
        sent++;
        if (sent % 100 == 0) {
          lab.exchange(innocent);
        }
      }
      assertTrue(sent > 0);
      assertFalse(slow.send(notice));
      assertEquals(1, lab.count(ControlEvent.CLOSED_SLOW_READER));
      lab.poll();
      assertEquals(List.of(slow), lab.handler.disconnected);
      lab.passMillis(Limits.KEEP_ALIVE_MILLIS);
      lab.exchange(innocent);
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
    }
  }

  @Test
  void readerThatCatchesUpGetsEveryByteInOrder() {
    try (ControlLab lab = new ControlLab()) {
      RawClient client = lab.player(1);
      ControlTransport.Connection connection = lab.handler.connected.getFirst();
      int notices = 4000;
      for (int i = 0; i < notices; i++) {
        assertTrue(connection.send(new Notice(i + LONG_TEXT.substring(10))));
        if (i % 50 == 0) {
          client.messages();
          lab.poll();
        }
      }
      lab.pollUntil(() -> client.messages().size() == 1 + notices);
      for (int i = 0; i < notices; i++) {
        assertEquals(new Notice(i + LONG_TEXT.substring(10)), client.messages().get(1 + i));
      }
    }
  }

  @Test
  void handlerThatThrowsCostsNobodyTheConnection() {
    RecordingHandler throwing =
        new RecordingHandler() {
          @Override
          public void connected(ControlTransport.Connection connection) {
            super.connected(connection);
            throw new IllegalStateException("provoked");
          }

          @Override
          public void received(
              ControlTransport.Connection connection, ControlMessage.FromClient message) {
            super.received(connection, message);
            throw new AssertionError("provoked");
          }

          @Override
          public void disconnected(ControlTransport.Connection connection) {
            super.disconnected(connection);
            throw new IllegalStateException("provoked");
          }
        };
    try (ControlLab lab = new ControlLab(throwing)) {
      RawClient innocent = lab.player(1);
      RawClient other = lab.player(2);
      other.close();
      lab.pollUntil(() -> !lab.handler.disconnected.isEmpty());
      assertEquals(5, lab.count(ControlEvent.HANDLER_ERROR));
      lab.exchange(innocent);
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
    }
  }

  @Test
  void errorInsideKryonetCostsOthersNothing() {
    KryonetFraming broken =
        new KryonetFraming() {
          @Override
          public ControlMessage.FromClient read(Connection connection, ByteBuffer frame) {
            ControlMessage.FromClient message = super.read(connection, frame);
            if (message instanceof Malformed) {
              throw new StackOverflowError("provoked");
            }
            return message;
          }
        };
    try (ControlLab lab = new ControlLab(new RecordingHandler(), broken)) {
      RawClient innocent = lab.player(1);
      RawClient attacker = lab.player(2);
      attacker.write(RawClient.frame(new byte[] {99}));
      lab.pollUntil(() -> lab.count(ControlEvent.UPDATE_ERROR) == 1);
      lab.exchange(innocent);
      lab.player(3);
    }
  }

  @Test
  void messageThatCannotBeWrittenClosesItsConnectionOnly() {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(1);
      RawClient other = lab.player(2);
      assertFalse(lab.handler.connected.get(1).send(new Malformed()));
      assertEquals(1, lab.count(ControlEvent.CLOSED_SEND_ERROR));
      lab.pollUntil(other::ended);
      lab.exchange(innocent);
    }
  }

  @Test
  void twoHundredSilentConnectionsDoNotHinderAPlayer() {
    try (ControlLab lab = new ControlLab()) {
      RawClient innocent = lab.player(0);
      List<RawClient> silent = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        silent.add(lab.stranger(i));
        if (i % 20 == 0) {
          lab.exchange(innocent);
        }
      }
      lab.passMillis(Limits.HANDSHAKE_TIMEOUT_MILLIS);
      for (RawClient each : silent) {
        lab.pollUntil(each::ended);
      }
      assertEquals(200, lab.count(ControlEvent.CLOSED_SILENT));
      lab.exchange(innocent);
    }
  }

  @Test
  void oneAddressMayHaveFewConnectionsPending() {
    try (ControlLab lab = new ControlLab()) {
      List<RawClient> pending = new ArrayList<>();
      for (int i = 0; i < Limits.MAX_PENDING_PER_ADDRESS; i++) {
        pending.add(lab.stranger(1));
      }
      RawClient refused = lab.stranger(1);
      lab.pollUntil(refused::ended);
      assertEquals(1, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
      assertEquals(Limits.MAX_PENDING_PER_ADDRESS, lab.handler.connected.size());
      lab.pollTimes(3);
      assertTrue(lab.handler.disconnected.isEmpty(), "a refused connection was never announced");

      assertFalse(lab.stranger(2).ended(), "other addresses are not concerned");
      pending.getFirst().say(ControlLab.HELLO);
      lab.pollUntil(() -> !lab.handler.received.isEmpty());
      assertFalse(lab.stranger(1).ended(), "who has said hello makes room");
      pending.getLast().close();
      lab.pollUntil(() -> !lab.handler.disconnected.isEmpty());
      assertFalse(lab.stranger(1).ended(), "who has left makes room");
    }
  }

  @ParameterizedTest
  @MethodSource("allButHello")
  void noWordButHelloMakesRoomForAnother(ControlMessage.FromClient message) {
    try (ControlLab lab = new ControlLab()) {
      for (int i = 1; i <= Limits.MAX_PENDING_PER_ADDRESS; i++) {
        int heard = i;
        lab.stranger(1).say(message);
        lab.pollUntil(() -> lab.handler.received.size() == heard);
      }
      lab.pollUntil(lab.stranger(1)::ended);
      assertEquals(1, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
    }
  }

  @Test
  void oneAddressMayHaveSoManyConnectionsOpenWhateverTheySay() {
    try (ControlLab lab = new ControlLab()) {
      List<RawClient> players = new ArrayList<>();
      for (int i = 0; i < Limits.MAX_CONNECTIONS_PER_ADDRESS; i++) {
        players.add(lab.player(1));
      }
      for (int i = 1; i <= 3; i++) {
        lab.pollUntil(lab.stranger(1)::ended);
        assertEquals(i, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
      }
      assertEquals(Limits.MAX_CONNECTIONS_PER_ADDRESS, lab.control.connectionCount());
      lab.exchange(lab.player(2));
      lab.exchange(players.getFirst());

      players.getLast().close();
      lab.pollUntil(() -> !lab.handler.disconnected.isEmpty());
      lab.exchange(lab.player(1));
      lab.pollUntil(lab.stranger(1)::ended);
      assertEquals(4, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
    }
  }

  @Test
  void thisMachineMayHaveManyConnections() {
    try (ControlLab lab = new ControlLab()) {
      for (int i = 0; i < 2 * Limits.MAX_CONNECTIONS_PER_ADDRESS; i++) {
        assertFalse(lab.local().ended());
      }
      assertEquals(0, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
    }
  }

  @Test
  void allAddressesTogetherMayHaveSoManyConnectionsOpen() {
    try (ControlLab lab = new ControlLab(20)) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        clients.add(lab.stranger(i));
        clients.add(lab.player(100 + i));
      }
      lab.pollUntil(lab.stranger(200)::ended);
      lab.pollUntil(lab.local()::ended);
      assertEquals(2, lab.count(ControlEvent.REFUSED_TOTAL));
      assertEquals(0, lab.count(ControlEvent.REFUSED_PER_ADDRESS));
      assertEquals(20, lab.handler.connected.size());
      assertTrue(lab.handler.disconnected.isEmpty(), "a refused connection was never announced");
      lab.exchange(clients.getLast());

      clients.getFirst().close();
      lab.pollUntil(() -> !lab.handler.disconnected.isEmpty());
      lab.exchange(lab.player(200));
    }
  }

  @Test
  void buffersTakeAQuarterOfTheHeapAtMost() {
    assertEquals(1638, KryonetControl.openWithin(512L << 20));
    assertEquals(256, KryonetControl.openWithin(16L << 20));
    assertEquals(Integer.MAX_VALUE, KryonetControl.openWithin(Long.MAX_VALUE));
  }

  @Test
  void closingOthersInsideAHandlerIsSafe() {
    RecordingHandler closing =
        new RecordingHandler() {
          @Override
          public void received(
              ControlTransport.Connection connection, ControlMessage.FromClient message) {
            super.received(connection, message);
            connected.forEach(ControlTransport.Connection::close);
          }
        };
    try (ControlLab lab = new ControlLab(closing)) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        clients.add(lab.stranger(i));
      }
      clients.forEach(client -> client.say(ControlLab.HELLO));
      for (RawClient client : clients) {
        lab.pollUntil(client::ended);
      }
      lab.poll();
      assertEquals(1, lab.handler.received.size());
      assertEquals(20, lab.handler.disconnected.size());
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
    }
  }

  /** Comings and goings from several threads while the server closes what it hears from. */
  @Test
  void connectionsComingAndGoingLeaveNoGhosts() throws InterruptedException {
    RecordingHandler closing =
        new RecordingHandler() {
          @Override
          public void received(
              ControlTransport.Connection connection, ControlMessage.FromClient message) {
            connection.close();
          }
        };
    try (ControlLab lab = new ControlLab(closing)) {
      int port = lab.control.port();
      List<Thread> storm = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        storm.add(Thread.ofPlatform().start(() -> comeAndGo(port, 250)));
      }
      lab.pollUntil(() -> storm.stream().noneMatch(Thread::isAlive));
      lab.pollUntil(() ->
          lab.handler.connected.size() == 1000
              && lab.handler.disconnected.size() == lab.handler.connected.size());
      assertEquals(0, lab.control.connectionCount());
      assertEquals(0, lab.count(ControlEvent.UPDATE_ERROR));
      for (Thread each : storm) {
        each.join();
      }
    }
  }

  /** Leaves at once, after the greeting, or when the server hangs up. */
  private static void comeAndGo(int port, int times) {
    for (int i = 0; i < times; i++) {
      try (RawClient client = new RawClient("127.0.0.1", port)) {
        if (i % 3 == 1) {
          await(() -> !client.messages().isEmpty());
        } else if (i % 3 == 2) {
          client.say(ControlLab.HELLO);
          await(client::ended);
        }
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(100_000);
    }
  }

  /** In a process of its own, whose descriptors can be used up without hurting this one. */
  @Test
  void wantOfFileDescriptorsLetsTheThreadRest() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 256 && exec \"$0\" -cp \"$1\" \"$2\"",
                java.toString(),
                System.getProperty("java.class.path"),
                DescriptorStarvation.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), output);
  }
}
