package ringmaster.shared.time;

/**
 * Ticks per second of a match: 30, 60 or 120.
 *
 * @param hz ticks per second
 */
public record TickRate(int hz) {
  public TickRate {
    if (hz != 30 && hz != 60 && hz != 120) {
      throw new IllegalArgumentException("tick rate must be 30, 60 or 120 Hz, not " + hz);
    }
  }

  /** Length of a step in seconds, as the simulation integrates it. */
  public float stepSeconds() {
    return 1f / hz;
  }

  public long periodNanos() {
    return 1_000_000_000L / hz;
  }

  /** Nanoseconds from tick 0 to {@code tick}, without the drift of adding up rounded periods. */
  public long nanosOf(long tick) {
    return tick / hz * 1_000_000_000L + tick % hz * 1_000_000_000L / hz;
  }
}
