package ringmaster.client.render;

import static ringmaster.client.render.Material.LAMP;
import static ringmaster.client.render.Material.METAL;
import static ringmaster.client.render.Material.PAINT;
import static ringmaster.client.render.Material.STEEL;

import org.joml.Vector3f;

/** What lies about to be taken, and the pads it lies on. */
final class PickupMesh {
  private static final float HALF_THICKNESS = 0.22f;
  private static final float HALF_ARM = 0.36f;
  private static final int FINE_TURNS = 4;

  private PickupMesh() {}

  /** A disc with a ring of light, by which one sees from afar what comes back there. */
  static Mesh pad(boolean fine) {
    int corners = fine ? 32 : 12;
    MeshBuilder mesh = new MeshBuilder();
    mesh.loft(
        METAL,
        METAL,
        (span, side) -> span == 1 ? LAMP : METAL,
        Rings.acrossZ(corners, 0, 0, 0, 1),
        Rings.acrossZ(corners, 0.1f, 0, 0, 0.96f),
        Rings.acrossZ(corners, 0.1f, 0, 0, 0.8f),
        Rings.acrossZ(corners, 0.07f, 0, 0, 0.76f));
    return mesh.build();
  }

  /** A plus of equal arms. */
  static Mesh cross() {
    MeshBuilder mesh = new MeshBuilder();
    float t = HALF_THICKNESS;
    float a = HALF_ARM;
    mesh.block(PAINT, -t, -a, -1, t, a, -a);
    mesh.block(PAINT, -t, -a, a, t, a, 1);
    mesh.block(PAINT, -t, -1, -a, t, 1, a);
    return mesh.build();
  }

  /** Two arrowheads, one over the other. */
  static Mesh chevrons() {
    MeshBuilder mesh = new MeshBuilder();
    for (float foot : new float[] {-1, 0}) {
      mesh.solid(PAINT, half(foot, 1, -HALF_THICKNESS), half(foot, 1, HALF_THICKNESS));
      mesh.solid(PAINT, half(foot, -1, -HALF_THICKNESS), half(foot, -1, HALF_THICKNESS));
    }
    return mesh.build();
  }

  /** One leg of a chevron across the x axis, counter-clockwise for someone ahead of it. */
  private static Vector3f[] half(float foot, int side, float x) {
    Vector3f outerFoot = new Vector3f(x, side, foot);
    Vector3f top = new Vector3f(x, side, foot + 0.4f);
    Vector3f tip = new Vector3f(x, 0, foot + 1);
    Vector3f notch = new Vector3f(x, 0, foot + 0.6f);
    return side > 0
        ? new Vector3f[] {outerFoot, top, tip, notch}
        : new Vector3f[] {notch, tip, top, outerFoot};
  }

  /** A core of steel with rings of light around it. */
  static Mesh coil(boolean fine) {
    int corners = fine ? 20 : 8;
    MeshBuilder mesh = new MeshBuilder();
    mesh.solid(
        STEEL, Rings.acrossZ(corners, -1, 0, 0, 0.25f), Rings.acrossZ(corners, 1, 0, 0, 0.25f));
    int turns = fine ? FINE_TURNS : FINE_TURNS / 2;
    float step = 2f / turns;
    for (int turn = 0; turn < turns; turn++) {
      float middle = -1 + (turn + 0.5f) * step;
      mesh.solid(
          PAINT,
          Rings.acrossZ(corners, middle - 0.3f * step, 0, 0, 0.45f),
          Rings.acrossZ(corners, middle, 0, 0, 0.6f),
          Rings.acrossZ(corners, middle + 0.3f * step, 0, 0, 0.45f));
    }
    return mesh.build();
  }
}
