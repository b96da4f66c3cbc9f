package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import ringmaster.shared.scene.Scene;

/** Something that moves bodies. */
interface Engine {
  /** In options and in JSON. */
  String name();

  /** Whether a step is done by one thread, so that its CPU time tells what the step cost. */
  boolean singleThreaded();

  /** What it was set to, for the report. */
  JsonObject settings(Scene scene);

  /** The scene's worlds, populated. */
  Fleet open(Scene scene);
}
