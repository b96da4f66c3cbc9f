package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.client.scene.Model;

/** Every model is a sound solid of the size that {@link Model} promises. */
final class ModelMeshesTest {
  private static final double TOLERANCE_METERS = 0.06;

  static Stream<Arguments> meshes() {
    return Arrays.stream(Model.values())
        .flatMap(model -> Stream.of(true, false).map(fine -> Arguments.of(model, fine)));
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void isClosed(Model model, boolean fine) {
    assertEquals(0, new MeshCheck(ModelMeshes.build(model, fine)).openEdges());
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void facesOutwards(Model model, boolean fine) {
    MeshCheck mesh = new MeshCheck(ModelMeshes.build(model, fine));
    assertTrue(mesh.volume() > 0);
    for (int triangle = 0; triangle < mesh.triangles(); triangle++) {
      Vector3f winding = mesh.winding(triangle);
      assertTrue(winding.length() > 1e-6, "triangle " + triangle + " has no area");
      winding.normalize();
      for (int i = 0; i < 3; i++) {
        Vector3f normal = mesh.normal(triangle, i);
        assertEquals(1, normal.length(), 1e-4);
        assertTrue(normal.dot(winding) > 0.9, "triangle " + triangle + " is lit from inside");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SHIELD", "BALL", "CROSS", "CHEVRONS", "BOX", "NOSE"},
      mode = EnumSource.Mode.EXCLUDE)
  void theCoarseOneIsCheaper(Model model) {
    int fine = new MeshCheck(ModelMeshes.build(model, true)).triangles();
    int coarse = new MeshCheck(ModelMeshes.build(model, false)).triangles();
    assertTrue(3 * coarse < 2 * fine, fine + " triangles against " + coarse);
    assertTrue(coarse <= 150, coarse + " triangles, many times in a frame");
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void hasThePromisedSize(Model model, boolean fine) {
    Mesh mesh = ModelMeshes.build(model, fine);
    switch (model) {
      case TANK_HULL -> {
        spans(mesh, -1.2, -1, 0, 1.2, 1, 0.7);
        assertTrue(mesh.radiusMeters() < 1.6);
      }
      case TANK_TURRET -> {
        Vector3f largest = new MeshCheck(mesh).largest();
        assertEquals(1.5, largest.x, TOLERANCE_METERS, "the muzzle");
        assertEquals(0, new MeshCheck(mesh).smallest().z, TOLERANCE_METERS);
      }
      case CRATE -> spans(mesh, -1, -1, 0, 1, 1, 2);
      case ROCKET -> spans(mesh, -1, -0.42, -0.42, 1, 0.42, 0.42);
      case SHIELD -> spans(mesh, -1, -1, -1, 1, 1, 1);
      case BARREL -> spans(mesh, -1, -1, 0, 1, 1, 2.6);
      case BALL -> spans(mesh, -1, -1, -1, 1, 1, 1);
      case PAD -> spans(mesh, -1, -1, 0, 1, 1, 0.2);
      case CROSS, CHEVRONS -> spans(mesh, -1, -1, -1, 1, 1, 1);
      case COIL -> spans(mesh, -0.6, -0.6, -1, 0.6, 0.6, 1);
      case ROUND -> spans(mesh, -1, -1, 0, 1, 1, 0.5);
      case BOX -> spans(mesh, -1, -1, 0, 1, 1, 1);
      case NOSE -> spans(mesh, 0.15, -0.45, 0.5, 0.85, 0.45, 0.62);
    }
  }

  @Test
  void aTurretStandsOnTheDeck() {
    for (boolean fine : new boolean[] {true, false}) {
      float top = new MeshCheck(ModelMeshes.build(Model.TANK_HULL, fine)).largest().z;
      assertEquals(Model.DECK_METERS, top, 0.05);
    }
  }

  private static void spans(
      Mesh mesh, double x0, double y0, double z0, double x1, double y1, double z1) {
    Vector3f smallest = new MeshCheck(mesh).smallest();
    Vector3f largest = new MeshCheck(mesh).largest();
    assertEquals(x0, smallest.x, TOLERANCE_METERS);
    assertEquals(y0, smallest.y, TOLERANCE_METERS);
    assertTrue(smallest.z >= z0 - 1e-4 && smallest.z < z0 + 0.1, "stands at " + smallest.z);
    assertEquals(x1, largest.x, TOLERANCE_METERS);
    assertEquals(y1, largest.y, TOLERANCE_METERS);
    assertEquals(z1, largest.z, TOLERANCE_METERS);
  }
}
