package ringmaster.client.play;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the probe says of this process, whatever it shows. */
public abstract class ProcessVitals implements Probe.Source {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // the JDK's own, which counts bytes

  @Override
  public final long processCpuNanos() {
    return system.getProcessCpuTime();
  }

  @Override
  public final long allocatedBytes() {
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Override
  public final long processMillis() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }
}
