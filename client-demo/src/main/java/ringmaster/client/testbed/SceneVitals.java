package ringmaster.client.testbed;

import java.util.Map;
import ringmaster.client.play.Probe;
import ringmaster.client.play.ProcessVitals;
import ringmaster.client.window.Window;
import ringmaster.shared.physics.IslandReader;

/** What the probe says of a scene. */
final class SceneVitals extends ProcessVitals {
  private final SceneRun run;
  private final Window window;

  SceneVitals(SceneRun run, Window window) {
    this.run = run;
    this.window = window;
  }

  @Override
  public void describe(Map<String, Object> line) {
    run.count();
    IslandReader islands = run.world().newIslandReader();
    islands.read();
    line.put("screen", "scene");
    line.put("width", window.framebufferWidthPixels());
    line.put("height", window.framebufferHeightPixels());
    line.put("scene", run.scene().name());
    line.put("step", run.steps());
    line.put("hash", "%016x".formatted(run.world().hash()));
    line.put("stepMillis", Probe.rounded(run.stepMillis(), 4));
    line.put("bodies", run.world().bodies().count());
    line.put("awake", run.awake());
    line.put("asleep", run.asleep());
    line.put("contacts", run.world().contacts().count());
    line.put("joints", run.world().joints().count());
    line.put("islands", islands.count());
    line.put("kineticJoules", run.kineticJoules());
    line.put("potentialJoules", run.potentialJoules());
  }
}
