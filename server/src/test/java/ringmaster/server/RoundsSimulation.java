package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.server.BrittleGame.Fault;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.ingress.Record;
import ringmaster.server.journal.JournalReader;
import ringmaster.server.session.MatchView;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;

/** Matches follow each other; players stay; empty ones close; servers stand still and stop. */
class RoundsSimulation {
  private static final long SECOND = 1_000_000_000L;

  private static Siege brittleRounds(int timeLimitSeconds, int brittleMatches) throws IOException {
    MatchOrder order = new MatchOrder(new BrittleGame(Fault.NOWHERE, 0), null, 10);
    return new Siege(
        Siege.settings(order, timeLimitSeconds),
        () -> new BrittleGame(Fault.TICK, brittleMatches).withSkirmish());
  }

  private static ControlMessage.Hello hello(String mode) {
    return new ControlMessage.Hello(
        Limits.PROTOCOL_VERSION, "Guest", mode, ControlMessage.Hello.ANY_MATCH, false, false);
  }

  @Test
  void playersKeepTheirSeatsThroughManyMatches() throws IOException {
    try (Siege siege = brittleRounds(2, 0)) {
      siege.server.run(30);
      for (int i = 0; i < siege.honest.size(); i++) {
        ScriptedClient client = siege.honest.get(i);
        assertTrue(client.plays());
        List<ControlMessage.NextMatch> rounds = client.all(ControlMessage.NextMatch.class).toList();
        assertTrue(rounds.size() > 5, rounds.size() + " rounds");
        int epoch = 0;
        for (ControlMessage.NextMatch round : rounds) {
          assertEquals(i, round.seat());
          assertEquals(++epoch, round.epoch());
        }
        assertTrue(client.taken > 29 * 60 - 30 * rounds.size(), client.taken + " snapshots");
      }
      siege.assertMoved();
    }
  }

  @Test
  void aMatchBeginsWhenItsPlayersCome() throws IOException {
    try (Siege siege = brittleRounds(2, 0)) {
      siege.server.run(20);
      siege
          .honest
          .getFirst()
          .all(ControlMessage.NextMatch.class)
          .forEach(round -> assertTrue(round.tick() < 30, "joined at tick " + round.tick()));
    }
  }

  @Test
  void commandsCountAgainRightAfterAMove() throws IOException {
    try (Siege siege = brittleRounds(2, 0)) {
      siege.server.run(20);
      for (ScriptedClient client : siege.honest) {
        // Until a player hears of the match it can have no command there; that is a fifth of a
        // second at most, told modulo 16, and never grows while the match goes on.
        assertTrue(client.missed < 15, client.missed + " missed");
      }
    }
  }

  /** Two matches that send to one session would both count on its datagram counter. */
  @Test
  void noSessionIsSeatedInTwoMatchesAtOnce() throws IOException {
    Siege siege = brittleRounds(2, 0);
    siege.server.run(15);
    siege.server.close();
    Map<Integer, List<Long>> seated = new HashMap<>();
    int[] joins = {0};
    JournalReader.read(
        siege.disk,
        new JournalReader.Handler() {
          @Override
          public void onRecord(Record record, long sequence) {
            switch (record.kind()) {
              case JOIN -> {
                long session = record.sessionNumber();
                assertTrue(seated.values().stream().noneMatch(list -> list.contains(session)));
                seated.computeIfAbsent(record.matchId(), id -> new ArrayList<>()).add(session);
                joins[0]++;
              }
              case CLOSE -> seated.remove(record.matchId());
              case null, default -> {}
            }
          }

          @Override
          public void onGap(long firstSequence, long lastSequence, long lostRecords) {}
        });
    assertTrue(joins[0] > 14);
  }

