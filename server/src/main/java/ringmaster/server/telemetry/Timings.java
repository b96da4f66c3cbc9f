package ringmaster.server.telemetry;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** A histogram of durations in nanoseconds since the start. One thread records, any reads. */
public final class Timings {
  /** Longer ones count as this long. */
  private static final long MAX_NANOS = 60_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final SingleWriterRecorder recorder =
      new SingleWriterRecorder(MAX_NANOS, SIGNIFICANT_DIGITS);
  private final Histogram total = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);
  private Histogram interval = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);

  public void record(long nanos) {
    recorder.recordValue(Math.clamp(nanos, 0, MAX_NANOS));
  }

  /** A copy of all that was recorded so far. */
  public synchronized Histogram snapshot() {
    interval = recorder.getIntervalHistogram(interval);
    total.add(interval);
    return total.copy();
  }
}
