package ringmaster.server.guard;

import ringmaster.shared.time.Clock;

/**
 * How long a game from a jar is waited for.
 *
 * @param clock real even where the server's own is virtual: a loop takes real time
 * @param turnNanos for a tick, and what there is to see after it
 * @param buildNanos for a match to be made
 */
public record Patience(Clock clock, long turnNanos, long buildNanos) {
  /** Six ticks of 60 Hz: a clock that is later than five slips anyway. */
  private static final long TURN_NANOS = 100_000_000;

  private static final long BUILD_NANOS = 2_000_000_000;

  private static final long AMPLE_NANOS = 10_000_000_000L;

  /** What a server has. */
  public static Patience usual(Clock clock) {
    return new Patience(clock, TURN_NANOS, BUILD_NANOS);
  }

  /** Where nobody plays, and a busy machine is no fault of a game's. */
  public static Patience ample(Clock clock) {
    return new Patience(clock, AMPLE_NANOS, AMPLE_NANOS);
  }
}
