package ringmaster.server.pool;

import ringmaster.shared.physics.Workers;

/**
 * The pool for the one of its threads whose task is split: threads without a task come and take
 * blocks.
 *
 * <p>Which lane a thread has follows from its number and the owner's, so nothing is handed out when
 * it joins, and no two have the same.
 */
final class Burst extends Round implements Workers {
  private static final Stage NOTHING = (block, lane) -> {};

  private final WorkerPool pool;
  private final int owner;
  private Stage stage = NOTHING;
  private volatile boolean open;

  /**
   * @param owner which of the pool's threads splits its task, 0 .. workers
   */
  Burst(WorkerPool pool, int owner) {
    this.pool = pool;
    this.owner = owner;
  }

  /** Whether more blocks will come for other threads. Any thread. */
  boolean isOpen() {
    return open;
  }

  @Override
  public int lanes() {
    return pool.workers() + 1;
  }

  @Override
  public void begin() {
    open = true;
    pool.wakeHelpers(pool.workers());
  }

  @Override
  public void run(Stage newStage, int blocks) {
    if (blocks == 1) {
      newStage.block(0, 0);
      return;
    }
    stage = newStage;
    offer(blocks);
    pool.wakeHelpers(blocks - 1);
    take(0);
    for (int attempt = 0; !isDone(); attempt++) {
      pause(attempt);
    }
    throwFailure("a block failed");
  }

  @Override
  public void end() {
    open = false;
  }

  /** Another of the pool's threads takes what blocks there are. Returns whether it ran any. */
  boolean help(int worker) {
    // The owner's lane is 0, which leaves its number to the thread of number 0.
    return take(worker == 0 ? owner : worker);
  }

  @Override
  void runOne(int block, int lane) {
    stage.block(block, lane);
  }
}
