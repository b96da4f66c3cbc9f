package ringmaster.client.render;

import static ringmaster.client.render.Material.BLACK;
import static ringmaster.client.render.Material.FIRE;
import static ringmaster.client.render.Material.LAMP;
import static ringmaster.client.render.Material.METAL;
import static ringmaster.client.render.Material.PAINT;
import static ringmaster.client.render.Material.PRIMER;
import static ringmaster.client.render.Material.STEEL;
import static ringmaster.client.render.Rings.section;

/**
 * The hover tank: a wedge between two pods that carry it, engines behind, and a turret with a rail
 * gun. The fine one has every corner cut, so that edges catch the light; the coarse one keeps the
 * silhouette and where the colours are.
 */
final class TankMesh {
  private static final float POD_Y = 0.78f;

  private TankMesh() {}

  static Mesh hull(boolean fine) {
    MeshBuilder mesh = new MeshBuilder();
    if (fine) {
      body(mesh);
      engines(mesh);
      deck(mesh);
    } else {
      coarseBody(mesh);
    }
    pod(mesh, POD_Y, fine);
    pod(mesh, -POD_Y, fine);
    return mesh.build();
  }

  private static void body(MeshBuilder mesh) {
    mesh.loft(
        METAL,
        LAMP,
        TankMesh::bodySide,
        section(-1.05f, 0, 0.50f, 0.26f, 0.56f, 0.08f),
        section(-0.85f, 0, 0.58f, 0.18f, 0.63f, 0.10f),
        section(-0.10f, 0, 0.60f, 0.16f, 0.64f, 0.10f),
        section(0.42f, 0, 0.56f, 0.16f, 0.56f, 0.09f),
        section(1.08f, 0, 0.34f, 0.22f, 0.36f, 0.05f),
        section(1.20f, 0, 0.24f, 0.25f, 0.31f, 0.02f));
  }

  private static Material bodySide(int span, int side) {
    return switch (side) {
      case 0, 1, 7 -> BLACK;
      case 2, 6 -> METAL;
      default -> span < 2 ? PRIMER : PAINT;
    };
  }

  private static void engines(MeshBuilder mesh) {
    mesh.solid(
        METAL,
        section(-1.14f, 0, 0.34f, 0.30f, 0.56f, 0.06f),
        section(-0.70f, 0, 0.40f, 0.30f, 0.69f, 0.07f));
    for (int side = -1; side <= 1; side += 2) {
      mesh.loft(
          FIRE,
          STEEL,
          (span, corner) -> STEEL,
          Rings.acrossX(10, -1.20f, side * 0.17f, 0.43f, 0.08f),
          Rings.acrossX(10, -1.06f, side * 0.17f, 0.43f, 0.11f));
    }
  }

  /** Panels and grilles on top: something for the eye near the camera. */
  private static void deck(MeshBuilder mesh) {
    mesh.solid(
        PRIMER,
        section(0.46f, 0, 0.26f, 0.50f, 0.575f, 0.02f),
        section(0.98f, 0, 0.14f, 0.36f, 0.415f, 0.02f));
    for (int side = -1; side <= 1; side += 2) {
      mesh.block(BLACK, -0.62f, side * 0.44f - 0.05f, 0.60f, -0.20f, side * 0.44f + 0.05f, 0.655f);
      mesh.block(METAL, -0.30f, side * 0.60f - 0.08f, 0.26f, 0.10f, side * 0.60f + 0.08f, 0.46f);
    }
    mesh.solid(METAL, Rings.acrossZ(14, 0.60f, 0, 0, 0.50f), Rings.acrossZ(14, 0.67f, 0, 0, 0.46f));
  }

  private static void coarseBody(MeshBuilder mesh) {
    mesh.loft(
        METAL,
        LAMP,
        (span, side) -> side != 4 ? METAL : span == 0 ? PRIMER : PAINT,
        section(-1.16f, 0, 0.40f, 0.26f, 0.60f, 0),
        section(-0.10f, 0, 0.58f, 0.18f, 0.66f, 0),
        section(1.20f, 0, 0.28f, 0.24f, 0.32f, 0));
    mesh.block(FIRE, -1.20f, -0.26f, 0.36f, -1.10f, 0.26f, 0.46f);
  }

  private static void pod(MeshBuilder mesh, float y, boolean fine) {
    int outerSide = y > 0 ? 2 : 6;
    if (fine) {
      mesh.loft(
          METAL,
          METAL,
          (span, side) -> span == 0 || span == 3 ? METAL : podSide(side, outerSide),
          section(-1.16f, y, 0.13f, 0.16f, 0.40f, 0.05f),
          section(-0.95f, y, 0.20f, 0.07f, 0.50f, 0.07f),
          section(-0.55f, y, 0.20f, 0.07f, 0.50f, 0.07f),
          section(0.38f, y, 0.20f, 0.07f, 0.47f, 0.07f),
          section(0.48f, y, 0.20f, 0.07f, 0.46f, 0.07f),
          section(1.02f, y, 0.14f, 0.13f, 0.30f, 0.04f));
    } else {
      mesh.loft(
          METAL,
          METAL,
          (span, side) -> side == 4 ? PAINT : podSide(side, outerSide),
          section(-1.14f, y, 0.20f, 0.08f, 0.50f, 0),
          section(1.00f, y, 0.16f, 0.12f, 0.32f, 0));
    }
    float middle = Math.copySign(0.97f, y);
    mesh.block(LAMP, -0.80f, middle - 0.03f, 0.26f, 0.34f, middle + 0.03f, 0.33f);
  }

