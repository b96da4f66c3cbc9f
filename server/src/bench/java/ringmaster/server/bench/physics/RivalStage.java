package ringmaster.server.bench.physics;

import ringmaster.shared.scene.Stage;

/** A world of another engine. */
interface RivalStage extends Stage, AutoCloseable {
  void step();

  @Override
  void close();
}
