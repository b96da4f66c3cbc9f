package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.World;

/** Where a rail's beam ends among walls, props and tanks as a player sees them. */
final class SeenBeam {
  /** What is not there is put here: no beam comes so far. */
  private static final float AWAY_METERS = 900;

  private static final float ANGLES_PER_RADIAN = (float) (AimTable.ANGLES / (2 * Math.PI));

  private final SkirmishSlots slots;
  private final World world;
  private final Queries queries;
  private final long[] crates;
  private final long[] barrels;
  private final Hit hit = new Hit();
  private float toX;
  private float toY;

  SeenBeam(MatchSettings settings, GameMap map) {
    slots = new SkirmishSlots(settings, map);
    world = MapWorld.of(map, settings.rate(), slots.crates() + slots.barrels());
    queries = world.newQueries();
    crates = bodies(ArenaBodies.CRATE, slots.crates());
    barrels = bodies(Barrels.KIND, slots.barrels());
  }

  private long[] bodies(BodyKind kind, int count) {
    long[] bodies = new long[count];
    for (int i = 0; i < count; i++) {
      bodies[i] = world.bodies().create(kind, AWAY_METERS, AWAY_METERS);
    }
    return bodies;
  }

  /** Casts it from a place along a command's aim. */
  void cast(int seat, float fromX, float fromY, int aim, EntityView seen) {
    for (int i = 0; i < crates.length; i++) {
      place(crates[i], slots.crate(i), seen);
    }
    for (int i = 0; i < barrels.length; i++) {
      place(barrels[i], slots.barrel(i), seen);
    }
    float wayX = AimTable.cos(aim) * Rails.RANGE_METERS;
    float wayY = AimTable.sin(aim) * Rails.RANGE_METERS;
    queries.ray(fromX, fromY, wayX, wayY, Rails.STOPS, Bodies.NONE, hit);
    float nearest = Math.min(hit.fraction(), firstTank(seat, fromX, fromY, wayX, wayY, seen));
    toX = fromX + wayX * nearest;
    toY = fromY + wayY * nearest;
  }

  private void place(long body, int slot, EntityView seen) {
    if (seen.present(slot)) {
      int facing = Math.round(seen.get(slot, BodyFields.FACING) * ANGLES_PER_RADIAN);
      float x = seen.get(slot, BodyFields.X);
      float y = seen.get(slot, BodyFields.Y);
      world.restart(body, x, y, AimTable.cos(facing), AimTable.sin(facing), 0, 0, 0);
    } else {
      world.restart(body, AWAY_METERS, AWAY_METERS, 1, 0, 0, 0, 0);
    }
  }

  private float firstTank(
      int seat, float fromX, float fromY, float wayX, float wayY, EntityView seen) {
    float nearest = 1;
    for (int other = 0; other < slots.players(); other++) {
      int slot = slots.tank(other);
      if (other != seat && seen.present(slot)) {
        float dx = fromX - seen.get(slot, BodyFields.X);
        float dy = fromY - seen.get(slot, BodyFields.Y);
        float fraction = CircleCast.fraction(dx, dy, wayX, wayY, ArenaBodies.HULL_RADIUS_METERS);
        nearest = Math.min(nearest, fraction);
      }
    }
    return nearest;
  }

  /** Metres. */
  float toX() {
    return toX;
  }

  /** Metres. */
  float toY() {
    return toY;
  }
}
