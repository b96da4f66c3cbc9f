package ringmaster.server.telemetry;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM knows of itself. */
public final class CpuTime {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Beans that count stop-the-world pauses; ZGC's cycles run beside the program. */
  static final GarbageCollectorMXBean[] PAUSES =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(bean ->
              !bean.getName().endsWith("Cycles") && !bean.getName().endsWith("Concurrent GC"))
          .toArray(GarbageCollectorMXBean[]::new);

  private CpuTime() {}

  /** CPU time of the calling thread. */
  public static long currentThreadNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** CPU time of the whole process. */
  public static long processNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /** Bytes a thread has allocated so far; -1 if it has ended. */
  public static long allocatedBytes(long threadId) {
    return THREADS.getThreadAllocatedBytes(threadId);
  }

  /** Bytes the calling thread has allocated so far. Allocates nothing. */
  public static long currentThreadAllocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Stop-the-world pauses so far. Allocates nothing. */
  public static long pauseCount() {
    long count = 0;
    for (GarbageCollectorMXBean bean : PAUSES) {
      count += bean.getCollectionCount();
    }
    return count;
  }
}
