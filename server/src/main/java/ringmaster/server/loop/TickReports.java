package ringmaster.server.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.match.Match;

/**
 * What the tick thread has to say, put into the log by another thread: standard error may be a pipe
 * that nobody reads, and the tick must not wait for it.
 */
final class TickReports {
  private static final Logger LOG = LoggerFactory.getLogger(TickLoop.class);
  private static final long INTERVAL_NANOS = 1_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final Queue<Match> failed = new ConcurrentLinkedQueue<>();
  private volatile long slippedNanos;
  private long reportedNanos;
  private long nextReportNanos = Long.MIN_VALUE;

  /** Tick thread: the schedule was given up and set anew. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  void slipped(long byNanos) {
    slippedNanos += byNanos;
  }

  /** Tick thread: a match met an error. */
  void failed(Match match) {
    failed.add(match);
  }

  /** Any other thread, always the same: writes what there is, slips at most once a second. */
  int write(long nowNanos) {
    int lines = 0;
    for (Match match = failed.poll(); match != null; match = failed.poll()) {
      LOG.error(
          "match {} met an error at tick {} and is closed",
          match.id(),
          match.tick(),
          match.failure());
      lines++;
    }
    long slipped = slippedNanos - reportedNanos;
    if (slipped > 0 && nowNanos >= nextReportNanos) {
      nextReportNanos = nowNanos + INTERVAL_NANOS;
      reportedNanos += slipped;
      LOG.warn("the server stood still for {} ms; its ticks go on", slipped / NANOS_PER_MILLI);
      lines++;
    }
    return lines;
  }
}
