package ringmaster.server.bench.physics;

import java.util.function.Function;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Stage;

/** Worlds of another engine, stepped one after the other. */
final class RivalFleet implements Fleet {
  private final RivalStage[] stages;

  RivalFleet(Scene scene, Function<Scene, RivalStage> newStage) {
    stages = new RivalStage[scene.worlds()];
    for (int world = 0; world < stages.length; world++) {
      stages[world] = newStage.apply(scene);
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
    for (RivalStage stage : stages) {
      stage.step();
    }
  }

  @Override
  public void close() {
    for (RivalStage stage : stages) {
      stage.close();
    }
  }
}
