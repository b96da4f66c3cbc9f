package ringmaster.server.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import ringmaster.server.telemetry.TickPhase;
import ringmaster.server.telemetry.TickTelemetry;

/**
 * What a rig has counted up to some tick, or between two.
 *
 * @param nanos durations of the phases by name, and of the {@link #WHOLE}
 * @param allocatedBytes by the tick thread in the tick loop
 * @param commands published into the ring
 */
record Reading(long ticks, Map<String, Histogram> nanos, long allocatedBytes, long commands) {
  /** The name of a tick from begin to end. */
  static final String WHOLE = "whole";

  static Reading of(TickTelemetry telemetry, Histogram whole, long allocatedBytes, long commands) {
    Map<String, Histogram> nanos = new LinkedHashMap<>();
    for (TickPhase phase : TickPhase.values()) {
      nanos.put(phase.name().toLowerCase(Locale.ROOT), telemetry.phase(phase).snapshot());
    }
    nanos.put(WHOLE, whole.copy());
    return new Reading(telemetry.ticks.get(), nanos, allocatedBytes, commands);
  }

  /** What came after an earlier reading. */
  Reading since(Reading earlier) {
    Map<String, Histogram> difference = new LinkedHashMap<>();
    nanos.forEach((name, now) -> {
      Histogram between = now.copy();
      between.subtract(Objects.requireNonNull(earlier.nanos.get(name)));
      difference.put(name, between);
    });
    return new Reading(
        ticks - earlier.ticks,
        difference,
        allocatedBytes - earlier.allocatedBytes,
        commands - earlier.commands);
  }

  double micros(String name, double percentile) {
    return Objects.requireNonNull(nanos.get(name)).getValueAtPercentile(percentile) / 1e3;
  }
}
