package ringmaster.server.bench.physics;

import ringmaster.shared.physics.Workers;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Stage;
import ringmaster.shared.scene.WorldStage;
import ringmaster.shared.state.StateHash;

/**
 * Worlds of this project's physics. As in a server, several are shared out whole among the workers;
 * only a single one is split.
 */
final class OwnFleet implements Fleet, Workers.Stage {
  private final Workers workers;
  private final WorldStage[] stages;

  OwnFleet(Scene scene, Workers workers) {
    this.workers = workers;
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
    if (stages.length == 1) {
      stages[0].world().step(workers);
    } else {
      workers.begin();
      workers.run(this, stages.length);
      workers.end();
    }
  }

  @Override
  public void block(int block, int lane) {
    stages[block].world().step(Workers.ALONE);
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
