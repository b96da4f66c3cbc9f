package ringmaster.server.telemetry;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.util.concurrent.atomic.LongAccumulator;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Stop-the-world pauses of this process, as its collectors report them. */
public final class GcPauses {
  private static final GcPauses PROCESS = new GcPauses();

  private final LongAccumulator maxMillis = new LongAccumulator(Math::max, 0);

  private GcPauses() {
    for (GarbageCollectorMXBean collector : CpuTime.PAUSES) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((news, unused) -> take(news), null, null);
      }
    }
  }

  /** One for the process, which listens from the first call on. */
  public static GcPauses ofProcess() {
    return PROCESS;
  }

  private void take(Notification news) {
    if (news.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      maxMillis.accumulate(
          GarbageCollectionNotificationInfo.from((CompositeData) news.getUserData())
              .getGcInfo()
              .getDuration());
    }
  }

  /** The longest pause so far. The JVM tells whole milliseconds: 0 is less than one. */
  public long maxMillis() {
    return maxMillis.get();
  }
}
