package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.WholeServer;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.netsim.NetworkProfile;

/** Server, journal and eight real clients in one thread, under one seed and a virtual clock. */
class WholeSystemSimulation {
  private static final int PLAYERS = 8;

  /** What the players saw, all together. */
  private static final class Seen implements PlayObserver {
    final Histogram untouchedMicrometers = new Histogram(100_000_000, 3);
    long snapshots;

    @Override
    public void commandIssued(long lateNanos) {}

    @Override
    public void commandCovered(long elapsedNanos) {}

    @Override
    public void snapshotReceived(long nowNanos) {
      snapshots++;
    }

    @Override
    public void predictionCompared(float errorMeters, boolean inContact) {
      if (!inContact) {
        untouchedMicrometers.recordValue((long) Math.min(99_000_000, errorMeters * 1e6));
      }
    }

    @Override
    public void snapshotTaken() {}
  }

  private static final class Players implements Agent {
    final List<Bot> bots = new ArrayList<>();
    final LoopbackWorld world;

    Players(WholeServer server, NetworkProfile network, Seen seen) {
      world = new LoopbackWorld(server.control, server.datagrams);
      GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
      for (int i = 0; i < PLAYERS; i++) {
        Bot.Role role = new Bot.Role(i, "skirmish", 0, "fighter", network, schema -> true);
        bots.add(new Bot(role, world, world, catalog, seen, 0));
      }
    }

    long[] datagramsSent() {
      return bots.stream().mapToLong(bot -> bot.client().counters().datagramsSent).toArray();
    }

    @Override
    public String role() {
      return "players";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      bots.forEach(bot -> bot.doWork(nowNanos));
      return 1;
    }
  }

  @ParameterizedTest
  @CsvSource({"lan, 0", "4g, 0.05"})
  void eightPlayersAndTheReplayAgree(
      String profile, double untouchedMeters, @TempDir Path directory) throws IOException {
    Seen seen = new Seen();
    NetworkProfile network = NetworkProfile.parse(profile);
    try (WholeServer server = new WholeServer(1, PLAYERS, 300, 0, new FileDisk(directory), 3)) {
      Players players = new Players(server, network, seen);
      server.add(players);
      server.run(30);
      for (Bot bot : players.bots) {
        assertEquals(GameClient.State.PLAYING, bot.client().state(), bot.client().closeSentence());
        assertEquals(0, bot.client().counters().hashMismatches);
        assertEquals(0, bot.client().counters().stateMismatches);
      }
    }
    assertTrue(seen.snapshots > 29 * 60 * PLAYERS * 0.95, "snapshots: " + seen.snapshots);
    double p99Meters = seen.untouchedMicrometers.getValueAtPercentile(99) / 1e6;
    assertTrue(p99Meters <= untouchedMeters, "p99 " + p99Meters);
    JournalReplay.Result result = WholeServer.replay(new FileDisk(directory), WholeServer.GAMES, 2);
    assertNull(result.firstDifference());
    assertTrue(result.hashesCompared() > 1_700, result.toString());
  }

  /** The server's process stands still, and the players go on. */
  @ParameterizedTest
  @CsvSource({"lan, 0.9", "lan, 3", "lan, 11", "4g, 0.9", "4g, 3", "4g, 11"})
  void nobodyIsLostWhenTheServerStandsStill(
      String profile, double pauseSeconds, @TempDir Path directory) throws IOException {
    Seen seen = new Seen();
    NetworkProfile network = NetworkProfile.parse(profile);
    try (WholeServer server = new WholeServer(1, PLAYERS, 300, 0, new FileDisk(directory), 3)) {
      Players players = new Players(server, network, seen);
      server.add(players);
      server.run(8);
      for (int millis = 0; millis < pauseSeconds * 1000; millis++) {
        server.clock.advance(1_000_000);
        players.doWork(server.clock.nanoTime());
      }
      for (int tenth = 0; tenth < 30; tenth++) {
        long[] before = players.datagramsSent();
        server.run(0.1);
        long[] after = players.datagramsSent();
        for (int i = 0; i < PLAYERS; i++) {
          assertTrue(after[i] - before[i] >= 4, "datagrams in 0.1 s: " + (after[i] - before[i]));
        }
      }
      seen.untouchedMicrometers.reset();
      server.run(10);
      for (Bot bot : players.bots) {
        assertEquals(GameClient.State.PLAYING, bot.client().state(), bot.client().closeSentence());
        assertEquals(0, bot.client().counters().hashMismatches);
        assertEquals(0, bot.client().counters().stateMismatches);
      }
    }
    assertTrue(seen.untouchedMicrometers.getTotalCount() > 1000);
    double share = profile.equals("lan") ? 100 : 95;
    assertEquals(0, seen.untouchedMicrometers.getValueAtPercentile(share), "micrometres");
    JournalReplay.Result result = WholeServer.replay(new FileDisk(directory), WholeServer.GAMES, 2);
    assertNull(result.firstDifference());
    assertTrue(result.hashesCompared() > 1_200, result.toString());
  }
}
