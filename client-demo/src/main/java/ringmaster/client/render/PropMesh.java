package ringmaster.client.render;

import static ringmaster.client.render.Material.BLACK;
import static ringmaster.client.render.Material.FIRE;
import static ringmaster.client.render.Material.METAL;
import static ringmaster.client.render.Material.PAINT;
import static ringmaster.client.render.Material.PRIMER;
import static ringmaster.client.render.Material.STEEL;

import org.joml.Vector3f;

/** Crates, barrels, rockets, shields, balls, and what stands for anything else. */
final class PropMesh {
  private PropMesh() {}

  /** A cube of panels set into a frame of metal. */
  static Mesh crate(boolean fine) {
    MeshBuilder mesh = new MeshBuilder();
    if (fine) {
      mesh.loft(
          METAL,
          PAINT,
          PropMesh::crateSide,
          Rings.square(0, 0.94f),
          Rings.square(0.06f, 1),
          Rings.square(0.34f, 1),
          Rings.square(0.38f, 0.95f),
          Rings.square(1.62f, 0.95f),
          Rings.square(1.66f, 1),
          Rings.square(1.94f, 1),
          Rings.square(2, 0.94f),
          Rings.square(2, 0.74f),
          Rings.square(1.94f, 0.68f));
      posts(mesh);
    } else {
      mesh.loft(
          METAL,
          PAINT,
          (span, side) -> span == 1 ? PAINT : METAL,
          Rings.square(0, 1),
          Rings.square(0.34f, 1),
          Rings.square(1.66f, 1),
          Rings.square(2, 1),
          Rings.square(2, 0.72f));
    }
    return mesh.build();
  }

  private static Material crateSide(int span, int side) {
    return switch (span) {
      case 3 -> PAINT;
      case 2, 4, 8 -> BLACK;
      case 1, 5 -> METAL;
      default -> PRIMER;
    };
  }

  /** The uprights at the corners, between the bands. */
  private static void posts(MeshBuilder mesh) {
    for (int x = -1; x <= 1; x += 2) {
      for (int y = -1; y <= 1; y += 2) {
        mesh.block(
            METAL,
            x * 0.9f - 0.1f,
            y * 0.9f - 0.1f,
            0.36f,
            x * 0.9f + 0.1f,
            y * 0.9f + 0.1f,
            1.64f);
      }
    }
  }

  static Mesh rocket(boolean fine) {
    int corners = fine ? 12 : 6;
    MeshBuilder mesh = new MeshBuilder();
    mesh.loft(
        FIRE,
        STEEL,
        PropMesh::rocketSide,
        Rings.acrossX(corners, -1, 0, 0, 0.13f),
        Rings.acrossX(corners, -0.8f, 0, 0, 0.17f),
        Rings.acrossX(corners, -0.7f, 0, 0, 0.22f),
        Rings.acrossX(corners, 0.30f, 0, 0, 0.22f),
        Rings.acrossX(corners, 0.45f, 0, 0, 0.22f),
        Rings.acrossX(corners, 0.80f, 0, 0, 0.12f),
        Rings.acrossX(corners, 1, 0, 0, 0));
    fin(mesh, 0.02f, 0.42f);
    fin(mesh, 0.42f, 0.02f);
    return mesh.build();
  }

  private static Material rocketSide(int span, int side) {
    return switch (span) {
      case 0 -> METAL;
      case 3 -> PRIMER;
      case 4, 5 -> STEEL;
      default -> PAINT;
    };
  }

  /** A blade through the tail, swept back. */
  private static void fin(MeshBuilder mesh, float halfY, float halfZ) {
    float rootY = Math.min(halfY, 0.2f);
    float rootZ = Math.min(halfZ, 0.2f);
    mesh.solid(
        METAL,
        Rings.section(-0.98f, 0, halfY, -halfZ, halfZ, 0),
        Rings.section(-0.75f, 0, halfY, -halfZ, halfZ, 0),
        Rings.section(-0.35f, 0, rootY, -rootZ, rootZ, 0));
  }

