package ringmaster.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.DatagramSocketHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.connection.SocketEndpoint;
import ringmaster.server.Server;
import ringmaster.server.ServerOptions;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.Version;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.SystemClock;
import ringmaster.shared.time.TickRate;

/** A real server on loopback: found, asked, and watched. */
class ServerBrowserIT {
  private static final int BOTS = 3;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final SystemClock clock = new SystemClock();
  private Server server;

  @BeforeEach
  void serve(@TempDir Path directory) throws IOException {
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(WholeServer.skirmish(), null, 10)),
            2,
            600,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    ServerOptions options =
        new ServerOptions(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
            1,
            "localhost",
            new InetSocketAddress("127.0.0.1", 0),
            directory,
            true,
            BOTS,
            "",
            settings);
    server =
        new Server(
            options, Games.installed(), Provenance.here("test", Instant.EPOCH), sentence -> {});
    server.start();
    assertTrue(waitUntil(() -> server.core().sessions().size() == BOTS));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private boolean waitUntil(BooleanSupplier condition) {
    long startNanos = clock.nanoTime();
    while (!condition.getAsBoolean()) {
      if (clock.nanoTime() - startNanos > PATIENCE_NANOS) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private String address() {
    return "127.0.0.1:" + server.controlPort();
  }

  /** The entry of this test's server; others may run on the same machine. */
  private Optional<ServerEntry> entry(ServerBrowser browser, Predicate<ServerEntry> which) {
    return browser.entries().stream()
        .filter(entry -> entry.address().equals(address()))
        .filter(which)
        .findAny();
  }

  private static boolean answered(ServerEntry entry) {
    return entry.status() == ServerEntry.Status.ANSWERED;
  }

  private static void assertTellsTheMatch(ServerEntry entry, int players) {
    ServerEntry.Match match = new ServerEntry.Match(1, "skirmish", "quarry", players, BOTS, 10);
    assertEquals(List.of(match), entry.matches());
    assertEquals(Version.current(), entry.version());
    assertTrue(entry.pingMillis() >= 0 && entry.pingMillis() < 1_000, entry.toString());
  }

  @Test
  void aTypedServerAnswersAndAskingTakesNoSeat() {
    try (ServerBrowser browser = new ServerBrowser(clock)) {
      browser.setVisible(true);
      assertEquals(address(), browser.add(" ringmaster://" + address() + "/1 "));
      assertTrue(waitUntil(() -> entry(browser, ServerBrowserIT::answered).isPresent()));
      assertTellsTheMatch(entry(browser, ServerBrowserIT::answered).orElseThrow(), 0);
      assertEquals(BOTS, server.core().sessions().size());
      assertThrows(IllegalArgumentException.class, () -> browser.add("no address"));
    }
  }

  @Test
  void anAnnouncedServerIsFound() {
    try (ServerBrowser browser = new ServerBrowser(clock)) {
      browser.setVisible(true);
      boolean found =
          waitUntil(
              () -> entry(browser, entry -> entry.source() == ServerEntry.Source.LAN).isPresent());
      String sentence = "this machine's loopback passes no multicast on";
      assertTrue(found || System.getenv("CI") == null, sentence);
      assumeTrue(found, sentence);
      assertTrue(waitUntil(() -> entry(browser, ServerBrowserIT::answered).isPresent()));
    }
  }

  @Test
  void aServerThatStopsFallsSilent() {
    try (ServerBrowser browser = new ServerBrowser(clock)) {
      browser.setKnown(List.of(address(), "no address"), List.of());
      browser.setVisible(true);
      assertTrue(waitUntil(() -> entry(browser, ServerBrowserIT::answered).isPresent()));
      server.close();
      browser.refresh();
      assertTrue(waitUntil(() -> entry(browser, entry -> !answered(entry)).isPresent()));
      assertFalse(browser.entries().getFirst().sentence().isEmpty());
    }
  }

  @Test
  void aRealSpectatorWatchesTheBots() throws IOException {
    ClientOptions options =
        new ClientOptions(
            "Watcher",
            "skirmish",
            0,
            false,
            true,
            AimedView.INTERPOLATED,
            NetworkProfile.NONE,
            match -> true,
            1);
    try (DatagramSocketHub hub = new DatagramSocketHub()) {
      GameClient client =
          new GameClient(
              options,
              new SocketEndpoint("127.0.0.1", server.controlPort()),
              hub,
              new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load),
              new Unasked(),
              PlayObserver.NONE,
              clock.nanoTime());
      assertTrue(
          waitUntil(() -> {
            client.doWork(clock.nanoTime());
            hub.poll(clock.nanoTime());
            return client.counters().snapshotsReceived > 120
                || client.state() == GameClient.State.CLOSED;
          }));
      assertEquals(GameClient.State.PLAYING, client.state(), client.closeSentence());
      MatchPlay play = client.play();
      assertNotNull(play);
      assertTrue(play.watches());
      assertEquals(0, client.counters().hashMismatches + client.counters().stateMismatches);
      assertEquals(1, server.matches().getFirst().spectators());
      assertEquals(BOTS, server.matches().getFirst().bots());
      client.leave();
    }
  }

  /** A spectator is asked for nothing. */
  private static final class Unasked implements Pilot {
    @Override
    public void matchStarted(PlayableMatch match, int seat) {}

    @Override
    public long command(EntityFrame newest, int seat, int tick) {
      throw new AssertionError("a spectator was asked for a command");
    }
  }
}
