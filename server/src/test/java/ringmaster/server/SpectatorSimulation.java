package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.server.BrittleGame.Fault;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.ingress.Record;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.server.journal.JournalReader;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.shared.command.Command;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;

/** Spectators see everything, and nothing of them is seen. */
class SpectatorSimulation {
  private static ControlMessage.Hello watching(String mode, int matchId) {
    return new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "Watcher", mode, matchId, false, true);
  }

  private static ScriptedClient spectator(Siege siege, int matchId) {
    return spectator(siege, siege.server.strangers, matchId);
  }

  private static ScriptedClient spectator(Siege siege, LoopbackControl door, int matchId) {
    return new ScriptedClient(siege.server, door, watching("", matchId));
  }

  /** What it sends as commands would move anybody. */
  private static ScriptedClient restlessSpectator(Siege siege) {
    return new ScriptedClient(siege.server, siege.server.strangers, watching("", 1)) {
      @Override
      long command(int tick) {
        return Command.of(127, 127, tick, 0xFF);
      }
    };
  }

  private static void assertRefused(
      Siege siege, ControlMessage.Hello hello, DisconnectReason reason) {
    ScriptedClient client = new ScriptedClient(siege.server, siege.server.strangers, hello);
    siege.server.run(0.2);
    assertEquals(reason, client.reason());
    assertNull(client.match, "it was offered a match");
    assertTrue(siege.moved("refused " + reason) > 0);
  }

  /** All records of a journal, byte for byte. */
  private static List<String> records(FaultyDisk disk) throws IOException {
    List<String> records = new ArrayList<>();
    JournalReader.read(
        disk,
        new JournalReader.Handler() {
          @Override
          public void onRecord(Record record, long sequence) {
            byte[] bytes = Arrays.copyOf(record.bytes(), record.length());
            records.add(HexFormat.of().formatHex(bytes));
          }

          @Override
          public void onGap(long firstSequence, long lastSequence, long lostRecords) {
            records.add("gap");
          }
        });
    return records;
  }

  private static List<String> journalOfAMatch(int spectators) throws IOException {
    Siege siege = new Siege();
    for (int i = 0; i < spectators; i++) {
      restlessSpectator(siege);
    }
    siege.run(3);
    siege.close();
    assertEquals(spectators, siege.moved("watched"));
    return records(siege.disk);
  }

  @Test
  void theJournalIsTheSameWithSpectatorsAndWithout() throws IOException {
    assertEquals(journalOfAMatch(0), journalOfAMatch(3));
  }

  @Test
  void aSpectatorIsSentHalfThePlayersRateAndNobodysOwnWords() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient watcher = restlessSpectator(siege);
      siege.run(10);
      assertEquals(ControlMessage.NO_SEAT, watcher.seat);
      assertTrue(watcher.taken > 9.5 * 30, watcher.taken + " snapshots");
      assertEquals(0, watcher.view, "it lost track");
      assertTrue(watcher.header.complete);
      assertEquals(0, watcher.header.ownerWordCount);
      assertEquals(0, watcher.missed);
      assertTrue(watcher.header.newestCommandTick >= watcher.header.tick, "its clock is not led");
      siege.assertMoved("watched");
    }
  }

  @Test
  void aSpectatorIsInNoRosterButGetsThem() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient watcher = spectator(siege, 1);
      siege.run(1);
      ScriptedClient late = new ScriptedClient(siege.server, "Late");
      siege.run(1);
      List<ControlMessage.Roster> rosters = watcher.all(ControlMessage.Roster.class).toList();
      assertEquals(7, rosters.getFirst().entries().size());
      assertEquals(
          List.of(new ControlMessage.RosterEntry(late.seat, true, false, "Late")),
          rosters.getLast().entries());
      Stream<ControlMessage.RosterEntry> seen =
          siege
              .honest
              .getFirst()
              .all(ControlMessage.Roster.class)
              .flatMap(roster -> roster.entries().stream());
      assertTrue(seen.noneMatch(entry -> entry.name().equals("Watcher")));
      MatchSummary summary = siege.server.core.control().directory().summaries().getFirst();
      assertEquals(8, summary.players());
      assertEquals(1, summary.spectators());
    }
  }

  @Test
  void aSpectatorHearsTalkAndIsToldOnceNotToTalk() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient watcher = spectator(siege, 1);
      siege.run(1);
      for (int i = 0; i < 50; i++) {
        watcher.control.send(new ControlMessage.Say("look at me " + i));
      }
      siege.honest.getFirst().control.send(new ControlMessage.Say("hello"));
      siege.run(1);
      assertEquals(
          List.of(new ControlMessage.Notice("spectators cannot talk")),
          watcher.all(ControlMessage.Notice.class).toList());
      assertEquals(
          List.of(new ControlMessage.Said(0, "hello")),
          watcher.all(ControlMessage.Said.class).toList());
      assertEquals(1, siege.honest.getLast().all(ControlMessage.Said.class).count());
      siege.assertMoved("watched", "talk", "talkDropped");
    }
  }

  @Test
  void aMatchHasSoManySpectatorsAndNoMore() throws IOException {
    try (Siege siege = new Siege()) {
      List<ScriptedClient> watchers = new ArrayList<>();
      for (int i = 0; i < Limits.MAX_SPECTATORS; i++) {
        watchers.add(spectator(siege, i % 2));
      }
      siege.run(1);
      assertTrue(watchers.stream().allMatch(ScriptedClient::plays));
      assertRefused(siege, watching("", 1), DisconnectReason.TOO_MANY_SPECTATORS);
      assertRefused(siege, watching("skirmish", 0), DisconnectReason.TOO_MANY_SPECTATORS);

      watchers.get(3).control.send(new ControlMessage.Leave());
      siege.run(0.2);
      ScriptedClient next = spectator(siege, 1);
      siege.run(2);
      assertTrue(next.taken > 50, next.taken + " snapshots");
      assertEquals(0, next.view, "it lost track");
    }
  }

  @Test
  void whoOnlyWatchesTakesNobodysSeat() throws IOException {
    try (Siege siege = new Siege()) {
      for (int i = 0; i < 5; i++) {
        spectator(siege, 1);
      }
      siege.run(0.5);
      List<ScriptedClient> players =
          Stream.of("A", "B", "C").map(name -> new ScriptedClient(siege.server, name)).toList();
      siege.run(0.5);
      assertEquals(List.of(7, 8, 9), players.stream().map(player -> player.seat).toList());
      ScriptedClient toAFullMatch = spectator(siege, 1);
      siege.run(0.5);
      assertTrue(toAFullMatch.plays());
    }
  }

  @Test
  void theFullestMatchIsWatchedUnlessOneIsNamed() throws IOException {
    MatchOrder order = new MatchOrder(WholeServer.skirmish(), null, 8);
    try (Siege siege =
        new Siege(Siege.settings(List.of(order, order), 2, 600), () -> WholeServer.GAMES)) {
      ScriptedClient any = spectator(siege, ControlMessage.Hello.ANY_MATCH);
      ScriptedClient named = spectator(siege, 2);
      siege.run(0.5);
      assertEquals(1, watchedMatch(any));
      assertEquals(2, watchedMatch(named));
      assertTrue(named.plays(), "an empty match can be watched");
    }
  }

  private static int watchedMatch(ScriptedClient client) {
    var match = client.match;
    assertNotNull(match);
    return match.matchId();
  }

  @Test
  void thereHasToBeAMatchToWatch() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 3, 600);
    try (Siege siege =
        new Siege(settings, () -> new BrittleGame(Fault.NOWHERE, 0).withSkirmish())) {
      assertRefused(siege, watching("brittle", 0), DisconnectReason.NO_MATCH_TO_WATCH);
      assertRefused(siege, watching("chess", 0), DisconnectReason.MODE_UNKNOWN);
      assertRefused(siege, watching("", 9), DisconnectReason.MATCH_UNKNOWN);
      assertEquals(1, siege.server.core.control().directory().summaries().size());
    }
  }

  @Test
  void spectatorsDoNotKeepAMatchOnDemandOpen() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 3, 600);
    try (Siege siege =
        new Siege(settings, () -> new BrittleGame(Fault.NOWHERE, 0).withSkirmish())) {
      ScriptedClient guest =
          new ScriptedClient(
              siege.server,
              siege.server.control,
              new ControlMessage.Hello(
                  Limits.PROTOCOL_VERSION, "Guest", "brittle", 0, false, false));
      siege.run(1);
      ScriptedClient watcher = spectator(siege, 2);
      siege.run(1);
      assertTrue(watcher.plays());
      guest.control.send(new ControlMessage.Leave());
      siege.run(9.5);
      assertTrue(watcher.plays());
      siege.run(1);
      assertEquals(DisconnectReason.MATCH_CLOSED, watcher.reason());
      assertEquals(1, siege.server.core.control().directory().summaries().size());
      assertNull(siege.server.core.views().find(2));
      assertEquals(7, siege.server.core.sessions().size());
      siege.assertMoved("joined", "watched", "ended LEFT", "ended MATCH_CLOSED");
    }
  }

  @Test
  void aSpectatorFollowsToTheNextMatches() throws IOException {
    MatchOrder order = new MatchOrder(new BrittleGame(Fault.NOWHERE, 0), null, 10);
    try (Siege siege =
        new Siege(Siege.settings(order, 2), () -> new BrittleGame(Fault.TICK, 0).withSkirmish())) {
      ScriptedClient watcher = spectator(siege, ControlMessage.Hello.ANY_MATCH);
      siege.server.run(20);
      List<ControlMessage.NextMatch> rounds = watcher.all(ControlMessage.NextMatch.class).toList();
      assertTrue(rounds.size() > 3, rounds.size() + " rounds");
      for (ControlMessage.NextMatch round : rounds) {
        assertEquals(ControlMessage.NO_SEAT, round.seat());
      }
      assertEquals(rounds.size(), watcher.epoch);
      assertTrue(watcher.taken > 19 * 30 - 15 * rounds.size(), watcher.taken + " snapshots");
      assertEquals(0, watcher.view, "it lost track");
      siege.assertMoved("watched");
    }
  }

  @Test
  void theSpectatorsOfAFailedMatchAreToldSo() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 3, 600);
    try (Siege siege = new Siege(settings, () -> new BrittleGame(Fault.TICK, 1).withSkirmish())) {
      new ScriptedClient(
          siege.server,
          siege.server.control,
          new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "Guest", "brittle", 0, false, false));
      siege.server.run(0.5);
      ScriptedClient watcher = spectator(siege, 2);
      siege.server.run(3);
      assertEquals(DisconnectReason.MATCH_FAILED, watcher.reason());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSpectatorWhoIsNotHeardTimesOut(boolean losesItsConnection) throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient watcher =
          new ScriptedClient(siege.server, siege.server.strangers, watching("", 1)) {
            @Override
            void play(long nowNanos) {}
          };
      siege.run(0.5);
      if (losesItsConnection) {
        watcher.control.close();
      }
      siege.run(9);
      assertEquals(8, siege.server.core.sessions().size());
      siege.run(1);
      assertEquals(7, siege.server.core.sessions().size());
      siege.assertMoved(
          "watched",
          "ended "
              + (losesItsConnection ? DisconnectReason.CONNECTION_LOST : DisconnectReason.TIMEOUT));
    }
  }

  @Test
  void aPlaceThatIsOnlyHeldIsFreeAfterFiveSeconds() throws IOException {
    try (Siege siege = new Siege()) {
      for (int i = 0; i < Limits.MAX_SPECTATORS; i++) {
        new ScriptedClient(siege.server, siege.server.strangers, watching("", 1)) {
          @Override
          void offered(MatchOffer offer) {}
        };
      }
      siege.run(0.2);
      assertRefused(siege, watching("", 1), DisconnectReason.TOO_MANY_SPECTATORS);
      siege.run(5.2);
      ScriptedClient watcher = spectator(siege, 1);
      siege.run(0.5);
      assertTrue(watcher.plays());
    }
  }

  @Test
  void spectatorsCountForTheirAddress() throws IOException {
    MatchOrder first = new MatchOrder(WholeServer.skirmish(), null, 8);
    MatchOrder large = new MatchOrder(WholeServer.skirmish(), null, 64);
    ServerSettings settings = Siege.settings(List.of(first, large), 2, 600);
    try (Siege siege = new Siege(settings, () -> WholeServer.GAMES)) {
      for (int i = 0; i < Limits.MAX_SESSIONS_PER_ADDRESS - 2; i++) {
        new ScriptedClient(
            siege.server,
            siege.server.strangers,
            new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "C" + i, "", 2, false, false)) {
          @Override
          void play(long nowNanos) {}
        };
      }
      spectator(siege, 1);
      spectator(siege, 1);
      siege.run(0.5);
      assertRefused(siege, watching("", 1), DisconnectReason.TOO_MANY_FROM_ADDRESS);
    }
  }
}
