package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/**
 * Server, journal and eight real clients in one thread, under one seed and a virtual clock. What
 * each client holds after each snapshot is compared with what the server showed.
 */
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

  private static WholeServer server(ServerFrames frames, Path directory) throws IOException {
    Game game = frames.keptOf(WholeServer.skirmish());
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(game, null, PLAYERS)),
            5,
            300,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    return new WholeServer(settings, new Games(List.of(game)), new FileDisk(directory), 3);
  }

  @ParameterizedTest
  @CsvSource({"lan, 0", "4g, 0.05"})
  void eightPlayersAndTheReplayAgree(
      String profile, double untouchedMeters, @TempDir Path directory) throws IOException {
    Seen seen = new Seen();
    NetworkProfile network = NetworkProfile.parse(profile);
    ServerFrames frames = new ServerFrames();
    try (WholeServer server = server(frames, directory)) {
      Players players = new Players(server, frames, true, network).addBots(PLAYERS, seen);
      server.add(players);
      server.run(30);
      players.checkThatAllPlay();
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
    ServerFrames frames = new ServerFrames();
    try (WholeServer server = server(frames, directory)) {
      Players players = new Players(server, frames, true, network).addBots(PLAYERS, seen);
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
      players.checkThatAllPlay();
    }
    assertTrue(seen.untouchedMicrometers.getTotalCount() > 1000);
    double share = profile.equals("lan") ? 100 : 95;
    assertEquals(0, seen.untouchedMicrometers.getValueAtPercentile(share), "micrometres");
    JournalReplay.Result result = WholeServer.replay(new FileDisk(directory), WholeServer.GAMES, 2);
    assertNull(result.firstDifference());
    assertTrue(result.hashesCompared() > 1_200, result.toString());
  }
}
