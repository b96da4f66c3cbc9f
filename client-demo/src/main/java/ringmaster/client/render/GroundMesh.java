package ringmaster.client.render;

import org.joml.Vector3f;

/** The floor: plates in two shades inside the map, and a dark plain around it up to the haze. */
final class GroundMesh {
  private static final float MIN_PLATE_METERS = 4;

  /** Along each side: enough to tell near from far, few enough to be lit at the corners. */
  private static final int MAX_PLATES = 24;

  private static final int OUTER_PARTS = 6;

  /** In half map sides: where the plain is cut, so that haze at the corners suffices. */
  private static final float[] OUTER_CUTS = {1, 1.2f, 1.5f, 2, 3, 5, 9};

  private GroundMesh() {}

  static Mesh build(float sizeMeters) {
    MeshBuilder mesh = new MeshBuilder();
    float half = sizeMeters / 2;
    int plates = Math.min(MAX_PLATES, Math.round(sizeMeters / MIN_PLATE_METERS));
    float side = sizeMeters / plates;
    for (int row = 0; row < plates; row++) {
      for (int column = 0; column < plates; column++) {
        Material material = (row + column) % 2 == 0 ? Material.FLOOR : Material.FLOOR_LIGHT;
        plate(mesh, material, column * side - half, row * side - half, side);
      }
    }
    for (int cut = 0; cut + 1 < OUTER_CUTS.length; cut++) {
      frame(mesh, half * OUTER_CUTS[cut], half * OUTER_CUTS[cut + 1]);
    }
    return mesh.build();
  }

  private static void plate(MeshBuilder mesh, Material material, float x, float y, float side) {
    mesh.face(
        material,
        new Vector3f(x, y, 0),
        new Vector3f(x + side, y, 0),
        new Vector3f(x + side, y + side, 0),
        new Vector3f(x, y + side, 0));
  }

  /** A square ring around the map. */
  private static void frame(MeshBuilder mesh, float inner, float outer) {
    for (int quarter = 0; quarter < 4; quarter++) {
      for (int part = 0; part < OUTER_PARTS; part++) {
        float from = 2f * part / OUTER_PARTS - 1;
        float to = 2f * (part + 1) / OUTER_PARTS - 1;
        mesh.face(
            Material.OUTSIDE,
            turned(quarter, inner, from * inner),
            turned(quarter, outer, from * outer),
            turned(quarter, outer, to * outer),
            turned(quarter, inner, to * inner));
      }
    }
  }

  private static Vector3f turned(int quarters, float x, float y) {
    return switch (quarters) {
      case 0 -> new Vector3f(x, y, 0);
      case 1 -> new Vector3f(-y, x, 0);
      case 2 -> new Vector3f(-x, -y, 0);
      default -> new Vector3f(y, -x, 0);
    };
  }
}
