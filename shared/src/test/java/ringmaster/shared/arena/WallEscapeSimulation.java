package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Queries;

/** Minutes of the wildest driving: nothing gets through a wall, or far into one. */
final class WallEscapeSimulation {
  private static final float DEEPEST_METERS = 0.35f;
  private static final int PLAYERS = 12;

  @ParameterizedTest
  @CsvSource({"yard, 30, 1", "yard, 60, 2", "yard, 120, 3", "quarry, 30, 4", "quarry, 60, 5"})
  void nothingGetsThroughAWall(String map, int hz, long seed) {
    SkirmishMatch match = new SkirmishMatch(SkirmishMatch.map(map), PLAYERS, hz, 3_600, seed);
    match.joinAll();
    Queries walls = MapWorld.walls(match.map);
    EntityFrame before = new EntityFrame(match.frame.schema());
    Rng rng = new Rng(seed);
    for (int tick = 0; tick < 240 * hz; tick++) {
      match.setRandom(rng);
      match.step();
      before.copyFrom(match.frame);
      match.capture();
      for (int slot = match.slots.tank(0); slot < match.slots.rocket(0); slot++) {
        if (match.frame.present(slot)) {
          assertOutside(walls, match.frame, slot, tick);
          assertNotThrough(walls, before, match.frame, slot, tick);
        }
      }
    }
  }

  private static void assertOutside(Queries walls, EntityFrame frame, int slot, int tick) {
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    float radius = frame.schema().types().get(frame.type(slot)).sizeMeters();
    assertTrue(
        RouteGrid.clear(walls, x, y, radius - DEEPEST_METERS),
        () -> "slot " + slot + " in a wall at " + x + ", " + y + ", tick " + tick + " r " + radius);
  }

  private static void assertNotThrough(
      Queries walls, EntityFrame before, EntityFrame frame, int slot, int tick) {
    boolean same = before.present(slot) && before.generation(slot) == frame.generation(slot);
    if (!same) {
      return;
    }
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    float beforeX = before.get(slot, BodyFields.X);
    float beforeY = before.get(slot, BodyFields.Y);
    assertTrue(
        walls.visible(beforeX, beforeY, x, y, MapWorld.CATEGORY_WALL),
        () -> "slot " + slot + " went through a wall at " + x + ", " + y + ", tick " + tick);
  }
}
