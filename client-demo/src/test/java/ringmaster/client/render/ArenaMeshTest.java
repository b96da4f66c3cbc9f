package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.client.scene.Walls;
import ringmaster.shared.game.GameMap;

/** Walls stand where the physics has them, and are whole. */
final class ArenaMeshTest {
  static Stream<GameMap> maps() {
    return Stream.of(Scenes.YARD, Scenes.QUARRY);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void wallsAreClosedAndFaceOutwards(GameMap map) {
    MeshCheck walls = new MeshCheck(ArenaMesh.build(withoutMarks(map)));
    assertEquals(0, walls.openEdges());
    assertTrue(walls.volume() > 0);
    for (int triangle = 0; triangle < walls.triangles(); triangle++) {
      assertTrue(walls.winding(triangle).length() > 1e-6, "triangle " + triangle);
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void wallsStandOnTheFloorAndInTheMap(GameMap map) {
    MeshCheck walls = new MeshCheck(ArenaMesh.build(map));
    assertEquals(0, walls.smallest().z);
    assertEquals(Walls.HEIGHT_METERS, walls.largest().z);
    assertTrue(walls.largest().x <= map.sizeMeters() / 2);
    assertTrue(walls.smallest().y >= -map.sizeMeters() / 2);
  }

  @Test
  void whatNobodyCanEnterHasARoof() {
    MeshCheck walls = new MeshCheck(ArenaMesh.build(Scenes.YARD));
    assertEquals(Walls.HEIGHT_METERS, walls.roofAbove(17, 17), "in a block");
    assertEquals(Walls.HEIGHT_METERS, walls.roofAbove(-16.9f, 16.8f), "clockwise block");
    assertTrue(Float.isNaN(walls.roofAbove(0.1f, 0.2f)), "the arena is open to the sky");
    assertTrue(Float.isNaN(walls.roofAbove(6.1f, 6.2f)), "and so is a corner");
  }

  @Test
  void aWallIsAsThickOnBothSidesOfItsLine() {
    MeshCheck wall =
        new MeshCheck(ArenaMesh.build(map(List.of(line(0f, 0f, 10f, 0f, 10f, 10f)), List.of())));
    assertEquals(-0.15f, wall.smallest().y, 1e-5);
    assertEquals(10.15f, wall.largest().x, 1e-5, "the corner's outside reaches as far");
    assertEquals(0, wall.smallest().x, 1e-5, "an open end ends where the line does");
    assertEquals(Walls.HEIGHT_METERS, wall.roofAbove(5, 0.05f));
    assertTrue(Float.isNaN(wall.roofAbove(5, 0.2f)));
  }

  @Test
  void aWallThatTurnsBackDoesNotReachToTheHorizon() {
    MeshCheck wall =
        new MeshCheck(ArenaMesh.build(map(List.of(line(0f, 0f, 10f, 0f, 0f, 0.1f)), List.of())));
    assertTrue(wall.largest().x < 10.5);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void theFloorIsWholeAndLiesFlat(GameMap map) {
    MeshCheck floor = new MeshCheck(GroundMesh.build(map.sizeMeters()));
    double area = 0;
    for (int triangle = 0; triangle < floor.triangles(); triangle++) {
      Vector3f up = floor.winding(triangle);
      assertTrue(up.z > 0 && up.x == 0 && up.y == 0);
      area += up.z / 2;
    }
    double side = floor.largest().x - floor.smallest().x;
    assertEquals(side * side, area, side, "no plate is missing, and none lies twice");
    assertTrue(side >= 4 * map.sizeMeters());
  }

  private static GameMap.Polyline line(Float... xy) {
    return new GameMap.Polyline(List.of(xy));
  }

  private static GameMap withoutMarks(GameMap map) {
    return map(map.walls(), List.of());
  }

  private static GameMap map(List<GameMap.Polyline> walls, List<GameMap.Spawn> spawns) {
    return new GameMap("test", 64, walls, spawns, List.of(), List.of(), "");
  }
}
