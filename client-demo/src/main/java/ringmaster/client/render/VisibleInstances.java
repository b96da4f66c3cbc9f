package ringmaster.client.render;

import org.joml.FrustumIntersection;
import org.joml.Matrix4f;
import ringmaster.client.scene.Instances;
import ringmaster.client.scene.Model;
import ringmaster.client.scene.SceneFrame;

/** The instances of a frame that can be seen, model after model in one buffer. */
final class VisibleInstances implements AutoCloseable {
  private static final Model[] MODELS = Model.values();

  /** So far outside the picture something may be and still throw its shadow into it. */
  private static final float SHADOW_METERS = 2.5f;

  private final InstanceBuffer buffer = new InstanceBuffer();
  private final FrustumIntersection view = new FrustumIntersection();
  private final float[] radiusMeters;
  private final int[] first = new int[MODELS.length];
  private final int[] count = new int[MODELS.length];

  /**
   * @param radiusMeters of each model at scale 1
   */
  VisibleInstances(float[] radiusMeters) {
    this.radiusMeters = radiusMeters.clone();
  }

  /** Chooses and uploads them. */
  void gather(SceneFrame frame) {
    Matrix4f viewProjection = frame.camera().viewProjection();
    view.set(viewProjection, false);
    buffer.clear();
    for (Model model : MODELS) {
      int at = model.ordinal();
      first[at] = buffer.count();
      gather(frame.instances(model), radiusMeters[at]);
      count[at] = buffer.count() - first[at];
    }
    buffer.upload();
  }

  private void gather(Instances instances, float radius) {
    float[] values = instances.values();
    for (int i = 0; i < instances.count(); i++) {
      int at = i * Instances.FLOATS;
      float reach = radius * values[at + 3] + SHADOW_METERS;
      if (view.testSphere(values[at], values[at + 1], values[at + 2], reach)) {
        buffer.add(values, i, 1);
      }
    }
  }

  int count(Model model) {
    return count[model.ordinal()];
  }

  /** Draws those of a model, if any, with the program in use. */
  void draw(Model model, GpuMesh mesh) {
    if (count(model) > 0) {
      mesh.draw(buffer, first[model.ordinal()], count(model));
    }
  }

  /** Lets the bound vertex array read those of a model. */
  void attach(Model model) {
    buffer.attach(first[model.ordinal()]);
  }

  @Override
  public void close() {
    buffer.close();
  }
}
