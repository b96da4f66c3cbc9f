package ringmaster.client.play;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the client end as if its player had left when the process is told to stop, by Ctrl-C or the
 * system: settings are kept, the server is told, and a practice server's folder goes.
 */
public final class ExitHook implements AutoCloseable {
  /** More than a practice server takes; then the process ends all the same. */
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::awaitEnd, "stop");
  private volatile boolean wanted;

  public ExitHook() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    wanted = true;
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was told to stop. */
  public boolean wanted() {
    return wanted;
  }

  /** All else is closed. */
  @Override
  public void close() {
    closed.countDown();
    if (!wanted) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // told to stop just now: the hook has nothing left to wait for
    }
  }
}
