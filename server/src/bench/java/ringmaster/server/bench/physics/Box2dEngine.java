package ringmaster.server.bench.physics;

import com.badlogic.gdx.Version;
import com.google.gson.JsonObject;
import ringmaster.shared.scene.Scene;

/** Box2D 2.3 (Erin Catto, MIT), in C++, through the bindings of libGDX. */
record Box2dEngine(String name) implements Engine {
  @Override
  public boolean singleThreaded() {
    return true;
  }

  @Override
  public JsonObject settings(Scene scene) {
    JsonObject settings = new JsonObject();
    settings.addProperty("version", Version.VERSION);
    settings.addProperty("threads", 1);
    settings.addProperty("sleep", scene.sleep());
    settings.addProperty("velocityIterations", Box2dStage.VELOCITY_ITERATIONS);
    settings.addProperty("positionIterations", Box2dStage.POSITION_ITERATIONS);
    settings.addProperty("continuous", Box2dStage.CONTINUOUS);
    return settings;
  }

  @Override
  public Fleet open(Scene scene) {
    return new RivalFleet(scene, Box2dStage::new);
  }
}
