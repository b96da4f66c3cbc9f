package ringmaster.server.loop;

import ringmaster.shared.time.TickRate;

/** What a match allocated in its last second of ticks. */
final class AllocationMeter {
  private final long[] bytesByTick;
  private int next;
  private long sum;

  AllocationMeter(TickRate rate) {
    bytesByTick = new long[rate.hz()];
  }

  /** Takes in one tick, and forgets the one of a second before. */
  void add(long bytes) {
    sum += bytes - bytesByTick[next];
    bytesByTick[next] = bytes;
    next = (next + 1) % bytesByTick.length;
  }

  long bytesOfLastSecond() {
    return sum;
  }
}
