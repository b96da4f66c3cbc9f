package ringmaster.server.ingress;

import ringmaster.shared.time.TickRate;

/**
 * When each server tick is due. Written by the tick thread alone, read by network threads to tell
 * clients how early their commands come.
 */
public final class TickSchedule {
  private final TickRate rate;
  private volatile long originNanos;
  private volatile long nextTick;

  /**
   * @param firstTick of this process
   * @param firstDeadlineNanos when it is due
   */
  public TickSchedule(TickRate rate, long firstTick, long firstDeadlineNanos) {
    this.rate = rate;
    nextTick = firstTick;
    originNanos = firstDeadlineNanos - rate.nanosOf(firstTick);
  }

  public TickRate rate() {
    return rate;
  }

  public long deadlineNanos(long tick) {
    return originNanos + rate.nanosOf(tick);
  }

  /** The tick that has not begun yet. */
  public long nextTick() {
    return nextTick;
  }

  /** Tick thread: the next tick has begun. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  public void begin() {
    nextTick++;
  }

  /** Tick thread: time was lost; all later ticks are due so much later. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  public void slip(long byNanos) {
    originNanos += byNanos;
  }
}
