package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringmaster.server.session.Session;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;

/** What a seated client may do with datagrams, beside seven who play on. */
class HostileDatagramsSimulation {
  /** Saved budget is worth a quarter second. */
  private static final int BURST_BYTES = Siege.PLAYER_BYTES_PER_SECOND / 4;

  private static Session sessionOf(Siege siege, ScriptedClient client) {
    long id = Objects.requireNonNull(client.welcome).sessionId();
    return Objects.requireNonNull(siege.server.core.sessions().find(id));
  }

  /** Whatever it acknowledged, it was never sent more than its budget. */
  private static void assertWithinBudget(ScriptedClient client) {
    assertTrue(client.received > 0);
    for (int seconds = 1; seconds <= 5; seconds++) {
      int bytes = client.mostBytesIn(60 * seconds);
      assertTrue(
          bytes <= seconds * Siege.PLAYER_BYTES_PER_SECOND + BURST_BYTES,
          bytes + " bytes in " + seconds + " s");
    }
  }

  @Test
  void aFloodOfCommandsIsCutToTwiceTheRate() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              for (int i = 0; i < 50; i++) {
                super.play(nowNanos);
              }
            }
          };
      siege.run(10);
      assertTrue(client.plays());
      long passed = client.counter - siege.moved("aboveRate");
      // Seven seconds of burst at the start, twice the legal rate from then on.
      assertEquals((7 + 10) * 120, passed, 60);
      siege.assertMoved("joined", "aboveRate");
      assertWithinBudget(client);
    }
  }

  @Test
  void commandsForTheFarFutureAreDropped() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              sendCommands(newestTick(nowNanos) + (ownTick % 2 == 0 ? 1_000 : 1 << 30));
            }
          };
      siege.run(3);
      assertTrue(client.plays());
      siege.assertMoved("joined", "commandsTooEarly");
      assertEquals(client.counter, siege.moved("commandsTooEarly"));
      assertEquals(-1, client.header.newestCommandTick);
    }
  }

  @Test
  void commandsForThePastAreDropped() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              sendCommands(newestTick(nowNanos) - 60);
            }
          };
      siege.run(3);
      assertTrue(client.plays());
      siege.assertMoved("joined", "commandsTooLate");
      assertTrue(client.missed > 0);
    }
  }

  @Test
  void aReplayedDatagramIsDropped() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              int body = body(newestTick(nowNanos));
              send(body, ++counter);
              send(body, counter);
            }
          };
      siege.run(1);
      int missed = client.missed;
      siege.run(3);
      siege.assertMoved("joined", "replayed");
      assertEquals(client.counter, siege.moved("replayed"));
      assertEquals(missed, client.missed);
    }
  }

  @Test
  void aReplayFromAnotherAddressMovesNoSession() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient victim = siege.honest.getFirst();
      LoopbackDatagrams.Client thief = siege.server.datagrams.connect();
      long id = Objects.requireNonNull(victim.welcome).sessionId();
      byte[] bytes = new byte[Envelope.HEADER_BYTES + 40];
      for (int i = 0; i < 100; i++) {
        thief.send(bytes, Envelope.seal(bytes, 40, id, victim.counter));
        siege.run(1 / 60.0);
      }
      assertEquals(victim.datagrams.address(), sessionOf(siege, victim).address());
      siege.assertMoved("replayed");
      assertEquals(100, siege.moved("replayed"));
      assertEquals(0, thief.poll((datagram, length, from, now) -> {}, 0));
    }
  }

  @Test
  void guessedSessionIdsFindNobody() throws IOException {
    try (Siege siege = new Siege()) {
      Rng rng = new Rng(9);
      LoopbackDatagrams.Client stranger = siege.server.datagrams.connect();
      byte[] bytes = new byte[Envelope.HEADER_BYTES + 40];
      for (int i = 0; i < 20_000; i++) {
        stranger.send(bytes, Envelope.seal(bytes, 40, rng.nextLong(), 1));
        if (i % 1_000 == 0) {
          siege.server.run(0.01);
        }
      }
      siege.run(1);
      siege.assertMoved("unknownSession");
      assertEquals(20_000, siege.moved("unknownSession"));
      assertEquals(0, stranger.poll((datagram, length, from, now) -> {}, 0));
    }
  }

  @Test
  void noiseOfAnyLengthIsIgnored() throws IOException {
    try (Siege siege = new Siege()) {
      Rng rng = new Rng(4);
      LoopbackDatagrams.Client stranger = siege.server.datagrams.connect();
      for (int length = 1; length <= Limits.MAX_DATAGRAM_BYTES; length++) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
          bytes[i] = (byte) rng.nextLong();
        }
        stranger.send(bytes, length);
      }
      siege.run(1);
      siege.assertMoved("implausible", "unknownSession");
      assertEquals(Envelope.OVERHEAD_BYTES, siege.moved("implausible"));
    }
  }

  @Test
  void noiseUnderAValidIdIsCountedAndNothingElse() throws IOException {
    try (Siege siege = new Siege()) {
      Rng rng = new Rng(6);
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
              int body = 1 + rng.nextInt(CommandDatagram.MAX_BYTES);
              for (int i = 0; i < body; i++) {
                bytes[Envelope.HEADER_BYTES + i] = (byte) rng.nextLong();
              }
              long id = Objects.requireNonNull(welcome).sessionId();
              datagrams.send(bytes, Envelope.seal(bytes, body, id, ++counter));
            }
          };
      siege.run(8);
      Set<String> possible =
          Set.of("joined", "malformed", "staleEpoch", "falseAcks", "commandsTooEarly");
      assertTrue(possible.containsAll(siege.moved().keySet()), siege.moved()::toString);
      assertTrue(siege.moved("malformed") > 100, siege.moved()::toString);
      assertNull(client.reason());
    }
  }

  @Test
  void whoNeverAcknowledgesGetsASixthOfTheSnapshots() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedAck() {
              return -1;
            }

            @Override
            int claimedMask() {
              return 0;
            }
          };
      siege.run(2);
      int before = client.received;
      siege.run(5);
      assertEquals(5 * 10, client.received - before, 1);
      assertTrue(client.plays());
      siege.assertMoved("joined");
      assertWithinBudget(client);
    }
  }

  @Test
  void whoAcknowledgesAgainGetsTheFullRateAgain() throws IOException {
    boolean[] silent = {true};
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Late") {
            @Override
            int claimedAck() {
              return silent[0] ? -1 : super.claimedAck();
            }
          };
      siege.run(4);
      silent[0] = false;
      siege.run(1);
      int before = client.received;
      siege.run(2);
      assertEquals(2 * 60, client.received - before, 1);
    }
  }

  @Test
  void whoAcknowledgesTheFutureIsCountedAndItsCommandsCount() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedAck() {
              return super.claimedAck() + 1_000;
            }
          };
      siege.run(1);
      int missed = client.missed;
      siege.run(4);
      siege.assertMoved("joined", "falseAcks");
      assertEquals(client.counter, siege.moved("falseAcks"));
      assertTrue(client.header.newestCommandTick >= client.header.tick);
      assertEquals(missed, client.missed);
      assertWithinBudget(client);
    }
  }

  @Test
  void whoAcknowledgesTheEndOfTimeIsCounted() throws IOException {
    try (Siege siege = new Siege()) {
      new ScriptedClient(siege.server, "Mallory") {
        @Override
        int claimedAck() {
          return Integer.MAX_VALUE;
        }
      };
      siege.run(2);
      siege.assertMoved("joined", "falseAcks");
    }
  }

  @Test
  void randomAcknowledgementsGainNothing() throws IOException {
    try (Siege siege = new Siege()) {
      Rng rng = new Rng(12);
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedAck() {
              return super.claimedAck() - rng.nextInt(200) + rng.nextInt(20);
            }

            @Override
            int claimedMask() {
              return (int) rng.nextLong();
            }
          };
      siege.run(10);
      assertTrue(Set.of("joined", "falseAcks", "malformed").containsAll(siege.moved().keySet()));
      assertTrue(client.plays());
      assertWithinBudget(client);
    }
  }

  @Test
  void whoAcknowledgesWhatIsLongPastGainsNothing() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedAck() {
              return Math.max(-1, super.claimedAck() - 500);
            }
          };
      siege.run(15);
      siege.assertMoved("joined");
      assertWithinBudget(client);
    }
  }

  @Test
  void anotherViewEachTickStaysWithinTheBudget() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedView() {
              return ownTick % CommandDatagram.VIEWS;
            }
          };
      siege.run(10);
      assertTrue(client.plays());
      siege.assertMoved("joined");
      assertWithinBudget(client);
    }
  }

  @Test
  void datagramsOfAnotherMatchAreStaleAndKeepNobodyAlive() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            int claimedEpoch() {
              return epoch + 1;
            }
          };
      siege.run(9.5);
      assertTrue(client.plays());
      assertEquals(0, client.received);
      siege.run(1);
      assertEquals(DisconnectReason.TIMEOUT, client.reason());
      siege.assertMoved("joined", "staleEpoch", "ended TIMEOUT");
    }
  }

  @Test
  void whoHasLeftIsAStranger() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Guest");
      siege.run(1);
      client.control.send(new ControlMessage.Leave());
      siege.run(1);
      int received = client.received;
      client.sendCommands(1);
      siege.run(1);
      assertEquals(received, client.received);
      siege.assertMoved("joined", "ended LEFT", "unknownSession");
    }
  }

  /** Only eight wait for their tick; the earliest make room. */
  @Test
  void commandsAsEarlyAsAllowedLoseOnlyTheirOwn() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              sendCommands(newestTick(nowNanos) - LEAD_TICKS + Limits.MAX_COMMAND_LEAD_TICKS);
            }
          };
      siege.run(3);
      assertTrue(client.plays());
      siege.assertMoved("joined");
      assertNotEquals(0, client.missed);
    }
  }
}
