package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.status.StatusServer;
import ringmaster.shared.math.Rng;
import ringmaster.shared.report.Provenance;

/** The status of a whole server, asked for over a socket. */
final class StatusServerIT {
  private static final int MATCHES = 2;
  private static final int BOTS = 3;

  /** What the command line promises of {@code server} in {@code /api/status}. */
  private static final Set<String> PROMISED =
      Set.of(
          "cpuSeconds",
          "ticks",
          "tickHz",
          "tickIntervalMillis",
          "tickMillis",
          "publishMillis",
          "tickOverruns",
          "slips",
          "bytesAllocatedPerTick",
          "cipherBytesPerDatagram",
          "gcPauseMillisMax",
          "matches",
          "notDurableMillis");

  private static final Pattern SAMPLE =
      Pattern.compile("[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? \\S+");

  private final HttpClient client = HttpClient.newHttpClient();
  private WholeServer server;
  private StatusServer status;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    server = new WholeServer(MATCHES, 8, 60, 1, new FileDisk(directory), 3);
    server.fill(BOTS, 4);
    status = statusOf(server);
    server.run(3);
  }

  private static StatusServer statusOf(WholeServer server) throws IOException {
    return new StatusServer(
        StatusServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
        CoreStatus.of(
            server.core,
            server.clock,
            Thread.currentThread().threadId(),
            List.of(server.datagrams.counters()),
            server.control.counters(),
            Provenance.here("serve --port 0", Instant.EPOCH)));
  }

  @AfterEach
  void stop() {
    status.close();
    server.close();
    client.close();
  }

  private HttpResponse<String> send(StatusServer to, String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + to.address().getPort() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(status, "GET", path);
  }

  private JsonObject report() throws IOException, InterruptedException {
    return JsonParser.parseString(get("/api/status").body()).getAsJsonObject();
  }

  @Test
  void statusHoldsWhatTheCommandLinePromises() throws Exception {
    JsonObject report = report();
    assertTrue(
        report
            .keySet()
            .containsAll(
                Set.of("server", "matches", "version", "machine", "java", "command", "startedAt")));
    assertEquals(
        Set.of("cpu", "cores", "memoryBytes", "os"), report.getAsJsonObject("machine").keySet());
    assertTrue(report.getAsJsonObject("server").keySet().containsAll(PROMISED));
    for (String durations : List.of("tickIntervalMillis", "tickMillis", "publishMillis")) {
      assertEquals(
          Set.of("p50", "p99", "p999", "max", "encoded"),
          report.getAsJsonObject("server").getAsJsonObject(durations).keySet());
    }
  }

  /** Bots that play over loopback send theirs in time, and claim the newest view there is. */
  @Test
  void statusShowsHowThePlayersInputsCome() throws Exception {
    JsonObject shown = report().getAsJsonObject("server");
    JsonObject margins = shown.getAsJsonObject("inputMarginMillis");
    double median = margins.get("p50").getAsDouble();
    assertTrue(median > 0 && median < 100, "margin " + median);
    assertTrue(margins.get("p01").getAsDouble() <= median);
    double rewind = shown.getAsJsonObject("rewindMillis").get("p50").getAsDouble();
    assertTrue(rewind >= 0 && rewind < 100, "rewind " + rewind);
    long ticksOfPlayers = server.core.telemetry().ticks.get() * MATCHES * BOTS;
    long missed = shown.get("commandsMissed").getAsLong();
    assertTrue(missed > 0 && missed < ticksOfPlayers / 10, "missed " + missed);
  }

  @Test
  void statusShowsWhatTheServerCounted() throws Exception {
    JsonObject shown = report().getAsJsonObject("server");
    assertEquals(server.core.telemetry().ticks.get(), shown.get("ticks").getAsLong());
    assertEquals(60, shown.get("tickHz").getAsDouble(), 1);
    assertEquals(MATCHES * BOTS, shown.get("sessions").getAsInt());
    assertEquals(MATCHES * BOTS, shown.get("joined").getAsInt());
    assertEquals(server.core.publisher().snapshots(), shown.get("snapshots").getAsLong());
    assertTrue(shown.get("bytesAllocated").getAsLong() > 0);
    assertEquals("durable", shown.getAsJsonObject("journal").get("durability").getAsString());
    assertTrue(shown.getAsJsonObject("journal").get("records").getAsLong() > 0);
    assertEquals(0, shown.getAsJsonObject("datagramsDropped").get("unknownSession").getAsLong());
  }

  @Test
  void everyStandingMatchIsListed() throws Exception {
    List<JsonElement> matches = report().getAsJsonArray("matches").asList();
    assertEquals(MATCHES, matches.size());
    for (JsonElement match : matches) {
      assertEquals("skirmish", match.getAsJsonObject().get("mode").getAsString());
      assertEquals(8, match.getAsJsonObject().get("max").getAsInt());
      assertEquals(0, match.getAsJsonObject().get("players").getAsInt());
      assertEquals(BOTS, match.getAsJsonObject().get("bots").getAsInt());
      assertEquals("running", match.getAsJsonObject().get("stage").getAsString());
    }
  }

  @Test
  void theDifferenceOfTwoHistogramsIsWhatCameBetween() throws Exception {
    Histogram before = tickIntervals();
    server.run(1);
    Histogram after = tickIntervals();
    after.subtract(before);
    assertEquals(60, after.getTotalCount(), 1);
    assertEquals(1e9 / 60, after.getMean(), 1e6);
  }

  private Histogram tickIntervals() throws IOException, InterruptedException, DataFormatException {
    JsonObject shown = report().getAsJsonObject("server").getAsJsonObject("tickIntervalMillis");
    byte[] bytes = Base64.getDecoder().decode(shown.get("encoded").getAsString());
    return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
  }

  @Test
  void metricsAreInThePrometheusTextFormat() throws Exception {
    HttpResponse<String> response = get("/metrics");
    assertTrue(response.headers().firstValue("Content-Type").orElse("").contains("version=0.0.4"));
    List<String> samples = response.body().lines().filter(line -> !line.startsWith("#")).toList();
    for (String sample : samples) {
      assertTrue(SAMPLE.matcher(sample).matches(), sample);
      assertTrue(sample.startsWith("ringmaster_"), sample);
      assertTrue(Double.isFinite(Double.parseDouble(sample.split(" ", 2)[1])), sample);
    }
    assertTrue(
        samples.contains("ringmaster_ticks_total " + server.core.telemetry().ticks.get() + ".0"));
    assertTrue(samples.contains("ringmaster_bots " + MATCHES * BOTS + ".0"));
    assertTrue(samples.contains("ringmaster_journal_durable 1.0"));
    assertTrue(samples.contains("ringmaster_datagrams_dropped_total{reason=\"malformed\"} 0.0"));
    assertTrue(
        samples.stream()
            .anyMatch(s -> s.startsWith("ringmaster_tick_phase_seconds{phase=\"step\",quantile=")));
  }

  @Test
  void healthTurnsBadWhenTicksStopAndGoodWhenTheyGoOn() throws Exception {
    assertEquals(200, get("/healthz").statusCode());
    server.clock.advance(2_100_000_000L);
    assertEquals(503, get("/healthz").statusCode());
    server.run(0.1);
    assertEquals(200, get("/healthz").statusCode());
  }

  @Test
  void aStoppingServerIsNotReady() throws Exception {
    assertEquals(200, get("/readyz").statusCode());
    server.core.control().stop();
    HttpResponse<String> response = get("/readyz");
    assertEquals(503, response.statusCode());
    assertEquals("The server is stopping.", response.body().strip());
  }

  @Test
  void aServerThatHasNotTickedYetIsNeitherHealthyNorReady() throws Exception {
    try (WholeServer young = new WholeServer(1, 8, 60, 0, null, 5);
        StatusServer itsStatus = statusOf(young)) {
      assertEquals(503, send(itsStatus, "GET", "/readyz").statusCode());
      assertEquals(503, send(itsStatus, "GET", "/healthz").statusCode());
      String report = send(itsStatus, "GET", "/api/status").body();
      assertFalse(report.contains("\"journal\""), "none is kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/status/", "/metrics/../healthz", "/API/STATUS"})
  void anUnknownPathGetsOneSentence(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(404, response.statusCode());
    assertEquals(1, response.body().lines().count());
    assertTrue(response.body().contains("/api/status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW"})
  void onlyReadingIsAllowed(String method) throws Exception {
    HttpResponse<String> response = send(status, method, "/api/status");
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void headAnswersWithoutABody() throws Exception {
    HttpResponse<String> response = send(status, "HEAD", "/api/status");
    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
    assertTrue(response.headers().firstValueAsLong("Content-Length").orElse(0) > 0);
  }

  @Test
  void strangersOnThePortDisturbNobody() throws Exception {
    Rng rng = new Rng(9);
    for (int i = 0; i < 20; i++) {
      byte[] garbage = new byte[512];
      for (int at = 0; at < garbage.length; at++) {
        garbage[at] = (byte) rng.nextLong();
      }
      try (Socket stranger = connect()) {
        stranger.getOutputStream().write(garbage);
      }
    }
    try (Socket silent = connect();
        Socket slow = connect()) {
      slow.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
      long ticks = server.core.telemetry().ticks.get();
      server.run(1);
      assertEquals(60, server.core.telemetry().ticks.get() - ticks, 1);
      assertEquals(200, get("/healthz").statusCode());
      assertTrue(silent.isConnected());
    }
  }

  @Test
  void aRequestLongerThanTheLimitIsNotAnswered() throws Exception {
    try (Socket stranger = connect()) {
      stranger.setSoTimeout(10_000);
      String request = "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
      try {
        stranger.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = stranger.getInputStream().readAllBytes();
        assertFalse(new String(answer, StandardCharsets.US_ASCII).contains("200"));
      } catch (IOException closedOnUs) {
        assertFalse(closedOnUs instanceof SocketTimeoutException);
      }
    }
    assertEquals(200, get("/healthz").statusCode());
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), status.address().getPort());
  }
}
