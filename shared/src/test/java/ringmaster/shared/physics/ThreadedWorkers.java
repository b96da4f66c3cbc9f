package ringmaster.shared.physics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Real threads that race the caller for each block, as many as wanted on however few cores. */
final class ThreadedWorkers implements Workers, AutoCloseable {
  private static final long REST_NANOS = 100_000;

  /** One run; a late helper finds that nothing of it is left. */
  private static final class Job {
    final Stage stage;
    final int blocks;
    final AtomicInteger next = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Job(Stage stage, int blocks) {
      this.stage = stage;
      this.blocks = blocks;
    }

    /** Returns how many blocks this lane did. */
    int work(int lane) {
      int own = 0;
      for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
        try {
          stage.block(block, lane);
        } catch (Throwable e) {
          failure.compareAndSet(null, e);
        }
        own++;
        done.incrementAndGet();
      }
      return own;
    }
  }

  private final Thread[] helpers;
  private final AtomicInteger helped = new AtomicInteger();
  private volatile @Nullable Job job;
  private volatile boolean busy;
  private volatile boolean closed;

  /**
   * @param lanes the caller's among them
   */
  ThreadedWorkers(int lanes) {
    helpers = new Thread[lanes - 1];
    for (int i = 0; i < helpers.length; i++) {
      int lane = i + 1;
      helpers[i] = Thread.ofPlatform().daemon().start(() -> help(lane));
    }
  }

  private void help(int lane) {
    while (!closed) {
      Job now = job;
      if (now != null) {
        helped.addAndGet(now.work(lane));
      }
      if (busy) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  /** Blocks that others than the caller have done. */
  int helped() {
    return helped.get();
  }

  @Override
  public int lanes() {
    return helpers.length + 1;
  }

  @Override
  public void begin() {
    busy = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  @Override
  public void run(Stage stage, int blocks) {
    Job now = new Job(stage, blocks);
    job = now;
    now.work(0);
    while (now.done.get() < blocks) {
      Thread.yield();
    }
    job = null;
    Throwable failure = now.failure.get();
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void end() {
    busy = false;
  }

  @Override
  public void close() {
    closed = true;
  }
}
