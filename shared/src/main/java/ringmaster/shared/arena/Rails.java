package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * The rail: hits at once whatever stands first on a line. Walls and crates stop it where they are
 * now, hulls where the shooter saw them.
 */
final class Rails {
  private static final float RANGE_METERS = 80;
  private static final int DAMAGE = 40;
  private static final int NOBODY = -1;
  private static final int STOPS = MapWorld.CATEGORY_WALL | ArenaBodies.CATEGORY_CRATE;

  private final Queries queries;
  private final Tanks tanks;
  private final RewindRing rewind;
  private final Scores scores;
  private final SkirmishEvents events;
  private final Hit hit = new Hit();

  /** Share of its range that the beam at hand went. */
  private float beamFraction;

  Rails(Queries queries, Tanks tanks, RewindRing rewind, Scores scores, SkirmishEvents events) {
    this.queries = queries;
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
    float toX = tanks.x(seat) + wayX * beamFraction;
    float toY = tanks.y(seat) + wayY * beamFraction;
    events.rail(seat, tanks.x(seat), tanks.y(seat), toX, toY);
    if (victim != NOBODY && tanks.damage(victim, seat, DAMAGE, SkirmishEvents.BY_RAIL)) {
      scores.countHit(seat);
      events.hit(seat, victim, DAMAGE, SkirmishEvents.BY_RAIL, toX, toY);
    }
  }

  /** The tank the beam ends in, unless its shield was seen to be up. */
  private int firstVictim(int tick, int seat, int rewindSixteenths, float wayX, float wayY) {
    float fromX = tanks.x(seat);
    float fromY = tanks.y(seat);
    queries.ray(fromX, fromY, wayX, wayY, STOPS, Bodies.NONE, hit);
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
