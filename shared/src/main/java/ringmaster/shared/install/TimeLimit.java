package ringmaster.shared.install;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a jar's code on a thread of its own, and leaves that behind if it does not come back: no
 * thread can be stopped from outside, and a program that does not start should say why.
 */
final class TimeLimit {
  private final String jar;
  private final long seconds;

  TimeLimit(String jar, long seconds) {
    this.jar = jar;
    this.seconds = seconds;
  }

  /**
   * Returns what the work does.
   *
   * @param work throws nothing but {@link GameJarException}
   */
  <T> T run(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "trial of " + jar);
    thread.setDaemon(true); // the program may end without it
    thread.start();
    try {
      return task.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      StackTraceElement[] where = thread.getStackTrace();
      thread.interrupt(); // ends one that only waits
      throw refusal("its game did not come back from its trial within " + seconds + " s", where);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof GameJarException refused
          ? refused
          : new GameJarException(jar + ": " + Blame.of(e, jar), e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw refusal("its trial was interrupted");
    }
  }

  private GameJarException refusal(String sentence, StackTraceElement... where) {
    return new GameJarException(jar + ": " + Blame.of(new GameError(sentence, where), jar));
  }
}
