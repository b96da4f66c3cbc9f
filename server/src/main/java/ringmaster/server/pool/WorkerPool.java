package ringmaster.server.pool;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import ringmaster.shared.physics.Workers;

/**
 * Runs the same task for a range of indices on several threads, the calling one among them, and
 * returns when all are done. Which thread takes which index is open, so tasks must not care.
 *
 * <p>A task may split its own work further, into blocks: {@link #workersOf}. Tasks go first, since
 * they need no barriers: blocks are taken by threads for which no task is left.
 *
 * <p>Waiting threads spin briefly, then park. Running allocates nothing.
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

  /**
   * Pauses between two runs of a burst, about a millisecond: what a step does on one thread alone
   * in between is shorter.
   */
  private static final int BURST_PAUSES = 4_000;

  private static final Task NOTHING = (index, worker) -> {};

  private final Thread[] threads;

  /** Workers 1 .. helpers take blocks of others: no more threads spin than there are cores. */
  private final int helpers;

  /** By worker: 1 while it is parked and nobody has woken it. */
  private final AtomicIntegerArray parked;

  private final Tasks tasks = new Tasks();

  /** By the worker whose task is split. */
  private final Burst[] bursts;

  private volatile boolean running = true;

  /**
   * @param workers threads beside the calling one, at least 0
   */
  public WorkerPool(int workers) {
    this(workers, Math.min(workers, Runtime.getRuntime().availableProcessors() - 1));
  }

  WorkerPool(int workers, int helpers) {
    this.helpers = helpers;
    threads = new Thread[workers];
    parked = new AtomicIntegerArray(workers + 1);
    bursts = new Burst[workers + 1];
    for (int worker = 0; worker <= workers; worker++) {
      bursts[worker] = new Burst(this, worker);
    }
    for (int i = 0; i < workers; i++) {
      int worker = i + 1;
      threads[i] = new Thread(() -> work(worker), "worker-" + worker);
      threads[i].setDaemon(true);
    }
    for (Thread thread : threads) {
      thread.start();
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

  /** Whom a task may share its blocks with while it runs as the given worker. */
  public Workers workersOf(int worker) {
    return helpers == 0 ? Workers.ALONE : bursts[worker];
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
    tasks.task = newTask;
    tasks.offer(count);
    wake(threads.length, count - 1);
    tasks.take(0);
    int idle = 0;
    while (!tasks.isDone()) {
      if (help(0)) {
        idle = 0;
      } else {
        Round.pause(idle++);
      }
    }
    tasks.throwFailure("a task failed");
  }

  private final class Tasks extends Round {
    private Task task = NOTHING;

    @Override
    void runOne(int index, int worker) {
      try {
        task.run(index, worker);
      } finally {
        bursts[worker].end(); // what threw may have left it open
      }
    }
  }

  /** A burst can use some more threads. */
  void wakeHelpers(int atMost) {
    wake(helpers, atMost);
  }

  private void wake(int last, int atMost) {
    int woken = 0;
    for (int worker = 1; worker <= last && woken < atMost; worker++) {
      if (parked.get(worker) == 1 && parked.compareAndSet(worker, 1, 0)) {
        LockSupport.unpark(threads[worker - 1]);
        woken++;
      }
    }
  }

  /** Takes blocks of any burst. Returns whether there were any. */
  private boolean help(int worker) {
    if (worker <= helpers) {
      for (Burst burst : bursts) {
        if (burst.isOpen() && burst.help(worker)) {
          return true;
        }
      }
    }
    return false;
  }

  private void work(int worker) {
    int idle = 0;
    while (running) {
      if (tasks.take(worker) || help(worker)) {
        idle = 0;
      } else if (!Round.isLong(idle) || (idle < BURST_PAUSES && expectsBlocks(worker))) {
        Round.pause(idle++);
      } else {
        park(worker);
        idle = 0;
      }
    }
  }

  private boolean expectsBlocks(int worker) {
    if (worker <= helpers) {
      for (Burst burst : bursts) {
        if (burst.isOpen()) {
          return true;
        }
      }
    }
    return false;
  }

  private void park(int worker) {
    parked.set(worker, 1);
    if (running && !hasWork(worker)) {
      LockSupport.park(this);
    }
    parked.set(worker, 0);
  }

  /** Asked once more after {@link #parked} was set: whoever came before did not see it. */
  private boolean hasWork(int worker) {
    return tasks.hasNext() || hasBlocks(worker);
  }

  private boolean hasBlocks(int worker) {
    if (worker <= helpers) {
      for (Burst burst : bursts) {
        if (burst.hasNext()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    running = false;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
