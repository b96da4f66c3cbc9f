package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxCast;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * Where a rail's beam ends among walls, props and tanks as a player sees them; see {@link Rails}.
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

  SeenBeam(MatchSettings settings, GameMap map, Queries walls) {
    this.walls = walls;
    slots = new SkirmishSlots(settings, map);
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
      meetCircle(slots.barrel(i), Barrels.RADIUS_METERS, seen);
    }
    for (int other = 0; other < slots.players(); other++) {
      if (other != seat) {
        meetCircle(slots.tank(other), ArenaBodies.HULL_RADIUS_METERS, seen);
      }
    }
  }

  private void meetCrate(int slot, EntityView seen) {
    if (!seen.present(slot)) {
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
    fraction = Math.min(fraction, met);
  }

  private void meetCircle(int slot, float radiusMeters, EntityView seen) {
    if (seen.present(slot)) {
      float x = fromX - seen.get(slot, BodyFields.X);
      float y = fromY - seen.get(slot, BodyFields.Y);
      fraction = Math.min(fraction, CircleCast.fraction(x, y, wayX, wayY, radiusMeters));
    }
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
