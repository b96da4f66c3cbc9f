package ringmaster.server.telemetry;

import java.util.List;
import org.HdrHistogram.Histogram;

/** How the commands of one network thread's players come. Recorded by that thread, read by any. */
public final class InputTelemetry {
  /** How early the newest command of a datagram came; late ones count as 0. */
  public final Timings margin = new Timings();

  /** How far back each command is judged, if its game rewinds for it at all. */
  public final Timings rewind = new Timings();

  /** The margins of all threads together. */
  public static Histogram margins(List<InputTelemetry> threads) {
    return Timings.sum(threads.stream().map(thread -> thread.margin).toList());
  }

  /** The rewinds of all threads together. */
  public static Histogram rewinds(List<InputTelemetry> threads) {
    return Timings.sum(threads.stream().map(thread -> thread.rewind).toList());
  }
}