  @Test
  void aMatchOnDemandClosesTenSecondsAfterTheLastPlayer() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 3, 600);
    try (Siege siege =
        new Siege(settings, () -> new BrittleGame(Fault.NOWHERE, 0).withSkirmish())) {
      ScriptedClient guest =
          new ScriptedClient(siege.server, siege.server.control, hello("brittle"));
      siege.run(12);
      assertTrue(guest.plays());
      assertEquals(2, siege.server.core.control().directory().summaries().size());
      guest.control.send(new ControlMessage.Leave());
      siege.run(9.5);
      assertEquals(2, siege.server.core.control().directory().summaries().size());
      siege.run(1);
      assertEquals(1, siege.server.core.control().directory().summaries().size());
      assertNull(siege.server.core.views().find(2));
      assertEquals(1, siege.server.core.tickLoop().matchCount());
    }
  }

  /** Whatever happens to the last match, the one that was to follow goes with it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void nothingIsLeftOfAMatchOnDemand(int brittleMatches) throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 3, 1);
    try (Siege siege =
        new Siege(settings, () -> new BrittleGame(Fault.TICK, brittleMatches).withSkirmish())) {
      ScriptedClient guest =
          new ScriptedClient(siege.server, siege.server.control, hello("brittle"));
      siege.server.run(5);
      guest.control.send(new ControlMessage.Leave());
      siege.server.run(15);
      List<MatchSummary> left = siege.server.core.control().directory().summaries();
      assertEquals(1, left.size());
      assertTrue(siege.server.core.tickLoop().matchCount() <= 2);
      assertNull(siege.server.core.views().find(2));
      assertEquals(MatchView.Stage.RUNNING, left.getFirst().stage());
    }
  }

  @Test
  void theServersOwnPauseTimesNobodyOut() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient silent = new ScriptedClient(siege.server, siege.server.strangers, null);
      siege.run(4);
      siege.server.turn(3 * SECOND);
      siege.server.run(0.5);
      assertNull(silent.reason());
      siege.run(2);
      assertEquals(7, siege.server.core.sessions().size());
      assertEquals(1, siege.server.core.telemetry().slips.get());

      siege.server.turn(60 * SECOND);
      siege.server.run(0.5);
      siege.run(2);
      assertEquals(7, siege.server.core.sessions().size());
    }
  }

  @Test
  void aServerWhoseClockBeganBelowZeroIsLikeAnyOther() throws IOException {
    ServerSettings settings = Siege.settings(new MatchOrder(WholeServer.skirmish(), null, 8), 600);
    try (WholeServer server =
        new WholeServer(settings, WholeServer.GAMES, null, 1, -3_600 * SECOND)) {
      server.fill(3, 1);
      ScriptedClient client = new ScriptedClient(server, "Guest");
      ScriptedClient silent = new ScriptedClient(server, server.control, null);
      server.run(6);
      assertTrue(client.taken > 200, client.taken + " snapshots");
      assertEquals(DisconnectReason.HANDSHAKE_TIMEOUT, silent.reason());
      assertEquals(3, server.core.sessions().size());
      client.control.close();
      server.run(11);
      assertEquals(1, server.core.controlCounters().ended(DisconnectReason.CONNECTION_LOST).get());
    }
  }

  @Test
  void aServerThatStopsSaysGoodbyeAndLetsNobodyIn() throws IOException {
    Siege siege = new Siege();
    ScriptedClient undecided =
        new ScriptedClient(siege.server, siege.server.strangers, hello("")) {
          @Override
          void offered(MatchOffer offer) {}
        };
    siege.run(1);
    siege.server.core.control().stop();
    var offer = undecided.all(ControlMessage.Offer.class).findAny().orElseThrow().match();
    undecided.control.send(
        new ControlMessage.Join(offer.gameVersion(), offer.schemaHash(), offer.mapSha256()));
    siege.server.run(0.2);
    assertTrue(siege.server.core.control().stopped());
    for (ScriptedClient client : siege.honest) {
      assertEquals(DisconnectReason.SERVER_STOPPING, client.reason());
    }
    assertEquals(DisconnectReason.SERVER_STOPPING, undecided.reason());
    assertNull(undecided.welcome);
    ScriptedClient late =
        new ScriptedClient(siege.server, siege.server.strangers, hello("skirmish"));
    siege.server.run(0.2);
    assertEquals(DisconnectReason.SERVER_STOPPING, late.reason());
    assertEquals(2, siege.moved("refused SERVER_STOPPING"));
    siege.close();
  }
}
