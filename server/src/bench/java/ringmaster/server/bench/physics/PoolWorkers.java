package ringmaster.server.bench.physics;

import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.physics.Workers;

/** The server's pool as a step of the physics sees it. */
final class PoolWorkers implements Workers, AutoCloseable {
  private final WorkerPool pool;
  private final WorkerPool.Task task = this::block;
  private Stage stage = (block, lane) -> {};

  /**
   * @param lanes threads, the calling one among them
   */
  PoolWorkers(int lanes) {
    pool = new WorkerPool(lanes - 1);
  }

  private void block(int block, int lane) {
    stage.block(block, lane);
  }

  @Override
  public int lanes() {
    return pool.workers() + 1;
  }

  @Override
  public void begin() {}

  @Override
  public void run(Stage newStage, int blocks) {
    stage = newStage;
    pool.run(task, blocks);
  }

  @Override
  public void end() {}

  @Override
  public void close() {
    pool.close();
  }
}