  /** A steel drum: two ribs, and a band of bare metal between them that says what it is. */
  static Mesh barrel(boolean fine) {
    int corners = fine ? 24 : 10;
    MeshBuilder mesh = new MeshBuilder();
    if (fine) {
      mesh.loft(
          METAL,
          BLACK,
          PropMesh::barrelSide,
          Rings.acrossZ(corners, 0, 0, 0, 0.94f),
          Rings.acrossZ(corners, 0.08f, 0, 0, 0.96f),
          Rings.acrossZ(corners, 0.70f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 0.78f, 0, 0, 1),
          Rings.acrossZ(corners, 0.86f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 1.02f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 1.58f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 1.74f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 1.82f, 0, 0, 1),
          Rings.acrossZ(corners, 1.90f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 2.52f, 0, 0, 0.96f),
          Rings.acrossZ(corners, 2.60f, 0, 0, 0.94f),
          Rings.acrossZ(corners, 2.60f, 0, 0, 0.82f),
          Rings.acrossZ(corners, 2.52f, 0, 0, 0.80f));
    } else {
      mesh.loft(
          METAL,
          PAINT,
          (span, side) -> span == 1 ? STEEL : PAINT,
          Rings.acrossZ(corners, 0, 0, 0, 1),
          Rings.acrossZ(corners, 1.02f, 0, 0, 0.96f),
          Rings.acrossZ(corners, 1.58f, 0, 0, 0.96f),
          Rings.acrossZ(corners, 2.60f, 0, 0, 0.96f));
    }
    return mesh.build();
  }

  private static Material barrelSide(int span, int side) {
    return switch (span) {
      case 0, 10, 11 -> METAL;
      case 5 -> STEEL;
      case 12 -> BLACK;
      default -> PAINT;
    };
  }

  /**
   * A ball with a belt and two caps. The pattern is the same all round its axis, so that the two
   * angles an instance has say wholly how it has rolled.
   */
  static Mesh ball(boolean fine) {
    MeshBuilder mesh = new MeshBuilder();
    mesh.globe(PropMesh::ballBand, fine ? 40 : 12, fine ? 24 : 8);
    return mesh.build();
  }

  /** By the share of the way from pole to pole. */
  private static Material ballBand(float share) {
    float fromMiddle = Math.abs(share - 0.5f);
    if (fromMiddle < 0.13f) {
      return PRIMER;
    }
    return fromMiddle > 0.37f ? STEEL : PAINT;
  }

  static Mesh shield(boolean fine) {
    MeshBuilder mesh = new MeshBuilder();
    mesh.sphere(PAINT, fine ? 4 : 3);
    return mesh.build();
  }

  static Mesh round(boolean fine) {
    int corners = fine ? 28 : 12;
    Vector3f[] bottom = Rings.acrossZ(corners, 0, 0, 0, 1);
    MeshBuilder mesh = new MeshBuilder();
    mesh.loft(
        METAL,
        PAINT,
        (span, side) -> span == 0 ? METAL : PAINT,
        bottom,
        Rings.acrossZ(corners, 0.12f, 0, 0, 1),
        Rings.acrossZ(corners, 0.42f, 0, 0, 1),
        Rings.acrossZ(corners, 0.5f, 0, 0, 0.9f));
    return mesh.build();
  }

  /** A flat arrowhead a little above a disc's or a box's top, in metal so that it shows on any. */
  static Mesh nose() {
    MeshBuilder mesh = new MeshBuilder();
    mesh.solid(BLACK, arrowhead(0.5f), arrowhead(0.62f));
    return mesh.build();
  }

  private static Vector3f[] arrowhead(float z) {
    return new Vector3f[] {
      new Vector3f(0.85f, 0, z), new Vector3f(0.15f, 0.45f, z), new Vector3f(0.15f, -0.45f, z)
    };
  }

  static Mesh box() {
    MeshBuilder mesh = new MeshBuilder();
    mesh.loft(
        METAL,
        PAINT,
        (span, side) -> span == 0 ? METAL : PAINT,
        Rings.square(0, 1),
        Rings.square(0.12f, 1),
        Rings.square(0.92f, 1),
        Rings.square(1, 0.92f));
    return mesh.build();
  }
}
