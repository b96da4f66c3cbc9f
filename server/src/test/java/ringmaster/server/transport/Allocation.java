package ringmaster.server.transport;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what this thread allocates. */
final class Allocation {
  private static final int WARM_UP_RUNS = 20_000;
  private static final int RUNS = 20_000;

  private Allocation() {}

  /** Bytes per run once warm, rounded down: a stray allocation of the JVM's own is not ours. */
  static long perRun(Runnable action) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(action, WARM_UP_RUNS);
    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(action, RUNS);
    return (threads.getCurrentThreadAllocatedBytes() - before) / RUNS;
  }

  private static void repeat(Runnable action, int runs) {
    for (int i = 0; i < runs; i++) {
      action.run();
    }
  }
}
