package ringmaster.client.load;

/** When to measure: the same instants for all load threads. Set once by the command's thread. */
final class Window {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private volatile long endNanos = UNKNOWN;
  private volatile long startNanos = UNKNOWN;

  /** Measure from {@code start} to {@code end}; neither has passed yet. */
  void set(long start, long end) {
    endNanos = end;
    startNanos = start;
  }

  boolean begun(long nowNanos) {
    long start = startNanos;
    return start != UNKNOWN && nowNanos - start >= 0;
  }

  boolean over(long nowNanos) {
    long end = endNanos;
    return end != UNKNOWN && nowNanos - end >= 0;
  }
}
