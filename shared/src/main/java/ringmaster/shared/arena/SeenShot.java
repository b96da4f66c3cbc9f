package ringmaster.shared.arena;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxCast;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * Where a shot ends among walls, props and tanks as its player has them: a rail's beam, by {@link
 * Rails}, among what is seen; a rocket, which flies in the present, among what is predicted of it.
 */
final class SeenShot {
  private static final float ANGLES_PER_RADIAN = (float) (AimTable.ANGLES / (2 * Math.PI));

  private final SkirmishSlots slots;
  private final Queries walls;
  private final Hit hit = new Hit();
  private float fromX;
  private float fromY;
  private float wayX;
  private float wayY;
  private float radiusMeters;

  /** Share of its range that the shot goes. */
  private float fraction;

  // Where an entity is.
  private float x;
  private float y;
  private float cos;
  private float sin;

  SeenShot(SkirmishSlots slots, Queries walls) {
    this.slots = slots;
    this.walls = walls;
  }

  /** Casts a rail's beam from a place along a command's aim. */
  void rail(int seat, float x, float y, int aim, EntityView seen) {
    cast(seat, x, y, aim, 0, seen, null);
  }

  /**
   * Flies a rocket from a place along a command's aim.
   *
   * @param near what the player's own prediction has of the present
   */
  void rocket(int seat, float x, float y, int aim, EntityView seen, Surroundings near) {
    cast(seat, x, y, aim, Rockets.RADIUS_METERS, seen, near);
  }

  private void cast(
      int seat,
      float x,
      float y,
      int aim,
      float radius,
      EntityView seen,
      @Nullable Surroundings near) {
    fromX = x;
    fromY = y;
    wayX = AimTable.cos(aim) * Rails.RANGE_METERS;
    wayY = AimTable.sin(aim) * Rails.RANGE_METERS;
    radiusMeters = radius;
    walls.castCircle(x, y, radius, wayX, wayY, MapWorld.CATEGORY_WALL, Bodies.NONE, hit);
    fraction = hit.fraction();
    for (int i = 0; i < slots.crates(); i++) {
      if (locate(slots.crate(i), SkirmishSlots.CRATE, seen, near)) {
        meetProp(box(ArenaBodies.CRATE_HALF_METERS));
      }
    }
    for (int i = 0; i < slots.barrels(); i++) {
      if (locate(slots.barrel(i), SkirmishSlots.BARREL, seen, near)) {
        meetProp(circle(Barrels.RADIUS_METERS));
      }
    }
    for (int other = 0; other < slots.players(); other++) {
      if (other != seat && locate(slots.tank(other), ArenaSlots.TANK, seen, near)) {
        fraction = Math.min(fraction, circle(ArenaBodies.HULL_RADIUS_METERS));
      }
    }
  }

  /** A shot that begins in a prop goes on: the player pushes what was seen there. */
  private void meetProp(float met) {
    fraction = met > 0 ? Math.min(fraction, met) : fraction;
  }

  /** Finds an entity; false: none of the type is there, as from a server that is not ours. */
  private boolean locate(int slot, int type, EntityView seen, @Nullable Surroundings near) {
    if (!seen.present(slot) || seen.type(slot) != type) {
      return false;
    }
    int index = near == null ? -1 : indexOf(slot, seen.generation(slot), near);
    if (near != null && index >= 0) {
      x = near.x(index);
      y = near.y(index);
      cos = near.facingCos(index);
      sin = near.facingSin(index);
    } else {
      int facing = Math.round(seen.get(slot, BodyFields.FACING) * ANGLES_PER_RADIAN);
      x = seen.get(slot, BodyFields.X);
      y = seen.get(slot, BodyFields.Y);
      cos = AimTable.cos(facing);
      sin = AimTable.sin(facing);
    }
    return true;
  }

  private static int indexOf(int slot, int generation, Surroundings near) {
    for (int i = 0; i < near.count(); i++) {
      if (near.slot(i) == slot && near.generation(i) == generation && near.foreseeable(i)) {
        return i;
      }
    }
    return -1;
  }

  private float box(float halfMeters) {
    float half = halfMeters + radiusMeters;
    return BoxCast.fraction(
        cos * (fromX - x) + sin * (fromY - y),
        cos * (fromY - y) - sin * (fromX - x),
        cos * wayX + sin * wayY,
        cos * wayY - sin * wayX,
        half,
        half);
  }

  private float circle(float bodyMeters) {
    return CircleCast.fraction(fromX - x, fromY - y, wayX, wayY, bodyMeters + radiusMeters);
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
