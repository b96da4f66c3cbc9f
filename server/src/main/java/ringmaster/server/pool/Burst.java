package ringmaster.server.pool;

import ringmaster.shared.physics.Workers;

/**
 * The pool for the one of its threads whose task is split: threads without a task come and take
 * blocks.
 *
 * <p>Which lane a thread has follows from its number and the owner's, so nothing is handed out when
 * it joins, and no two have the same.
 *
 * <p>A block cannot be taken back from a thread that lost its core to another program, and the
 * owner waits for it, milliseconds at worst. It then splits nothing for a while, for longer the
 * more often that happens: one delay a second at worst instead of one in each step.
 */
final class Burst extends Round implements Workers {
  private static final Stage NOTHING = (block, lane) -> {};

  /** About a second of steps. */
  private static final int MAX_REST_BURSTS = 63;

  private final WorkerPool pool;
  private final int owner;
  private Stage stage = NOTHING;
  private volatile boolean open;

  /** Bursts that the owner yet does alone. */
  private int restBursts;

  /** How many those were the last time; halved by each burst without a delay. */
  private int lastRestBursts;

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
    if (restBursts > 0) {
      restBursts--;
      return;
    }
    open = true;
    pool.wakeHelpers(pool.workers());
  }

  @Override
  public void run(Stage newStage, int blocks) {
    if (blocks <= 1 || !open) {
      ALONE.run(newStage, blocks);
      return;
    }
    stage = newStage;
    offer(blocks);
    pool.wakeHelpers(blocks - 1);
    take(0);
    awaitHelpers();
    throwFailure("a block failed");
  }

  private void awaitHelpers() {
    int attempts = 0;
    while (!isDone()) {
      pause(attempts++);
    }
    if (isLong(attempts)) {
      rest();
    }
  }

  private void rest() {
    lastRestBursts = Math.min(2 * lastRestBursts + 1, MAX_REST_BURSTS);
    restBursts = lastRestBursts;
    open = false;
  }

  @Override
  public void end() {
    if (open) {
      lastRestBursts /= 2;
      open = false;
    }
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
