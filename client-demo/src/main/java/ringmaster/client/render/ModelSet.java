package ringmaster.client.render;

import java.util.EnumSet;
import ringmaster.client.scene.Model;

/** The models on the graphics card. */
final class ModelSet implements AutoCloseable {
  private static final Model[] SOLID =
      EnumSet.complementOf(EnumSet.of(Model.SHIELD)).toArray(Model[]::new);

  private final GpuMesh[] meshes = new GpuMesh[Model.values().length];
  private final float[] radiusMeters = new float[meshes.length];

  ModelSet(boolean fine) {
    for (Model model : Model.values()) {
      Mesh mesh = ModelMeshes.build(model, fine);
      meshes[model.ordinal()] = GpuMesh.instanced(mesh);
      radiusMeters[model.ordinal()] = mesh.radiusMeters();
    }
  }

  /** Of each model at scale 1, by ordinal. */
  float[] radiusMeters() {
    return radiusMeters.clone();
  }

  /** Draws all that one cannot look through. */
  void drawSolids(VisibleInstances instances) {
    for (Model model : SOLID) {
      instances.draw(model, meshes[model.ordinal()]);
    }
  }

  void drawShields(VisibleInstances instances) {
    instances.draw(Model.SHIELD, meshes[Model.SHIELD.ordinal()]);
  }

  @Override
  public void close() {
    for (GpuMesh mesh : meshes) {
      mesh.close();
    }
  }
}
