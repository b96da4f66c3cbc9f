package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxCast;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * Where a rail's beam ends among walls, props and tanks as a player sees them; see {@link Rails}.
 * Where a rocket on the same way would end, it says as well, but for the rocket's width.
 */
final class SeenBeam {
  private static final float ANGLES_PER_RADIAN = (float) (AimTable.ANGLES / (2 * Math.PI));

  private final SkirmishSlots slots;
  private final Queries walls;
  private final Hit hit = new Hit();
  private float fromX;
  private float fromY;
  private float wayX;
  private float wayY;

  /** Share of its range that the beam goes. */
  private float fraction;

  SeenBeam(SkirmishSlots slots, Queries walls) {
    this.slots = slots;
    this.walls = walls;
  }

  /** Casts it from a place along a command's aim. */
  void cast(int seat, float x, float y, int aim, EntityView seen) {
    fromX = x;
    fromY = y;
    wayX = AimTable.cos(aim) * Rails.RANGE_METERS;
    wayY = AimTable.sin(aim) * Rails.RANGE_METERS;
    walls.ray(x, y, wayX, wayY, MapWorld.CATEGORY_WALL, Bodies.NONE, hit);
    fraction = hit.fraction();
    for (int i = 0; i < slots.crates(); i++) {
      meetCrate(slots.crate(i), seen);
    }
    for (int i = 0; i < slots.barrels(); i++) {
      float met = circle(slots.barrel(i), SkirmishSlots.BARREL, Barrels.RADIUS_METERS, seen);
      fraction = met > 0 ? Math.min(fraction, met) : fraction;
    }
    for (int other = 0; other < slots.players(); other++) {
      if (other != seat) {
        float met =
            circle(slots.tank(other), ArenaSlots.TANK, ArenaBodies.HULL_RADIUS_METERS, seen);
        fraction = Math.min(fraction, met);
      }
    }
  }

  private void meetCrate(int slot, EntityView seen) {
    if (!shows(seen, slot, SkirmishSlots.CRATE)) {
      return;
    }
    int facing = Math.round(seen.get(slot, BodyFields.FACING) * ANGLES_PER_RADIAN);
    float cos = AimTable.cos(facing);
    float sin = AimTable.sin(facing);
    float x = fromX - seen.get(slot, BodyFields.X);
    float y = fromY - seen.get(slot, BodyFields.Y);
    float met =
        BoxCast.fraction(
            cos * x + sin * y,
            cos * y - sin * x,
            cos * wayX + sin * wayY,
            cos * wayY - sin * wayX,
            ArenaBodies.CRATE_HALF_METERS,
            ArenaBodies.CRATE_HALF_METERS);
    fraction = met > 0 ? Math.min(fraction, met) : fraction; // else the player pushes it
  }

  private float circle(int slot, int type, float radiusMeters, EntityView seen) {
    if (!shows(seen, slot, type)) {
      return CircleCast.MISS;
    }
    float x = fromX - seen.get(slot, BodyFields.X);
    float y = fromY - seen.get(slot, BodyFields.Y);
    return CircleCast.fraction(x, y, wayX, wayY, radiusMeters);
  }

  /** A server that is not ours may show anything anywhere. */
  private static boolean shows(EntityView seen, int slot, int type) {
    return seen.present(slot) && seen.type(slot) == type;
  }

  /** How far it goes. */
  float meters() {
    return fraction * Rails.RANGE_METERS;
  }

  /** Metres. */
  float toX() {
    return fromX + wayX * fraction;
  }

  /** Metres. */
  float toY() {
    return fromY + wayY * fraction;
  }
}
