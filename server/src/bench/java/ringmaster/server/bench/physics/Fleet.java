package ringmaster.server.bench.physics;

import ringmaster.shared.scene.Stage;
import ringmaster.shared.state.StateHash;

/** All worlds of a scene in one engine. */
interface Fleet extends AutoCloseable {
  int worlds();

  Stage stage(int world);

  /** Advances every world by one step. */
  void step();

  @Override
  void close();

  /** Of where all bodies are and how they move, to the bit. */
  default long hash() {
    StateHash hash = new StateHash();
    for (int world = 0; world < worlds(); world++) {
      Stage stage = stage(world);
      for (int body = 0; body < stage.count(); body++) {
        hash.float32(stage.x(body));
        hash.float32(stage.y(body));
        hash.float32(stage.cos(body));
        hash.float32(stage.sin(body));
        hash.float32(stage.velocityX(body));
        hash.float32(stage.velocityY(body));
        hash.float32(stage.spin(body));
      }
    }
    return hash.value();
  }
}