  private static Material podSide(int side, int outerSide) {
    return switch (side) {
      case 3, 4, 5 -> PAINT;
      case 2, 6 -> side == outerSide ? PRIMER : METAL;
      default -> BLACK;
    };
  }

  static Mesh turret(boolean fine) {
    MeshBuilder mesh = new MeshBuilder();
    if (fine) {
      turretBody(mesh);
      turretFittings(mesh);
      railGun(mesh);
    } else {
      coarseTurret(mesh);
    }
    return mesh.build();
  }

  private static void turretBody(MeshBuilder mesh) {
    mesh.loft(
        METAL,
        METAL,
        TankMesh::turretSide,
        section(-0.62f, 0, 0.22f, 0.09f, 0.25f, 0.04f),
        section(-0.44f, 0, 0.36f, 0.04f, 0.34f, 0.07f),
        section(0.10f, 0, 0.40f, 0.04f, 0.38f, 0.09f),
        section(0.42f, 0, 0.26f, 0.07f, 0.29f, 0.05f),
        section(0.50f, 0, 0.18f, 0.10f, 0.25f, 0.03f));
    mesh.solid(METAL, Rings.acrossZ(12, 0, 0, 0, 0.40f), Rings.acrossZ(12, 0.06f, 0, 0, 0.36f));
  }

  private static Material turretSide(int span, int side) {
    return switch (side) {
      case 0 -> BLACK;
      case 1, 2, 6, 7 -> PRIMER;
      case 4 -> span == 0 ? PRIMER : PAINT;
      default -> PAINT;
    };
  }

  private static void turretFittings(MeshBuilder mesh) {
    mesh.solid(
        METAL,
        Rings.acrossZ(10, 0.34f, -0.16f, 0.13f, 0.15f),
        Rings.acrossZ(10, 0.415f, -0.16f, 0.13f, 0.12f));
    mesh.loft(
        METAL,
        LAMP,
        (span, side) -> METAL,
        section(-0.08f, -0.18f, 0.07f, 0.33f, 0.46f, 0.02f),
        section(0.08f, -0.18f, 0.06f, 0.34f, 0.44f, 0.02f));
    for (int side = -1; side <= 1; side += 2) {
      mesh.loft(
          METAL,
          BLACK,
          (span, corner) -> PRIMER,
          section(-0.30f, side * 0.46f, 0.09f, 0.12f, 0.29f, 0.03f),
          section(0.26f, side * 0.46f, 0.09f, 0.11f, 0.30f, 0.03f));
    }
    mesh.block(METAL, -0.52f, 0.20f, 0.28f, -0.50f, 0.22f, 0.95f);
  }

  /** Two rails and what flies between them. */
  private static void railGun(MeshBuilder mesh) {
    mesh.solid(
        METAL,
        section(0.40f, 0, 0.13f, 0.08f, 0.28f, 0.04f),
        section(0.66f, 0, 0.09f, 0.10f, 0.26f, 0.03f));
    mesh.solid(
        STEEL,
        section(0.60f, 0, 0.060f, 0.115f, 0.160f, 0.012f),
        section(1.50f, 0, 0.045f, 0.125f, 0.160f, 0.012f));
    mesh.solid(
        STEEL,
        section(0.60f, 0, 0.060f, 0.200f, 0.245f, 0.012f),
        section(1.50f, 0, 0.045f, 0.200f, 0.235f, 0.012f));
    mesh.block(LAMP, 0.62f, -0.022f, 0.155f, 1.44f, 0.022f, 0.205f);
    mesh.solid(
        METAL,
        section(1.22f, 0, 0.075f, 0.100f, 0.260f, 0.02f),
        section(1.32f, 0, 0.075f, 0.100f, 0.260f, 0.02f));
  }

  private static void coarseTurret(MeshBuilder mesh) {
    mesh.loft(
        METAL,
        METAL,
        (span, side) -> side == 4 ? PAINT : side == 0 ? BLACK : PRIMER,
        section(-0.60f, 0, 0.34f, 0, 0.32f, 0),
        section(0.10f, 0, 0.46f, 0, 0.38f, 0),
        section(0.55f, 0, 0.18f, 0.06f, 0.26f, 0));
    mesh.loft(
        STEEL,
        LAMP,
        (span, side) -> STEEL,
        section(0.50f, 0, 0.055f, 0.11f, 0.24f, 0),
        section(1.50f, 0, 0.045f, 0.13f, 0.23f, 0));
  }
}
