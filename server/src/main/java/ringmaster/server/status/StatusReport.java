package ringmaster.server.status;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.JournalState;
import ringmaster.server.telemetry.CpuTime;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.telemetry.GcPauses;
import ringmaster.server.telemetry.InputTelemetry;
import ringmaster.server.telemetry.TickPhase;
import ringmaster.server.telemetry.TickTelemetry;
import ringmaster.shared.game.Game;

/** Writes {@code /api/status}: all numbers since the start, so that two readings give a rate. */
final class StatusReport {
  private static final double NANOS_PER_MILLI = 1e6;

  private final StatusSource source;
  private final Readings readings;
  private final GcPauses pauses;

  StatusReport(StatusSource source, Readings readings, GcPauses pauses) {
    this.source = source;
    this.readings = readings;
    this.pauses = pauses;
  }

  String json() {
    List<MatchSummary> matches = source.matches().get();
    JsonObject report = new JsonObject();
    report.add("server", server(matches.size()));
    report.add("matches", list(matches));
    report.add("games", games());
    source.provenance().addTo(report);
    return report.toString();
  }

  private JsonObject server(int matchCount) {
    double uptimeSeconds = source.uptimeSeconds();
    long ticks = source.telemetry().ticks.get();
    JsonObject server = new JsonObject();
    server.addProperty("cpuSeconds", CpuTime.processNanos() / 1e9);
    server.addProperty("uptimeSeconds", uptimeSeconds);
    server.addProperty("tickHz", uptimeSeconds == 0 ? 0 : ticks / uptimeSeconds);
    readings.counts.forEach(count -> add(server, count));
    server.addProperty(
        "bytesAllocatedPerTick", ticks == 0 ? 0 : source.allocation().bytes() / ticks);
    server.addProperty("cipherBytesPerDatagram", 0); // no cipher seals datagrams yet
    server.addProperty("gcPauseMillisMax", pauses.maxMillis());
    server.addProperty("matches", matchCount);
    server.addProperty("sessions", source.sessions().getAsInt());
    addTimings(server, source.telemetry());
    Histogram margin = InputTelemetry.margins(source.inputs());
    JsonObject margins = durations(margin);
    margins.addProperty("p01", millis(margin.getValueAtPercentile(1)));
    server.add("inputMarginMillis", margins);
    server.add("rewindMillis", durations(InputTelemetry.rewinds(source.inputs())));
    addJournal(server, source.journal());
    readings.countsByKind.forEach(counts -> server.add(counts.name(), byKind(counts)));
    return server;
  }

  private static void add(JsonObject to, Count count) {
    to.addProperty(count.name(), count.value().getAsLong());
  }

  private static JsonObject byKind(CountByKind counts) {
    JsonObject json = new JsonObject();
    counts.values().forEach((kind, value) -> json.addProperty(kind, value.getAsLong()));
    return json;
  }

  private static void addTimings(JsonObject server, TickTelemetry telemetry) {
    server.add("tickIntervalMillis", durations(telemetry.interval.snapshot()));
    server.add("tickMillis", durations(telemetry.tick.snapshot()));
    server.add("publishMillis", durations(telemetry.publish.snapshot()));
    JsonObject phases = new JsonObject();
    for (TickPhase phase : TickPhase.values()) {
      phases.add(Names.camelCase(phase), durations(telemetry.phase(phase).snapshot()));
    }
    server.add("phaseMillis", phases);
  }

  /** With the whole histogram, from which the durations between two readings can be told. */
  private static JsonObject durations(Histogram nanos) {
    JsonObject json = new JsonObject();
    json.addProperty("p50", millis(nanos.getValueAtPercentile(50)));
    json.addProperty("p99", millis(nanos.getValueAtPercentile(99)));
    json.addProperty("p999", millis(nanos.getValueAtPercentile(99.9)));
    json.addProperty("max", millis(nanos.getMaxValue()));
    json.addProperty("encoded", encode(nanos));
    return json;
  }

  /** HdrHistogram's compressed form, version 2, in Base64; the values are nanoseconds. */
  private static String encode(Histogram nanos) {
    ByteBuffer buffer = ByteBuffer.allocate(nanos.getNeededByteBufferCapacity());
    int lengthBytes = nanos.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), lengthBytes));
  }

  /** To the microsecond. */
  private static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  private void addJournal(JsonObject server, @Nullable JournalState state) {
    server.addProperty(
        "notDurableMillis", state == null ? 0 : state.notDurableNanos() / NANOS_PER_MILLI);
    if (state == null) {
      return;
    }
    JsonObject journal = new JsonObject();
    journal.addProperty("durability", Names.camelCase(state.durability()));
    readings.journalCounts.forEach(count -> add(journal, count));
    journal.addProperty("stallMillisMax", millis(state.stallNanosMax()));
    journal.addProperty("lastFailure", state.lastFailure());
    server.add("journal", journal);
  }

  /** By mode: what it is, and what befell its matches. */
  private JsonObject games() {
    JsonObject games = new JsonObject();
    source.gameTelemetry().all().forEach((mode, figures) -> games.add(mode, game(mode, figures)));
    return games;
  }

  private JsonObject game(String mode, GameTelemetry.OfMode figures) {
    JsonObject json = new JsonObject();
    Game game = source.games().find(mode);
    if (game != null) {
      json.addProperty("version", game.version());
    }
    String jar = source.games().jar(mode);
    if (jar != null) {
      json.addProperty("jar", jar);
      json.addProperty("bytesAllocated", figures.bytesAllocated.get());
      json.addProperty("outOfService", source.outOfService().test(mode));
    }
    JsonObject failures = new JsonObject();
    for (FailureCause cause : FailureCause.values()) {
      failures.addProperty(Names.camelCase(cause), figures.failures(cause));
    }
    json.add("matchFailures", failures);
    return json;
  }

  private static JsonArray list(List<MatchSummary> matches) {
    JsonArray list = new JsonArray();
    for (MatchSummary match : matches) {
      JsonObject json = new JsonObject();
      json.addProperty("id", match.id());
      json.addProperty("mode", match.mode());
      json.addProperty("map", match.map());
      json.addProperty("max", match.max());
      json.addProperty("players", match.players());
      json.addProperty("bots", match.bots());
      json.addProperty("spectators", match.spectators());
      json.addProperty("stage", Names.camelCase(match.stage()));
      list.add(json);
    }
    return list;
  }
}
