package ringmaster.client.scene;

/** All that is drawn in space in one frame; filled anew for each, and allocates nothing then. */
public final class SceneFrame {
  private final Camera camera = new Camera();
  private final Instances[] instances = new Instances[Model.values().length];
  private final Sprites sprites = new Sprites();

  public SceneFrame() {
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Instances();
    }
  }

  public Camera camera() {
    return camera;
  }

  public Instances instances(Model model) {
    return instances[model.ordinal()];
  }

  /** Particles, flashes and beams. */
  public Sprites sprites() {
    return sprites;
  }

  /** Empties it; the camera stays. */
  public void clear() {
    for (Instances list : instances) {
      list.clear();
    }
    sprites.clear();
  }
}
