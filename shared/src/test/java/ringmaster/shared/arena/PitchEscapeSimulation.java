package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.physics.Queries;

/** However many push it, the ball never leaves the pitch, and neither does a tank. */
final class PitchEscapeSimulation {
  /** Of the radius: five hulls that press the ball against a wall do squash it. */
  private static final float DEEPEST_SHARE = 0.35f;

  @ParameterizedTest
  @CsvSource({"pitch, 30, striker", "pitch, 60, striker-easy", "stadium, 30, striker-hard"})
  void nothingGetsThroughAWall(String map, int hz, String brain) {
    ScrumMatch match = new ScrumMatch(ScrumMatch.map(map), 16, hz, 3_600, 1);
    match.joinAll();
    Brain[] brains = match.brains(brain, 1);
    Queries walls = MapWorld.walls(match.map);
    EntityFrame before = new EntityFrame(match.frame.schema());
    for (int tick = 0; tick < 120 * hz; tick++) {
      match.play(brains);
      before.copyFrom(match.frame);
      match.capture();
      for (int slot = match.slots.tank(0); slot <= match.slots.ball(); slot++) {
        assertOutside(walls, match.frame, slot, tick);
        assertNotThrough(walls, before, match.frame, slot, tick);
      }
    }
  }

  private static void assertOutside(Queries walls, EntityFrame frame, int slot, int tick) {
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    float radius = frame.schema().types().get(frame.type(slot)).sizeMeters();
    assertTrue(
        RouteGrid.clear(walls, x, y, radius * (1 - DEEPEST_SHARE)),
        () -> "slot " + slot + " in a wall at " + x + ", " + y + ", tick " + tick);
  }

  private static void assertNotThrough(
      Queries walls, EntityFrame before, EntityFrame frame, int slot, int tick) {
    if (!before.present(slot) || before.generation(slot) != frame.generation(slot)) {
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
