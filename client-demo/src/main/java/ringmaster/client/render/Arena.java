package ringmaster.client.render;

import ringmaster.shared.game.GameMap;

/** A map on the graphics card. */
final class Arena implements AutoCloseable {
  private final GpuMesh ground;
  private final GpuMesh walls;

  Arena(GameMap map) {
    ground = GpuMesh.single(GroundMesh.build(map.sizeMeters()));
    walls = GpuMesh.single(ArenaMesh.build(map));
  }

  void drawGround() {
    ground.draw();
  }

  /** What stands on the ground, and its markings. */
  void drawWalls() {
    walls.draw();
  }

  @Override
  public void close() {
    ground.close();
    walls.close();
  }
}
