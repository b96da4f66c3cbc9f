package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.scene.Scene;

/** This project's physics on the threads of a pool. */
record OwnEngine(String name, WorkerPool pool) implements Engine {
  @Override
  public boolean singleThreaded() {
    return pool.workers() == 0;
  }

  @Override
  public JsonObject settings(Scene scene) {
    JsonObject settings = new JsonObject();
    settings.addProperty("threads", pool.workers() + 1);
    settings.addProperty("sleep", scene.sleep());
    return settings;
  }

  @Override
  public Fleet open(Scene scene) {
    return new OwnFleet(scene, pool);
  }
}
