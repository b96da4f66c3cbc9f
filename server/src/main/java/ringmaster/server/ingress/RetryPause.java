package ringmaster.server.ingress;

/**
 * How long a series of matches waits after a failure: a second, then twice as long each time, up to
 * a minute, until there was none for a minute. A game that always fails costs next to nothing, and
 * one that failed once is soon back.
 */
final class RetryPause {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long MOST_NANOS = 60 * SECOND_NANOS;
  private static final long CALM_NANOS = 60 * SECOND_NANOS;

  private long pauseNanos = SECOND_NANOS;
  private long nextTryNanos;

  /**
   * @param nowNanos from which on a match may be tried
   */
  RetryPause(long nowNanos) {
    nextTryNanos = nowNanos;
  }

  /** A match failed. */
  void begin(long nowNanos) {
    if (nowNanos - nextTryNanos >= CALM_NANOS) {
      pauseNanos = SECOND_NANOS;
    }
    nextTryNanos = nowNanos + pauseNanos;
    pauseNanos = Math.min(2 * pauseNanos, MOST_NANOS);
  }

  /** Whether the next match may be tried. */
  boolean isOver(long nowNanos) {
    return nowNanos - nextTryNanos >= 0;
  }
}
