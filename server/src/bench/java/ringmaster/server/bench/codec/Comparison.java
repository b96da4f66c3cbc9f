package ringmaster.server.bench.codec;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.Clock;

/**
 * All contenders under one kind of conditions.
 *
 * @param figures by name, in the order they were measured
 */
record Comparison(Conditions conditions, Map<String, Figures> figures, Spending spending) {
  static final String YARDSTICK = "bit-packed";
  static final int VIEWERS = 8;

  /** Rivals learn from another match than the one that they are measured on. */
  private static final long TRAINING_SEEDS = 500_000;

  private static final int TRAINING_TICKS = 600;

  /** A match like a measured one, for rivals to learn from. */
  static Trace training(Trace measured) {
    MatchSettings settings = measured.settings();
    return Trace.ofSkirmish(
        settings.map(), settings.maxPlayers(), settings.seed() + TRAINING_SEEDS, TRAINING_TICKS);
  }

  /**
   * Measures them, one after the other.
   *
   * @param training what rivals learn from, over the same links
   * @param measured another match
   */
  static Comparison of(Conditions conditions, Trace training, Trace measured, Clock clock) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (Contender contender : contenders(measured)) {
      Audience learning = audience(training, conditions);
      learning.play((viewer, now, baseline, arrives) -> contender.learn(now, baseline));
      contender.settle();
      Meter.measure(learning, contender, clock); // warm-up
      figures.put(
          contender.name(), Meter.measure(audience(measured, conditions), contender, clock));
    }
    return new Comparison(conditions, figures, Spending.of(audience(measured, conditions)));
  }

  private static Audience audience(Trace trace, Conditions conditions) {
    return new Audience(trace, conditions, Audience.seats(trace, VIEWERS));
  }

  private static List<Contender> contenders(Trace trace) {
    Columns columns = new Columns(trace.schema());
    return List.of(
        new RawBits(columns),
        new Zlib(columns),
        new Zstandard(columns),
        new VarintPatch(columns),
        new Quake3Like(columns),
        new BitPacked(columns),
        Ringmaster.general(trace),
        Ringmaster.trained(trace));
  }

  /** How many bytes one takes for each that another takes. */
  double ratio(String name, String other) {
    return bytes(name) / bytes(other);
  }

  private double bytes(String name) {
    return Objects.requireNonNull(figures.get(name), name).bytesPerSnapshot();
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d Hz, RTT %d ms, %d %% lost each way; %.1f entities visible in a snapshot%n",
        conditions.hz(),
        conditions.rttMillis(),
        conditions.lossPercent(),
        spending.visiblePerSnapshot());
    out.printf(
        "  %-20s %10s %14s %16s %16s %18s%n",
        "", "bytes", "x " + YARDSTICK, "ns/entity enc", "ns/entity dec", "allocated bytes");
    figures.forEach((name, taken) ->
        out.printf(
            Locale.ROOT,
            "  %-20s %10.1f %14.3f %16.0f %16.0f %18.0f%n",
            name,
            taken.bytesPerSnapshot(),
            ratio(name, YARDSTICK),
            taken.encodeNanosPerEntity(),
            taken.decodeNanosPerEntity(),
            taken.bytesAllocatedPerSnapshot()));
    spending.print(out);
    out.flush();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("hz", conditions.hz());
    json.addProperty("rttMillis", conditions.rttMillis());
    json.addProperty("lossPercent", conditions.lossPercent());
    spending.addTo(json);
    JsonObject codecs = new JsonObject();
    figures.forEach((name, taken) -> codecs.add(name, taken.toJson()));
    json.add("codecs", codecs);
    return json;
  }
}
