package ringmaster.client.render;

import static ringmaster.client.render.Material.LAMP;
import static ringmaster.client.render.Material.METAL;
import static ringmaster.client.render.Material.PAINT;
import static ringmaster.client.render.Material.STEEL;

import org.joml.Vector3f;

/** What lies about to be taken, and the pads it lies on. */
final class PickupMesh {
  private static final float HALF_THICKNESS = 0.22f;
  private static final float HALF_ARM = 0.3f;
  private static final int FINE_TURNS = 4;

  private PickupMesh() {}

  /**
   * A low plinth with a ring of light on its bevel, by which one sees from afar and from the side
   * what comes back there.
   */
  static Mesh pad(boolean fine) {
    int corners = fine ? 32 : 12;
    MeshBuilder mesh = new MeshBuilder();
    mesh.loft(
        METAL,
        METAL,
        (span, side) -> span == 1 ? LAMP : METAL,
        Rings.acrossZ(corners, 0, 0, 0, 1),
        Rings.acrossZ(corners, 0.12f, 0, 0, 0.96f),
        Rings.acrossZ(corners, 0.2f, 0, 0, 0.8f),
        Rings.acrossZ(corners, 0.17f, 0, 0, 0.76f));
    return mesh.build();
  }

  /** Six equal arms: a plus from every side. */
  static Mesh cross() {
    MeshBuilder mesh = new MeshBuilder();
    float a = HALF_ARM;
    mesh.block(PAINT, -a, -a, -1, a, a, 1);
    mesh.block(PAINT, -a, -1, -a, a, -a, a);
    mesh.block(PAINT, -a, a, -a, a, 1, a);
    mesh.block(PAINT, -1, -a, -a, -a, a, a);
    mesh.block(PAINT, a, -a, -a, 1, a, a);
    return mesh.build();
  }

  /** Two arrowheads, one over the other, each of two plates across each other. */
  static Mesh chevrons() {
    MeshBuilder mesh = new MeshBuilder();
    for (float foot : new float[] {-1, 0}) {
      for (boolean turned : new boolean[] {false, true}) {
        leg(mesh, foot, 1, turned);
        leg(mesh, foot, -1, turned);
      }
    }
    return mesh.build();
  }

  private static void leg(MeshBuilder mesh, float foot, int side, boolean turned) {
    mesh.solid(
        PAINT,
        outline(foot, side, -HALF_THICKNESS, turned),
        outline(foot, side, HALF_THICKNESS, turned));
  }

  /** One leg of a chevron across the x axis, counter-clockwise for someone ahead of it. */
  private static Vector3f[] outline(float foot, int side, float x, boolean turned) {
    Vector3f outerFoot = corner(x, side, foot, turned);
    Vector3f top = corner(x, side, foot + 0.4f, turned);
    Vector3f tip = corner(x, 0, foot + 1, turned);
    Vector3f notch = corner(x, 0, foot + 0.6f, turned);
    return side > 0
        ? new Vector3f[] {outerFoot, top, tip, notch}
        : new Vector3f[] {notch, tip, top, outerFoot};
  }

  /** A quarter turn to the right about z, if turned. */
  private static Vector3f corner(float x, float y, float z, boolean turned) {
    return turned ? new Vector3f(y, -x, z) : new Vector3f(x, y, z);
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
