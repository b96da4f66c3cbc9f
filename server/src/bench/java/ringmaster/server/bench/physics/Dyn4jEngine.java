package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.dyn4j.Version;
import org.dyn4j.dynamics.Settings;
import ringmaster.shared.scene.Scene;

/** dyn4j (William Bittle, BSD), in Java, as it comes. */
record Dyn4jEngine(String name) implements Engine {
  @Override
  public boolean singleThreaded() {
    return true;
  }

  @Override
  public JsonObject settings(Scene scene) {
    Settings used = Dyn4jStage.settings(scene);
    JsonObject settings = new JsonObject();
    settings.addProperty("version", Version.getVersion());
    settings.addProperty("threads", 1);
    settings.addProperty("sleep", used.isAtRestDetectionEnabled());
    settings.addProperty("velocityIterations", used.getVelocityConstraintSolverIterations());
    settings.addProperty("positionIterations", used.getPositionConstraintSolverIterations());
    settings.addProperty(
        "continuous", used.getContinuousDetectionMode().name().toLowerCase(Locale.ROOT));
    return settings;
  }

  @Override
  public Fleet open(Scene scene) {
    return new RivalFleet(scene, Dyn4jStage::new);
  }
}
