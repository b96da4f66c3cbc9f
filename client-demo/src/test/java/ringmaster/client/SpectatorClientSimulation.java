package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.server.WholeServer;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;

/** A real client that only watches, beside the server's own bots. */
class SpectatorClientSimulation {
  private static final class Watcher implements Agent, Pilot {
    final LoopbackWorld world;
    final GameClient client;
    int matchesStarted;
    int commandsAsked;
    int pingsHeard;
    int seat;

    Watcher(WholeServer server, NetworkProfile network, int matchId) {
      world = new LoopbackWorld(server.control, server.datagrams);
      ClientOptions options =
          new ClientOptions(
              "Watcher",
              "",
              matchId,
              false,
              true,
              AimedView.INTERPOLATED,
              network,
              match -> true,
              7);
      client =
          new GameClient(
              options,
              world,
              world,
              new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load),
              this,
              PlayObserver.NONE,
              0);
    }

    @Override
    public String role() {
      return "watcher";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      return client.doWork(nowNanos);
    }

    @Override
    public void matchStarted(PlayableMatch match, int newSeat) {
      matchesStarted++;
      seat = newSeat;
    }

    @Override
    public long command(EntityFrame newest, int askedSeat, int tick) {
      commandsAsked++;
      return 0;
    }

    @Override
    public void pingsChanged(ControlMessage.Pings pings) {
      pingsHeard++;
    }

    MatchPlay play() {
      MatchPlay play = client.play();
      assertNotNull(play, client.closeSentence());
      return play;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "4g"})
  void aSpectatorSeesTheOthersMove(String profile) throws IOException {
    try (WholeServer server = new WholeServer(1, 8, 300, 0, null, 3)) {
      server.fill(6, 3);
      Watcher watcher = new Watcher(server, NetworkProfile.parse(profile), 0);
      server.run(1);
      server.add(watcher);
      server.run(15);
      GameClient client = watcher.client;
      assertEquals(GameClient.State.PLAYING, client.state(), client.closeSentence());
      assertEquals(ControlMessage.NO_SEAT, watcher.seat);
      assertTrue(watcher.play().watches());
      assertEquals(0, client.counters().hashMismatches + client.counters().stateMismatches);
      assertTrue(client.counters().snapshotsReceived > 14 * 30 * 0.95);
      assertEquals(14 * 60, client.counters().datagramsSent, 60);
      assertFalse(watcher.play().body().alive());
      assertEquals(0, watcher.commandsAsked);
      assertEquals(14, watcher.pingsHeard, 1);
      InterpolatedView view = watcher.play().viewAt(server.clock.nanoTime());
      assertNotNull(view);
      assertTrue(count(view) >= 6, count(view) + " entities");
    }
  }

  private static long count(InterpolatedView view) {
    return IntStream.range(0, view.capacity()).filter(view::present).count();
  }

  @Test
  void aSpectatorComesBackAfterTheServerStoodStill() throws IOException {
    try (WholeServer server = new WholeServer(1, 8, 300, 0, null, 3)) {
      server.fill(6, 3);
      server.run(0.5);
      Watcher watcher = new Watcher(server, NetworkProfile.NONE, 0);
      server.add(watcher);
      server.run(5);
      for (int millis = 0; millis < 3_000; millis++) {
        server.clock.advance(1_000_000);
        watcher.doWork(server.clock.nanoTime());
      }
      server.run(2);
      long before = watcher.client.counters().snapshotsReceived;
      server.run(5);
      assertEquals(
          150,
          watcher.client.counters().snapshotsReceived - before,
          3,
          watcher.client.closeSentence());
      assertEquals(0, watcher.client.counters().stateMismatches);
    }
  }

  @Test
  void withoutAMatchTheClientIsToldSo() throws IOException {
    try (WholeServer server = new WholeServer(1, 8, 300, 0, null, 3)) {
      Watcher watcher = new Watcher(server, NetworkProfile.NONE, 77);
      server.add(watcher);
      server.run(1);
      assertEquals(GameClient.State.CLOSED, watcher.client.state());
      assertEquals(DisconnectReason.MATCH_UNKNOWN, watcher.client.closeReason());
    }
  }
}
