package ringmaster.server.telemetry;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/** A histogram of durations in nanoseconds since the start. One thread records, any reads. */
public final class Timings {
  /** Longer ones count as this long. */
  private static final long MAX_NANOS = 60_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final SingleWriterRecorder recorder =
      new SingleWriterRecorder(MAX_NANOS, SIGNIFICANT_DIGITS);
  private final Histogram total = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);

  /** The recorder's own, taken in turns; null before the first. */
  private @Nullable Histogram interval;

  public void record(long nanos) {
    recorder.recordValue(Math.clamp(nanos, 0, MAX_NANOS));
  }

  /** What several threads recorded so far, each into its own. */
  public static Histogram sum(List<Timings> parts) {
    Histogram sum = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);
    parts.forEach(part -> sum.add(part.snapshot()));
    return sum;
  }

  /** A copy of all that was recorded so far. */
  public synchronized Histogram snapshot() {
    Histogram newest = recorder.getIntervalHistogram(interval);
    interval = newest;
    total.add(newest);
    return total.copy();
  }
}
