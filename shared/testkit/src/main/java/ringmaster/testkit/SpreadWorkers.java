package ringmaster.testkit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.physics.Workers;

/**
 * Threads that share the blocks of a step in an order of their own: each has a fixed part of them
 * and does it from the last block to the first. A step that adds up in the order in which blocks
 * happen to end comes to other sums here.
 */
final class SpreadWorkers implements Workers, AutoCloseable {
  private final int lanes;
  private final Semaphore[] starts;
  private final Semaphore done = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean open = true;
  private volatile Stage stage = (block, lane) -> {};
  private volatile int blocks;

  /**
   * @param threads beside the calling one, at least 1
   */
  SpreadWorkers(int threads) {
    lanes = threads + 1;
    starts = new Semaphore[lanes];
    for (int lane = 1; lane < lanes; lane++) {
      starts[lane] = new Semaphore(0);
      int own = lane;
      Thread.ofPlatform().daemon().name("spread-" + lane).start(() -> work(own));
    }
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void begin() {}

  @Override
  public void run(Stage newStage, int newBlocks) {
    stage = newStage;
    blocks = newBlocks;
    for (int lane = 1; lane < lanes; lane++) {
      starts[lane].release();
    }
    doPart(0);
    done.acquireUninterruptibly(lanes - 1);
    Throwable thrown = failure.getAndSet(null);
    if (thrown != null) {
      throw new IllegalStateException("a block failed", thrown);
    }
  }

  @Override
  public void end() {}

  private void work(int lane) {
    while (true) {
      starts[lane].acquireUninterruptibly();
      if (!open) {
        return;
      }
      doPart(lane);
      done.release();
    }
  }

  private void doPart(int lane) {
    try {
      for (int block = blocks - 1 - lane; block >= 0; block -= lanes) {
        stage.block(block, lane);
      }
    } catch (Throwable t) {
      failure.set(t);
    }
  }

  @Override
  public void close() {
    open = false;
    for (int lane = 1; lane < lanes; lane++) {
      starts[lane].release();
    }
  }
}
