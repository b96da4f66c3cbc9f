package ringmaster.server.journal;

import java.util.concurrent.atomic.AtomicLong;

/** A number that one thread writes and any thread reads. */
final class Counter {
  private final AtomicLong value = new AtomicLong();

  Counter() {}

  Counter(long initial) {
    value.setPlain(initial);
  }

  /** Writer's thread only: an update without a locked instruction. */
  void add(long amount) {
    value.setRelease(value.getPlain() + amount);
  }

  /** Writer's thread only. */
  void raiseTo(long atLeast) {
    if (atLeast > value.getPlain()) {
      value.setRelease(atLeast);
    }
  }

  long get() {
    return value.getAcquire();
  }
}
