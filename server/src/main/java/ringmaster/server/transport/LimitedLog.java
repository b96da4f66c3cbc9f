package ringmaster.server.transport;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Logs at most one error a minute, so that whoever provokes an error cannot fill the disk. */
final class LimitedLog {
  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger logger;
  private long loggedNanos;
  private boolean logged;
  private long leftOut;

  LimitedLog(Logger logger) {
    this.logger = logger;
  }

  void error(String sentence, Throwable cause, long nowNanos) {
    if (logged && nowNanos - loggedNanos < INTERVAL_NANOS) {
      leftOut++;
      return;
    }
    logger.error("{} ({} more since the last line)", sentence, leftOut, cause);
    logged = true;
    loggedNanos = nowNanos;
    leftOut = 0;
  }
}
