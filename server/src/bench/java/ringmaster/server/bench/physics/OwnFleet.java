package ringmaster.server.bench.physics;

import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Stage;
import ringmaster.shared.scene.WorldStage;
import ringmaster.shared.state.StateHash;

/** Worlds of this project's physics, stepped as a server steps its matches. */
final class OwnFleet implements Fleet {
  private final WorkerPool pool;
  private final WorkerPool.Task task = this::stepOne;
  private final WorldStage[] stages;

  OwnFleet(Scene scene, WorkerPool pool) {
    this.pool = pool;
    stages = new WorldStage[scene.worlds()];
    for (int world = 0; world < stages.length; world++) {
      stages[world] = new WorldStage(scene);
      scene.populate(stages[world], world);
    }
  }

  @Override
  public int worlds() {
    return stages.length;
  }

  @Override
  public Stage stage(int world) {
    return stages[world];
  }

  @Override
  public void step() {
    pool.run(task, stages.length);
  }

  private void stepOne(int world, int worker) {
    stages[world].world().step(pool.workersOf(worker));
  }

  /** Of all state there is, what is not seen included. */
  @Override
  public long hash() {
    if (stages.length == 1) {
      return stages[0].world().hash();
    }
    StateHash hash = new StateHash();
    for (WorldStage stage : stages) {
      hash.int64(stage.world().hash());
    }
    return hash.value();
  }

  @Override
  public void close() {}
}
