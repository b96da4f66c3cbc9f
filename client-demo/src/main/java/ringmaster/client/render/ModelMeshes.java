package ringmaster.client.render;

import ringmaster.client.scene.Model;

/** The mesh of each model. */
final class ModelMeshes {
  private ModelMeshes() {}

  /**
   * Builds it.
   *
   * @param fine false: with few triangles, for where the processor draws
   */
  static Mesh build(Model model, boolean fine) {
    return switch (model) {
      case TANK_HULL -> TankMesh.hull(fine);
      case TANK_TURRET -> TankMesh.turret(fine);
      case CRATE -> PropMesh.crate(fine);
      case ROCKET -> PropMesh.rocket(fine);
      case SHIELD -> PropMesh.shield(fine);
      case BARREL -> PropMesh.barrel(fine);
      case BALL -> PropMesh.ball(fine);
      case PAD -> PickupMesh.pad(fine);
      case CROSS -> PickupMesh.cross();
      case CHEVRONS -> PickupMesh.chevrons();
      case COIL -> PickupMesh.coil(fine);
      case ROUND -> PropMesh.round(fine);
      case BOX -> PropMesh.box();
      case NOSE -> PropMesh.nose();
    };
  }
}
