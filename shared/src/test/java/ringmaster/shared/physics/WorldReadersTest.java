package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a world shows of its islands, its fat boxes and of who rests. */
final class WorldReadersTest {
  private static final int TOWERS = 4;
  private static final int ROWS = 3;
  private static final int STEPS = 240;
  private static final Material STONE = new Material(1, 0.6f, 0);
  private static final BodyKind FLOOR = BodyKind.fixed().part(Shape.box(50, 1), STONE).build();
  private static final BodyKind BLOCK =
      BodyKind.dynamic().part(Shape.box(0.5f, 0.5f), STONE).build();

  /** The floor, then tower by tower from the top; each is let fall from a little higher. */
  private static World towers(boolean sleep) {
    World world = new World(new WorldSettings(0, -10, 1f / 60, 64, sleep));
    world.bodies().create(FLOOR, 0, -1);
    for (int tower = 0; tower < TOWERS; tower++) {
      for (int row = ROWS - 1; row >= 0; row--) {
        world.bodies().create(BLOCK, 3 * tower, 0.5f + row + 0.2f * tower * (row + 1));
      }
    }
    return world;
  }

  private static long body(World world, int tower, int fromTop) {
    return world.bodies().at(1 + tower * ROWS + fromTop);
  }

  @Test
  void bodiesThatTouchAreOneIslandNamedByItsLowestSlot() {
    World world = towers(false);
    IslandReader islands = world.newIslandReader();
    islands.read();
    assertEquals(TOWERS * ROWS, islands.count());
    for (int step = 0; step < STEPS; step++) {
      world.step();
    }
    islands.read();
    assertEquals(TOWERS, islands.count());
    assertEquals(-1, islands.island(world.bodies().at(0)));
    for (int tower = 0; tower < TOWERS; tower++) {
      for (int i = 0; i < ROWS; i++) {
        assertEquals(1 + tower * ROWS, islands.island(body(world, tower, i)));
      }
    }
  }

  @Test
  void aJointJoinsIslands() {
    World world = towers(false);
    IslandReader islands = world.newIslandReader();
    world.joints().create(WeldJoint.RIGID, body(world, 0, 0), body(world, 3, 0), 4, 2);
    islands.read();
    assertEquals(islands.island(body(world, 0, 0)), islands.island(body(world, 3, 0)));
    assertNotEquals(islands.island(body(world, 0, 0)), islands.island(body(world, 1, 0)));
  }

  @Test
  void islandsThatAreAwakeAreThoseThatWouldFallAsleep() {
    World sleeping = towers(true);
    World awake = towers(false);
    IslandReader remembered = sleeping.newIslandReader();
    IslandReader found = awake.newIslandReader();
    int compared = 0;
    for (int step = 0; step < STEPS && compared < TOWERS * ROWS; step++) {
      sleeping.step();
      awake.step();
      remembered.read();
      found.read();
      compared = 0;
      for (int slot = 1; slot <= TOWERS * ROWS; slot++) {
        long body = sleeping.bodies().at(slot);
        if (!sleeping.bodies().awake(body)) {
          assertEquals(found.island(body), remembered.island(body), "body " + slot);
          compared++;
        }
      }
    }
    assertEquals(TOWERS * ROWS, compared, "all came to rest");
  }

  @Test
  void lookingChangesNothing() {
    World watched = towers(true);
    World alone = towers(true);
    IslandReader islands = watched.newIslandReader();
    for (int step = 0; step < STEPS; step++) {
      watched.step();
      alone.step();
      islands.read();
      assertEquals(alone.hash(), watched.hash(), "step " + step);
    }
  }

  @Test
  void everyPartHasAFatBoxAboutIt() {
    World world = towers(false);
    BoxReader boxes = world.boxes();
    assertEquals(1 + TOWERS * ROWS, boxes.slots());
    world.step();
    for (int slot = 1; slot < boxes.slots(); slot++) {
      long body = boxes.body(slot);
      float x = world.bodies().x(body);
      float y = world.bodies().y(body);
      assertTrue(boxes.minX(slot) < x - 0.5f && boxes.maxX(slot) > x + 0.5f);
      assertTrue(boxes.minY(slot) < y - 0.5f && boxes.maxY(slot) > y + 0.5f);
    }
    world.bodies().destroy(world.bodies().at(1));
    assertEquals(Bodies.NONE, boxes.body(1));
  }

  @Test
  void whoRestsIsOnItsWayToSleep() {
    World world = towers(true);
    assertEquals(0, world.bodies().restShare(body(world, 3, 0)));
    float before = 0;
    for (int step = 0; step < STEPS; step++) {
      world.step();
      float share = world.bodies().restShare(body(world, 3, 0));
      assertTrue(share == 0 || share >= before && share <= 1, "from " + before + " to " + share);
      before = share;
    }
    assertEquals(1, before);
  }
}
