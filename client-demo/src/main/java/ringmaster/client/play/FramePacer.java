package ringmaster.client.play;

import java.util.concurrent.locks.LockSupport;
import ringmaster.shared.time.Clock;

/**
 * Keeps frames from coming faster than wanted. Deadlines are absolute, so the rate is met in the
 * mean; a late frame does not make the next one early.
 */
public final class FramePacer {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Clock clock;
  private long deadlineNanos;

  public FramePacer(Clock clock) {
    this.clock = clock;
    deadlineNanos = clock.nanoTime();
  }

  /**
   * Waits until the next frame may begin.
   *
   * @param framesPerSecond at most; 0 for no cap
   */
  public void await(int framesPerSecond) {
    long now = clock.nanoTime();
    if (framesPerSecond <= 0) {
      deadlineNanos = now;
      return;
    }
    long periodNanos = NANOS_PER_SECOND / framesPerSecond;
    deadlineNanos = Math.max(deadlineNanos + periodNanos, now - periodNanos);
    while (deadlineNanos - now > 0) {
      LockSupport.parkNanos(this, deadlineNanos - now);
      now = clock.nanoTime();
    }
  }
}
