package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.scene.Scene;

/** This project's physics on some workers. */
record OwnEngine(String name, Workers workers) implements Engine {
  @Override
  public boolean singleThreaded() {
    return workers.lanes() == 1;
  }

  @Override
  public JsonObject settings(Scene scene) {
    JsonObject settings = new JsonObject();
    settings.addProperty("threads", workers.lanes());
    settings.addProperty("sleep", scene.sleep());
    return settings;
  }

  @Override
  public Fleet open(Scene scene) {
    return new OwnFleet(scene, workers);
  }
}
