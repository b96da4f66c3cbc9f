package ringmaster.server.telemetry;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** What befell the matches of each mode, and what they cost. */
public final class GameTelemetry {
  /** Of one mode. */
  public static final class OfMode {
    /** By cause; the tick thread, the builder and others write. */
    private final AtomicLongArray failures = new AtomicLongArray(FailureCause.values().length);

    /** By the matches of a game from a jar, in their ticks. Tick thread. */
    public final Counter bytesAllocated = new Counter();

    /** Any thread. */
    public void failed(FailureCause cause) {
      failures.incrementAndGet(cause.ordinal());
    }

    /** Failures so far. Any thread. */
    public long failures(FailureCause cause) {
      return failures.get(cause.ordinal());
    }
  }

  private final SortedMap<String, OfMode> byMode = new TreeMap<>();

  /**
   * @param modes all there will ever be
   */
  public GameTelemetry(Collection<String> modes) {
    modes.forEach(mode -> byMode.put(mode, new OfMode()));
  }

  /** The figures of a mode, which must be one of those named at the beginning. */
  public OfMode of(String mode) {
    OfMode figures = byMode.get(mode);
    if (figures == null) {
      throw new IllegalArgumentException("there is no mode " + mode);
    }
    return figures;
  }

  /** All figures, by mode. */
  public SortedMap<String, OfMode> all() {
    return Collections.unmodifiableSortedMap(byMode);
  }
}
