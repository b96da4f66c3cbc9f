package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.ClientCounters;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.report.Provenance;

/**
 * A run's figures under the names that other people's scripts rely on. What was not measured is
 * null.
 *
 * @param clientCpuSeconds of the load generator's process within the window
 * @param server null where no status could be read
 */
record LoadReport(
    Provenance provenance,
    LoadResult result,
    double clientCpuSeconds,
    @Nullable ServerDifference server) {
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MICROMETERS_PER_METER = 1e6;

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    addPlayers(json);
    addTraffic(json);
    addPrediction(json);
    addFairness(json);
    addSight(json);
    addLife(json);
    json.add("clientCpuSeconds", Figures.number(clientCpuSeconds));
    json.add(
        "generatorLateMillis",
        Figures.percentiles(
            result.meter().generatorLateNanos, Figures.NANOS_PER_MILLI, "p50", "p99"));
    json.add("server", server == null ? JsonNull.INSTANCE : server.toJson());
    provenance.addTo(json);
    return json;
  }

  private void addPlayers(JsonObject json) {
    ClientCounters counters = result.counters();
    json.addProperty("playersRequested", result.plan().players());
    json.addProperty("playersJoined", result.joined());
    json.addProperty("seconds", result.plan().seconds());
    json.addProperty("inputsSent", counters.commandsIssued);
    json.addProperty("snapshotsReceived", counters.snapshotsReceived);
    JsonObject hz = new JsonObject();
    hz.add("min", snapshotHz(0));
    hz.add("p01", snapshotHz(0.01));
    hz.add("p50", snapshotHz(0.5));
    json.add("snapshotHz", hz);
  }

  private JsonElement snapshotHz(double fraction) {
    List<Double> sorted = result.snapshotHz();
    return sorted.isEmpty()
        ? JsonNull.INSTANCE
        : Figures.number(sorted.get((int) (fraction * (sorted.size() - 1))));
  }

  private void addTraffic(JsonObject json) {
    ClientCounters counters = result.counters();
    json.add(
        "inputToSnapshotMillis",
        Figures.percentiles(
            result.meter().inputToSnapshotNanos,
            Figures.NANOS_PER_MILLI,
            "p50",
            "p99",
            "p999",
            "max"));
    json.add("downBytesPerPlayerSecond", perPlayerSecond(counters.datagramBytesReceived));
    json.add("upBytesPerPlayerSecond", perPlayerSecond(counters.datagramBytesSent));
    JsonObject lost = new JsonObject();
    lost.add("down", percent(lostDown(counters), counters.newestServerCounter));
    lost.add("up", percent(lostUp(counters), counters.datagramsSent));
    json.add("datagramsLostPercent", lost);
  }

  private JsonElement perPlayerSecond(long sum) {
    return Figures.number(sum / (double) result.snapshotHz().size() / result.plan().seconds());
  }

  /** Datagrams overtaken across the window's edges may make it a few more or less. */
  private static double lostDown(ClientCounters counters) {
    return (double) Math.max(0, counters.newestServerCounter - counters.datagramsReceived);
  }

  /**
   * By the server's count of what reached it, in the time between its two readings, which is not
   * the window to the millisecond; without one, what the simulated network says it lost.
   */
  private double lostUp(ClientCounters counters) {
    if (server != null && server.after().has("datagramsReceived")) {
      double received =
          server.grown("datagramsReceived")
              / server.grown("uptimeSeconds")
              * result.plan().seconds();
      return Math.max(0, counters.datagramsSent - received);
    }
    boolean simulated = !result.plan().network().equals(NetworkProfile.NONE);
    return simulated ? result.datagramsLostUp() : Double.NaN;
  }

  private static JsonElement percent(double part, long whole) {
    return Figures.number(100 * part / (double) whole);
  }

  private void addPrediction(JsonObject json) {
    LoadMeter meter = result.meter();
    JsonObject errors = new JsonObject();
    errors.add(
        "untouched",
        Figures.percentiles(
            meter.untouchedErrorMicrometers, MICROMETERS_PER_METER, "p50", "p99", "max"));
    errors.add(
        "contact",
        Figures.percentiles(
            meter.contactErrorMicrometers, MICROMETERS_PER_METER, "p50", "p99", "max"));
    json.add("predictionErrorMeters", errors);
    json.addProperty("corrections", meter.corrections);
    json.addProperty("correctionsOver10cm", meter.correctionsOver10cm);
    JsonObject disconnects = new JsonObject();
    for (Map.Entry<String, Integer> reason : result.departures().disconnected().entrySet()) {
      disconnects.addProperty(reason.getKey(), reason.getValue());
    }
    json.add("disconnects", disconnects);
    json.addProperty("resumes", 0); // the protocol has no resume yet
    json.addProperty("hashMismatches", result.counters().hashMismatches);
    json.addProperty("stateMismatches", result.counters().stateMismatches);
  }

  /** What the network leaves of a player's inputs and of what is shown to him. */
  private void addFairness(JsonObject json) {
    LoadMeter meter = result.meter();
    ClientCounters counters = result.counters();
    json.add(
        "inputMarginMillis",
        Figures.percentilesFrom(
            LoadMeter.LATEST_MARGIN_NANOS,
            meter.inputMarginNanos,
            Figures.NANOS_PER_MILLI,
            "p01",
            "p50",
            "p99"));
    json.add("missedInputsPercent", percent(counters.commandsMissed, counters.commandsIssued));
    json.addProperty("lateInputs", counters.commandsLate);
    json.add("interpolationDelayMillis", millis(meter.interpolationDelayNanos));
    json.add("underrunsPercent", percent(counters.underruns(), counters.framesShown));
    double tenSeconds = result.snapshotHz().size() * result.plan().seconds() / 10.0;
    JsonObject corrections = new JsonObject();
    corrections.add("all", Figures.number(meter.corrections / tenSeconds));
    corrections.add("over10cm", Figures.number(meter.correctionsOver10cm / tenSeconds));
    json.add("correctionsPerPlayer10s", corrections);
    json.add("rewindMillis", millis(meter.rewindNanos));
  }

  private static JsonObject millis(Histogram nanos) {
    return Figures.percentiles(nanos, Figures.NANOS_PER_MILLI, "p50", "p99");
  }

  /** How much a player is shown, and how old each of it is, by distance from the own body. */
  private void addSight(JsonObject json) {
    LoadMeter meter = result.meter();
    JsonObject ages = new JsonObject();
    int from = 0;
    for (int band = 0; band < LoadMeter.BAND_METERS.length; band++) {
      int to = LoadMeter.BAND_METERS[band];
      ages.add(from + "to" + to + "m", Figures.percentiles(meter.ageTicks[band], 1, "p50", "p99"));
      from = to;
    }
    json.add("dataAgeTicks", ages);
    json.add("visibleEntities", Figures.percentiles(meter.visibleEntities, 1, "p50", "p99"));
  }

  private void addLife(JsonObject json) {
    LoadResult.Life life = result.life();
    int players = result.snapshotHz().size();
    JsonObject perMinute = new JsonObject();
    perMinute.add("metresTravelled", perMinute(life.metersTravelled(), players));
    perMinute.add("shots", perMinute(life.shots(), life.observed()));
    perMinute.add("hits", perMinute(life.hits(), life.observed()));
    perMinute.add("deaths", perMinute(life.deaths(), life.observed()));
    perMinute.add("contacts", perMinute(life.contacts(), players));
    json.add("perPlayerMinute", perMinute);
  }

  private JsonElement perMinute(long count, int players) {
    return perMinute((double) count, players);
  }

  private JsonElement perMinute(double sum, int players) {
    return Figures.number(sum / players / result.plan().seconds() * SECONDS_PER_MINUTE);
  }
}
