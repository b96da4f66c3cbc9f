package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.GameJars;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.TickRate;

/** A game from a jar that loops for ever, on a server with threads, sockets, disk and clock. */
final class GuestGamesIT {
  private static final int BOTS = 3;

  private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();

  private static ServerOptions options(Path data, Games games) {
    List<MatchOrder> orders =
        List.of(
            new MatchOrder(WholeServer.skirmish(), null, 8),
            new MatchOrder(Objects.requireNonNull(games.find("guest")), null, 4));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new ServerOptions(
        anyPort,
        1,
        "localhost",
        anyPort,
        data,
        false,
        BOTS,
        "",
        new ServerSettings(
            orders, 4, 600, 1, new ReplicationSettings(new TickRate(60), 60, 32_000)));
  }

  private static void waitUntil(BooleanSupplier condition) {
    for (int i = 0; i < 6_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertTrue(condition.getAsBoolean(), "never happened");
  }

  private static String get(Server server, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.httpAddress().getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void skirmishIsPlayedOnWhileAnotherMatchLoops(@TempDir Path folder) throws Exception {
    new GameJar("guest")
        .atTick100("while (keeper == null) { Thread.onSpinWait(); }")
        .writeTo(folder, "guest.jar");
    Games games = GameJars.open(folder, WholeServer.GAMES).games();
    try (Server server =
        new Server(
            options(folder.resolve("data"), games),
            games,
            Provenance.here("test", Instant.EPOCH),
            fatal::set)) {
      server.start();
      waitUntil(() -> server.core().guards().lostSoFar() == 1);
      long ticks = server.core().telemetry().ticks.get();
      long snapshots = server.core().publisher().snapshots();
      waitUntil(() -> server.core().telemetry().ticks.get() >= ticks + 120);
      assertTrue(server.core().publisher().snapshots() >= snapshots + 100L * BOTS);
      assertEquals(1, server.core().guards().lostSoFar());

      String metrics = get(server, "/metrics");
      assertTrue(
          metrics.contains(
              "ringmaster_match_failures_total{cause=\"overdue\",mode=\"skirmish\"} 0"),
          metrics);
      assertTrue(metrics.contains("ringmaster_threads_lost_total 1"), metrics);
      assertTrue(metrics.contains("ringmaster_match_bytes_allocated_total{mode=\"guest\"}"));
      assertTrue(metrics.contains("ringmaster_mode_out_of_service{mode=\"guest\"} 1"), metrics);
      assertFalse(metrics.contains("ringmaster_mode_out_of_service{mode=\"skirmish\"}"), metrics);
      assertEquals(
          "Match 2 of guest is failed, and the mode out of service.",
          get(server, "/readyz").strip());
      JsonObject status = JsonParser.parseString(get(server, "/api/status")).getAsJsonObject();
      JsonObject guest = status.getAsJsonObject("games").getAsJsonObject("guest");
      assertEquals("guest.jar", guest.get("jar").getAsString());
      assertEquals(3, guest.get("version").getAsInt());
      assertTrue(guest.get("outOfService").getAsBoolean());
      long overdue =
          guest
              .getAsJsonObject("matchFailures")
              .get(FailureCause.OVERDUE.name().toLowerCase(Locale.ROOT))
              .getAsLong();
      assertEquals(1, overdue);
      assertNull(fatal.get());
    } finally {
      var keeper =
          Objects.requireNonNull(games.find("guest")).getClass().getDeclaredField("keeper");
      keeper.setAccessible(true);
      keeper.set(null, "released");
    }
  }
}
