package ringmaster.server.telemetry;

import java.util.stream.LongStream;

/** What some threads have allocated together since they began. */
public final class ThreadAllocation {
  private final long[] threadIds;
  private long newestBytes;

  public ThreadAllocation(LongStream threadIds) {
    this.threadIds = threadIds.toArray();
  }

  /** Never falls: a thread that has ended tells no number any more, but what it took was taken. */
  public synchronized long bytes() {
    long bytes = 0;
    for (long id : threadIds) {
      bytes += Math.max(0, CpuTime.allocatedBytes(id));
    }
    newestBytes = Math.max(newestBytes, bytes);
    return newestBytes;
  }
}
