package ringmaster.shared.arena;

import ringmaster.shared.circles.CastHit;
import ringmaster.shared.circles.CircleCast;
import ringmaster.shared.circles.World;
import ringmaster.shared.math.AimTable;

/**
 * The rail: hits at once whatever stands first on a line. Walls and crates stop it where they are
 * now, hulls where the shooter saw them.
 */
final class Rails {
  private static final float RANGE_METERS = 80;
  private static final int DAMAGE = 40;
  private static final int NOBODY = -1;

  private final World world;
  private final Tanks tanks;
  private final RewindRing rewind;
  private final Scores scores;
  private final SkirmishEvents events;
  private final CastHit hit = new CastHit();

  /** Share of its range that the beam at hand went. */
  private float beamFraction;

  Rails(World world, Tanks tanks, RewindRing rewind, Scores scores, SkirmishEvents events) {
    this.world = world;
    this.tanks = tanks;
    this.rewind = rewind;
    this.scores = scores;
    this.events = events;
  }

  /** Fires from a living tank along its aim, if the rail is ready. */
  void fire(int tick, int seat, int rewindSixteenths) {
    if (!tanks.railReady(seat)) {
      return;
    }
    tanks.useRail(seat);
    scores.countShot(seat);
    float wayX = AimTable.cos(tanks.aim(seat)) * RANGE_METERS;
    float wayY = AimTable.sin(tanks.aim(seat)) * RANGE_METERS;
    int victim = firstVictim(tick, seat, rewindSixteenths, wayX, wayY);
    float toX = world.x(seat) + wayX * beamFraction;
    float toY = world.y(seat) + wayY * beamFraction;
    events.rail(seat, world.x(seat), world.y(seat), toX, toY);
    if (victim != NOBODY && tanks.damage(victim, seat, DAMAGE, SkirmishEvents.BY_RAIL)) {
      scores.countHit(seat);
      events.hit(seat, victim, DAMAGE, SkirmishEvents.BY_RAIL, toX, toY);
    }
  }

  /** The tank the beam ends in, unless its shield was seen to be up. */
  private int firstVictim(int tick, int seat, int rewindSixteenths, float wayX, float wayY) {
    float fromX = world.x(seat);
    float fromY = world.y(seat);
    world.cast(fromX, fromY, wayX, wayY, 0, ArenaBodies.CATEGORY_CRATE, CastHit.NONE, hit);
    float nearest = hit.fraction();
    int victim = NOBODY;
    for (int other = 0; other < tanks.seats(); other++) {
      if (other != seat
          && tanks.alive(other)
          && rewind.locate(tick, other, tanks.life(other), rewindSixteenths)) {
        float fraction =
            CircleCast.fraction(
                fromX - rewind.x(), fromY - rewind.y(), wayX, wayY, ArenaBodies.HULL_RADIUS_METERS);
        if (fraction < nearest) {
          nearest = fraction;
          victim = rewind.shielded() ? NOBODY : other;
        }
      }
    }
    beamFraction = nearest;
    return victim;
  }
}
