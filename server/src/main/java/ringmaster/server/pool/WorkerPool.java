package ringmaster.server.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the same task for a range of indices on several threads, the calling one among them, and
 * returns when all are done. Which thread takes which index is open, so tasks must not care.
 *
 * <p>Indices are claimed one by one from a single word, (round, count, next), so that a worker that
 * wakes late can never take an index of another round. Waiting threads spin briefly, then park.
 * Running allocates nothing.
 */
public final class WorkerPool implements AutoCloseable {
  /** What is run for each index. */
  @FunctionalInterface
  public interface Task {
    /**
     * @param index 0 .. count - 1
     * @param worker 0 for the calling thread, else 1 .. workers: for scratch memory of one's own
     */
    void run(int index, int worker);
  }

  private static final int FIELD_BITS = 20;
  private static final int FIELD_MASK = (1 << FIELD_BITS) - 1;

  /** About 20 microseconds: shorter than a park and its wake-up. */
  private static final int SPINS = 2_000;

  private static final Task NOTHING = (index, worker) -> {};

  private final Thread[] threads;
  private final AtomicLong claim = new AtomicLong();
  private final AtomicInteger completed = new AtomicInteger();
  private Task task = NOTHING;
  private volatile @Nullable Throwable failure;
  private volatile boolean running = true;

  /**
   * @param workers threads beside the calling one, at least 0
   */
  public WorkerPool(int workers) {
    threads = new Thread[workers];
    for (int i = 0; i < workers; i++) {
      int worker = i + 1;
      threads[i] = new Thread(() -> work(worker), "worker-" + worker);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /** Threads beside the calling one. */
  public int workers() {
    return threads.length;
  }

  /** The id of a worker's thread, 1 .. workers: for accounting. */
  public long threadId(int worker) {
    return threads[worker - 1].threadId();
  }

  /**
   * Runs a task for 0 .. count - 1. For one calling thread at a time.
   *
   * @throws IllegalStateException if a task threw; the others were run all the same
   */
  public void run(Task newTask, int count) {
    if (count == 0) {
      return;
    }
    task = newTask;
    completed.set(0);
    long round = (claim.get() >>> (2 * FIELD_BITS)) + 1;
    claim.set(round << (2 * FIELD_BITS) | (long) count << FIELD_BITS);
    for (int i = 0; i < Math.min(threads.length, count - 1); i++) {
      LockSupport.unpark(threads[i]);
    }
    takeAll(0);
    awaitOthers(count);
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a task failed", thrown);
    }
  }

  private void awaitOthers(int count) {
    int spins = 0;
    while (completed.get() < count) {
      if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield(); // the worker that holds the last task may need this very core
      }
    }
  }

  /** Claims and runs until nothing is left. Returns whether anything was run. */
  private boolean takeAll(int worker) {
    boolean any = false;
    while (true) {
      long word = claim.get();
      int next = (int) word & FIELD_MASK;
      int count = (int) (word >>> FIELD_BITS) & FIELD_MASK;
      if (next >= count) {
        return any;
      }
      if (claim.compareAndSet(word, word + 1)) {
        any = true;
        runOne(next, worker);
      }
    }
  }

  private void runOne(int index, int worker) {
    try {
      task.run(index, worker);
    } catch (Throwable t) {
      failure = t;
    } finally {
      completed.incrementAndGet();
    }
  }

  private void work(int worker) {
    int idle = 0;
    while (running) {
      if (takeAll(worker)) {
        idle = 0;
      } else if (++idle < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        idle = 0;
      }
    }
  }

  @Override
  public void close() {
    running = false;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
