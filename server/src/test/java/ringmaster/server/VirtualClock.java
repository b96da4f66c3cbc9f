package ringmaster.server;

import ringmaster.shared.time.Clock;

/** A clock that stands still until told to move: time as an argument, for a server in one seed. */
public final class VirtualClock implements Clock {
  private long nanos;

  @Override
  public long nanoTime() {
    return nanos;
  }

  public void advance(long byNanos) {
    nanos += byNanos;
  }
}
