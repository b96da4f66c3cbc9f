package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientCounters;
import ringmaster.client.connection.Invite;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.report.Provenance;

/** The report's names are a promise to other people's scripts. */
final class LoadReportTest {
  /** As in the reference of the command line. */
  private static final String NAMES =
      """
      playersRequested playersJoined seconds inputsSent snapshotsReceived
      snapshotHz.min snapshotHz.p01 snapshotHz.p50
      inputToSnapshotMillis.p50 inputToSnapshotMillis.p99 inputToSnapshotMillis.p999
      inputToSnapshotMillis.max
      downBytesPerPlayerSecond upBytesPerPlayerSecond
      datagramsLostPercent.down datagramsLostPercent.up
      predictionErrorMeters.untouched.p50 predictionErrorMeters.untouched.p99
      predictionErrorMeters.untouched.max
      predictionErrorMeters.contact.p50 predictionErrorMeters.contact.p99
      predictionErrorMeters.contact.max
      corrections correctionsOver10cm
      inputMarginMillis.p01 inputMarginMillis.p50 inputMarginMillis.p99
      missedInputsPercent lateInputs interpolationDelayMillis.p50 interpolationDelayMillis.p99
      underrunsPercent correctionsPerPlayer10s.all correctionsPerPlayer10s.over10cm
      rewindMillis.p50 rewindMillis.p99 disconnects.TIMEOUT resumes hashMismatches stateMismatches
      dataAgeTicks.0to15m.p50 dataAgeTicks.0to15m.p99 dataAgeTicks.15to30m.p50
      dataAgeTicks.15to30m.p99 dataAgeTicks.30to60m.p50 dataAgeTicks.30to60m.p99
      visibleEntities.p50 visibleEntities.p99
      perPlayerMinute.metresTravelled perPlayerMinute.shots perPlayerMinute.hits
      perPlayerMinute.deaths perPlayerMinute.contacts
      clientCpuSeconds generatorLateMillis.p50 generatorLateMillis.p99
      server.cpuSeconds server.ticks server.tickHz
      server.tickIntervalMillis.p50 server.tickIntervalMillis.p99 server.tickIntervalMillis.p999
      server.tickIntervalMillis.max
      server.tickMillis.p50 server.tickMillis.p99 server.tickMillis.p999 server.tickMillis.max
      server.publishMillis.p50 server.publishMillis.p99 server.publishMillis.p999
      server.publishMillis.max
      server.tickOverruns server.slips server.bytesAllocatedPerTick server.cipherBytesPerDatagram
      server.gcPauseMillisMax server.matches server.notDurableMillis
      version machine.cpu machine.cores machine.memoryBytes machine.os java command startedAt
      """;

  private static final ServerDifference SERVER =
      new ServerDifference(
          ServerDifferenceTest.status(600, 10, 1), ServerDifferenceTest.status(1800, 30, 3));

  @Test
  void allNamesAreThereAndNoOthers() {
    Set<String> names = new TreeSet<>();
    collect("", report(SERVER).toJson(), names);
    assertEquals(new TreeSet<>(Set.of(NAMES.split("\\s+"))), names);
  }

  @Test
  void figuresArePerPlayerAndWindow() {
    JsonObject json = report(null).toJson();
    assertEquals(3, json.get("playersRequested").getAsInt());
    assertEquals(2, json.get("playersJoined").getAsInt());
    assertEquals(1000, json.get("downBytesPerPlayerSecond").getAsDouble());
    assertEquals(250, json.get("upBytesPerPlayerSecond").getAsDouble());
    assertEquals(58, json.getAsJsonObject("snapshotHz").get("min").getAsDouble());
    JsonObject lost = json.getAsJsonObject("datagramsLostPercent");
    assertEquals(10, lost.get("down").getAsDouble());
    assertEquals(1, lost.get("up").getAsDouble());
    JsonObject perMinute = json.getAsJsonObject("perPlayerMinute");
    assertEquals(300, perMinute.get("metresTravelled").getAsDouble());
    assertEquals(36, perMinute.get("shots").getAsDouble());
    assertEquals(1, json.getAsJsonObject("disconnects").get("TIMEOUT").getAsInt());
  }

  @Test
  void errorsAreInMetresAndSortedByContact() {
    JsonObject errors = report(null).toJson().getAsJsonObject("predictionErrorMeters");
    assertEquals(0, errors.getAsJsonObject("untouched").get("p50").getAsDouble());
    assertEquals(0.25, errors.getAsJsonObject("contact").get("max").getAsDouble(), 0.001);
    assertEquals(2, report(null).toJson().get("corrections").getAsInt());
    assertEquals(1, report(null).toJson().get("correctionsOver10cm").getAsInt());
  }

