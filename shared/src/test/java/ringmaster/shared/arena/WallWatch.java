package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.physics.Queries;

/** Watches that what moves in a match gets neither through a wall nor far into one. */
final class WallWatch {
  /** How much of a thing no wall may come into. */
  interface Core {
    float meters(float radiusMeters);
  }

  private final ArenaMatch<?> match;
  private final Core core;
  private final Queries walls;
  private final EntityFrame before;

  WallWatch(ArenaMatch<?> match, Core core) {
    this.match = match;
    this.core = core;
    walls = MapWorld.walls(match.map);
    before = new EntityFrame(match.frame.schema());
  }

  /** Looks at what all slots from the first tank's up to another show since the last look. */
  void look(int endSlot) {
    before.copyFrom(match.frame);
    match.capture();
    for (int slot = match.slots.tank(0); slot < endSlot; slot++) {
      if (match.frame.present(slot)) {
        assertOutside(match.frame, slot);
        assertNotThrough(match.frame, slot);
      }
    }
  }

  private void assertOutside(EntityFrame frame, int slot) {
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    float radius = frame.schema().types().get(frame.type(slot)).sizeMeters();
    assertTrue(
        RouteGrid.clear(walls, x, y, core.meters(radius)),
        () -> "slot " + slot + " in a wall at " + x + ", " + y + ", tick " + frame.tick());
  }

  private void assertNotThrough(EntityFrame frame, int slot) {
    if (!before.present(slot) || before.generation(slot) != frame.generation(slot)) {
      return;
    }
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    float beforeX = before.get(slot, BodyFields.X);
    float beforeY = before.get(slot, BodyFields.Y);
    assertTrue(
        walls.visible(beforeX, beforeY, x, y, MapWorld.CATEGORY_WALL),
        () -> "slot " + slot + " through a wall at " + x + ", " + y + ", tick " + frame.tick());
  }
}
