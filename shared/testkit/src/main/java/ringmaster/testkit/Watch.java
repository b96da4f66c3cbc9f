package ringmaster.testkit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;

/**
 * Waits for a game's code, but not for ever. It runs on another thread than the test, and that one
 * is left behind when a single call does not come back: no thread can be stopped from outside, and
 * a test that hangs says nothing.
 *
 * <p>Patience is counted in naps of the thread that waits and not by a clock: while a debugger or a
 * suspended machine holds all threads, no nap ends.
 */
final class Watch {
  /** A call of a game takes microseconds; this is for machines busy with other things. */
  private static final int USUAL_SECONDS = 10;

  private static final int NAP_MILLIS = 50;
  private static final int NO_TICK = -1;

  /** Idle ones end after a minute, and none keeps the program from ending. */
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(GameThread::new);

  /** A thread that says which call of the game it is in. */
  private static final class GameThread extends Thread {
    private String call = "a call";
    private int tick = NO_TICK;

    /** Written last, so that whoever sees it move sees the call too. */
    private volatile int calls;

    GameThread(Runnable work) {
      super(work, "game");
      setDaemon(true);
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void enter(String newCall, int newTick) {
      call = newCall;
      tick = newTick;
      calls++;
    }
  }

  private final String mode;
  private final OwnCode ownCode;
  private final int patienceSeconds;

  Watch(Game game) {
    this(game, USUAL_SECONDS);
  }

  /**
   * @param patienceSeconds for a single call of the game
   */
  Watch(Game game, int patienceSeconds) {
    mode = game.mode();
    ownCode = new OwnCode(game);
    this.patienceSeconds = patienceSeconds;
  }

  /** What follows on this thread is a call of the game, or of what a test's author wrote. */
  static void entering(String call) {
    entering(call, NO_TICK);
  }

  /** The same, in a tick of a match. */
  static void entering(String call, int tick) {
    if (Thread.currentThread() instanceof GameThread thread) {
      thread.enter(call, tick);
    }
  }

  /** As {@link #over(Supplier)}, of what returns nothing. */
  void over(Runnable work) {
    Supplier<Boolean> done =
        () -> {
          work.run();
          return true;
        };
    over(done);
  }

  /**
   * Does something, and throws what it throws. Whoever is watched already goes on by itself.
   *
   * @throws AssertionError if a call of the game does not come back
   */
  <T> T over(Supplier<T> work) {
    if (Thread.currentThread() instanceof GameThread) {
      return work.get();
    }
    AtomicReference<@Nullable GameThread> thread = new AtomicReference<>();
    Future<T> turn =
        THREADS.submit(() -> {
          thread.set((GameThread) Thread.currentThread());
          return work.get();
        });
    try {
      return await(turn, thread);
    } catch (ExecutionException e) {
      throw asIfThrownHere(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      turn.cancel(true);
      Thread.currentThread().interrupt();
      throw new AssertionError(mode + " was interrupted", e);
    }
  }

  private <T> T await(Future<T> turn, AtomicReference<@Nullable GameThread> holder)
      throws ExecutionException, InterruptedException {
    int lastCalls = 0;
    int naps = 0;
    while (true) {
      try {
        return turn.get(NAP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        GameThread thread = holder.get();
        int calls = thread == null ? 0 : thread.calls;
        naps = calls == lastCalls ? naps + 1 : 0;
        lastCalls = calls;
        if (thread != null && naps * NAP_MILLIS >= 1_000 * patienceSeconds) {
          AssertionError error = new AssertionError(complaint(thread));
          turn.cancel(true); // ends one that only waits
          throw error;
        }
      }
    }
  }

  private String complaint(GameThread thread) {
    String tick = thread.tick == NO_TICK ? "" : " of tick " + thread.tick;
    return mode
        + " did not come back from "
        + thread.call
        + tick
        + " within "
        + patienceSeconds
        + " s; it stands"
        + ownCode.at(thread.getStackTrace());
  }

  /** The test's own lines are below those of the game, as if there were one thread only. */
  private static RuntimeException asIfThrownHere(Throwable thrown) {
    thrown.setStackTrace(
        Stream.of(thrown.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(thrown);
  }
}