  @Test
  void fairnessIsOfTheInputsAndOfTheFramesShown() {
    JsonObject json = report(null).toJson();
    JsonObject margin = json.getAsJsonObject("inputMarginMillis");
    assertEquals(-3, margin.get("p01").getAsDouble(), 0.1);
    assertEquals(8, margin.get("p50").getAsDouble(), 0.1);
    assertEquals(2, json.get("missedInputsPercent").getAsDouble());
    assertEquals(5, json.get("lateInputs").getAsInt());
    assertEquals(0.5, json.get("underrunsPercent").getAsDouble());
    JsonObject corrections = json.getAsJsonObject("correctionsPerPlayer10s");
    assertEquals(1, corrections.get("all").getAsDouble());
    assertEquals(0.5, corrections.get("over10cm").getAsDouble());
    JsonObject delay = json.getAsJsonObject("interpolationDelayMillis");
    assertEquals(20, delay.get("p50").getAsDouble(), 0.1);
    assertEquals(40, json.getAsJsonObject("rewindMillis").get("p99").getAsDouble(), 0.1);
  }

  @Test
  void withoutAStatusTheServerIsNull() {
    assertTrue(report(null).toJson().get("server").isJsonNull());
  }

  @Test
  void thePageStandsAloneAndShowsBothHistograms() {
    String page = ReportPage.of(report(SERVER));
    assertTrue(page.startsWith("<!DOCTYPE html>"));
    assertTrue(page.contains("<td>snapshotHz.min</td><td>58</td>"));
    assertEquals(2, page.split("<svg", -1).length - 1);
    assertTrue(page.contains("bots --players 3 &quot;a&lt;b&quot;"));
    assertFalse(page.contains("http"));
  }

  private static LoadReport report(@Nullable ServerDifference server) {
    LoadPlan plan =
        new LoadPlan(
            new Invite("localhost", 7777, 0),
            3,
            10,
            5,
            "",
            "random",
            AimedView.NEWEST_SNAPSHOT,
            NetworkProfile.parse("4g"));
    ClientCounters counters = new ClientCounters();
    counters.commandsIssued = 1200;
    counters.datagramsSent = 1000;
    counters.datagramBytesSent = 5_000;
    counters.datagramsReceived = 900;
    counters.datagramBytesReceived = 20_000;
    counters.newestServerCounter = 1000;
    counters.snapshotsReceived = 1180;
    counters.commandsMissed = 24;
    counters.commandsLate = 5;
    counters.framesShown = 1000;
    counters.framesCarried = 4;
    counters.framesStanding = 1;
    LoadResult.Life life = new LoadResult.Life(1, 100, 4, 6, 2, 1);
    Departures departures = new Departures(Map.of(), Map.of("TIMEOUT", 1), "nothing was heard");
    LoadResult result =
        new LoadResult(plan, 2, counters, 10, List.of(58.0, 60.0), meter(), life, departures);
    Provenance provenance = Provenance.here("ringmaster bots --players 3 \"a<b\"", Instant.EPOCH);
    return new LoadReport(provenance, result, 1.5, server);
  }

  private static LoadMeter meter() {
    LoadMeter meter = new LoadMeter();
    meter.recordError(7, true);
    meter.recording = true;
    meter.recordNanos(meter.inputToSnapshotNanos, 40_000_000);
    meter.recordNanos(meter.snapshotIntervalNanos, 16_600_000);
    meter.recordNanos(meter.generatorLateNanos, 200_000);
    meter.recordMargin(-3_000_000);
    meter.recordMargin(8_000_000);
    meter.recordMargin(9_000_000);
    meter.recordNanos(meter.interpolationDelayNanos, 20_000_000);
    meter.recordNanos(meter.rewindNanos, 40_000_000);
    meter.recordError(0, false);
    meter.recordError(0.002f, true);
    meter.recordError(0.25f, true);
    LoadMeter sum = new LoadMeter();
    sum.add(meter);
    return sum;
  }

  private static void collect(String path, JsonElement element, Set<String> names) {
    if (!element.isJsonObject()) {
      names.add(path);
      return;
    }
    for (Map.Entry<String, JsonElement> field : element.getAsJsonObject().entrySet()) {
      collect(
          path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), names);
    }
  }
}
