package ringmaster.server.guard;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.time.Clock;

/**
 * Turns of several guards side by side, and one wait for all of them. For one thread, again and
 * again; allocates nothing once it has seen the most guards.
 */
public final class GuardRound {
  /**
   * However long a pause took in which nobody ran (a collector, a suspended machine), no more than
   * this of it counts as waiting.
   */
  private static final long SLICE_NANOS = 10_000_000;

  private final Clock clock;
  private final long patienceNanos;
  private final AtomicInteger away = new AtomicInteger();
  private volatile @Nullable Thread waiting;
  private Guard[] begun = new Guard[16];
  private int count;

  GuardRound(Clock clock, long patienceNanos) {
    this.clock = clock;
    this.patienceNanos = patienceNanos;
  }

  /** Lets an idle guard begin a turn, and returns at once. */
  public void begin(Guard guard, Runnable turn) {
    if (count == begun.length) {
      begun = Arrays.copyOf(begun, 2 * count);
    }
    begun[count++] = guard;
    away.incrementAndGet();
    guard.begin(turn, this);
  }

  /**
   * Returns when all turns have ended; what they wrote is then visible. After the time of patience
   * it gives up those that have not: see {@link Guard#isLost}.
   */
  public void await() {
    waiting = Thread.currentThread();
    while (away.get() > 0) {
      awaitPatiently();
      for (int i = 0; i < count; i++) {
        if (begun[i].giveUp()) {
          away.decrementAndGet();
        }
      }
    }
    count = 0;
  }

  private void awaitPatiently() {
    long leftNanos = patienceNanos;
    while (away.get() > 0 && leftNanos > 0) {
      long beforeNanos = clock.nanoTime();
      LockSupport.parkNanos(this, Math.min(leftNanos, SLICE_NANOS));
      leftNanos -= Math.min(clock.nanoTime() - beforeNanos, SLICE_NANOS);
    }
  }

  /** A guard's thread: its turn has ended in time. */
  void cameBack() {
    if (away.decrementAndGet() == 0) {
      LockSupport.unpark(waiting);
    }
  }

  /** How long it waits. */
  public long patienceMillis() {
    return patienceNanos / 1_000_000;
  }
}
