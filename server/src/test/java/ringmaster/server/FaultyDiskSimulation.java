package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ringmaster.server.BrittleGame.Fault;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.Record;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.server.journal.JournalState;
import ringmaster.server.journal.JournalState.Durability;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/** A disk that stalls, fills or lies under a whole server: the players notice nothing. */
class FaultyDiskSimulation {
  /** No match has it, so a replay passes over its hashes. */
  private static final int NO_MATCH = 1 << 30;

  private static Siege siege(int timeLimitSeconds) throws IOException {
    MatchOrder order = new MatchOrder(new BrittleGame(Fault.NOWHERE, 0), null, 10);
    return new Siege(
        Siege.settings(order, timeLimitSeconds),
        () -> new BrittleGame(Fault.NOWHERE, 0).withSkirmish());
  }

  private static JournalState journal(WholeServer server) {
    return Objects.requireNonNull(server.core.journal()).state();
  }

  /** Publishes more than the journal's memory holds, a little each turn. */
  private static void overflow(WholeServer server) {
    Record filler = new Record();
    filler.hashes(0);
    for (int i = 0; i < Record.MAX_HASHES; i++) {
      filler.addHash(NO_MATCH, i);
    }
    for (int turn = 0; journal(server).lostRecords() == 0; turn++) {
      assertTrue(turn < 1_000, "the journal's memory never overflows");
      for (int i = 0; i < 200; i++) {
        server.core.ring().tryPublishTraffic(filler);
      }
      server.turn(1_000_000);
    }
  }

  @Test
  void aFullDiskThatIsClearedInTimeCostsNothing() throws IOException {
    try (Siege siege = siege(600)) {
      siege.disk.fullAfter(0);
      siege.run(3);
      JournalState journal = journal(siege.server);
      assertEquals(Durability.NOT_DURABLE, journal.durability());
      assertEquals(
          "cannot write journal-0000000002.rj: No space left on device", journal.lastFailure());
      assertTrue(siege.server.core.telemetry().journalTimeouts.get() > 100);
      siege.disk.fullAfter(Long.MAX_VALUE);
      siege.run(3);
      assertEquals(Durability.DURABLE, journal.durability());
      assertEquals(0, journal.lostRecords());
      siege.assertMoved();
    }
  }

  @Test
  void aStalledDiskIsBehindAndCatchesUp() throws IOException {
    try (Siege siege = siege(600)) {
      siege.disk.stall(Integer.MAX_VALUE);
      siege.run(3);
      assertEquals(Durability.BEHIND, journal(siege.server).durability());
      siege.disk.stall(0);
      siege.run(1);
      assertEquals(Durability.DURABLE, journal(siege.server).durability());
      siege.assertMoved();
    }
  }

  @Test
  void afterAGapTheServerIsDurableAgainWithItsNextMatches() throws IOException {
    Siege siege = siege(6);
    JournalState journal = journal(siege.server);
    siege.disk.stall(Integer.MAX_VALUE);
    overflow(siege.server);
    siege.run(0.5);
    assertEquals(Durability.NOT_DURABLE, journal.durability());
    assertTrue(journal.isLosing());

    siege.disk.stall(0);
    siege.run(0.5);
    assertEquals(1, journal.gaps());
    assertEquals(Durability.NOT_DURABLE, journal.durability());
    siege.server.run(8);
    assertEquals(Durability.DURABLE, journal.durability());
    siege.run(1);
    siege.assertMoved();

    JournalReplay.Result result = siege.replay();
    String difference = Objects.requireNonNull(result.firstDifference());
    assertTrue(difference.startsWith(journal.lostRecords() + " records are missing"), difference);
    assertTrue(result.matches() >= 2, result.toString());
  }

  @Test
  void aSyncThatFailsPutsTheMatchesOfItsTimeInDoubt() throws IOException {
    Siege siege = siege(6);
    siege.disk.failSyncs(1);
    siege.run(1);
    assertEquals(Durability.NOT_DURABLE, journal(siege.server).durability());
    assertNotNull(journal(siege.server).lastFailure());
    siege.server.run(8);
    assertEquals(Durability.DURABLE, journal(siege.server).durability());
    siege.run(1);
    siege.assertMoved();
    siege.server.close();
  }

  /** A match whose CREATE was lost cannot be replayed, however whole the rest of it is. */
  @Test
  void aMatchBeingBuiltInAGapIsNotDurable() throws IOException {
    ServerSettings settings = Siege.settings(List.of(), 2, 600);
    BrittleGame game = new BrittleGame(Fault.NOWHERE, 0);
    FaultyDisk disk = new FaultyDisk();
    try (WholeServer server = new WholeServer(settings, game.withSkirmish(), disk, 1)) {
      disk.stall(Integer.MAX_VALUE);
      overflow(server);
      ScriptedClient client =
          new ScriptedClient(
              server,
              server.control,
              new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "One", "brittle", 0, false, false));
      long before = journal(server).gapLastSequence();
      while (server.core.control().directory().summaries().isEmpty()
          || journal(server).gapLastSequence() == before) {
        assertNull(client.welcome);
        server.turn(1_000_000);
      }
      disk.stall(0);
      server.run(2);
      assertTrue(client.plays());
      assertEquals(Durability.NOT_DURABLE, journal(server).durability());
      client.control.send(new ControlMessage.Leave());
      server.run(11);
      assertEquals(Durability.DURABLE, journal(server).durability());
    }
  }
}
