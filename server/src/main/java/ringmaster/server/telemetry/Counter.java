package ringmaster.server.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/** A number that only grows. One thread writes, any reads: no locked instruction is needed. */
public final class Counter {
  private final AtomicLong value = new AtomicLong();

  public Counter() {}

  /** Starts at something else than 0. */
  public Counter(long initial) {
    value.setPlain(initial);
  }

  /** Writing thread only. */
  public void increment() {
    add(1);
  }

  /** Writing thread only. */
  public void add(long amount) {
    value.setRelease(value.getPlain() + amount);
  }

  /** Writing thread only. */
  public void raiseTo(long atLeast) {
    if (atLeast > value.getPlain()) {
      value.setRelease(atLeast);
    }
  }

  public long get() {
    return value.getAcquire();
  }
}
