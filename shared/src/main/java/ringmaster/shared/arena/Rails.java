package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * The rail: hits at once whatever stands first on a line. Walls, crates and barrels stop it where
 * they are now, hulls where the shooter saw them. A barrel that stops it is lit.
 */
final class Rails {
  static final float RANGE_METERS = 80;
  private static final int DAMAGE = 40;
  private static final int NOBODY = -1;

  /** Of bodies, which stand where they are now. */
  static final int STOPS = MapWorld.CATEGORY_WALL | ArenaBodies.CATEGORY_CRATE | Barrels.CATEGORY;

  private final Bodies bodies;
  private final Queries queries;
  private final Tanks tanks;
  private final Barrels barrels;
  private final RewindRing rewind;
  private final Scores scores;
  private final SkirmishEvents events;
  private final Hit hit = new Hit();

  /** Share of its range that the beam at hand went. */
  private float beamFraction;

  Rails(
      Bodies bodies,
      Queries queries,
      Tanks tanks,
      Barrels barrels,
      RewindRing rewind,
      Scores scores,
      SkirmishEvents events) {
    this.bodies = bodies;
    this.queries = queries;
    this.tanks = tanks;
    this.barrels = barrels;
    this.rewind = rewind;
    this.scores = scores;
    this.events = events;
  }

  /** Fires from a living tank along its aim, if the rail is ready. */
  void fire(int tick, int seat, int rewindSixteenths) {
    if (!tanks.railReady(seat)) {
      return;
    }
    int damage = tanks.charged(seat) ? 2 * DAMAGE : DAMAGE;
    tanks.useRail(seat);
    scores.countShot(seat);
    float wayX = AimTable.cos(tanks.aim(seat)) * RANGE_METERS;
    float wayY = AimTable.sin(tanks.aim(seat)) * RANGE_METERS;
    int victim = firstVictim(tick, seat, rewindSixteenths, wayX, wayY);
    float toX = tanks.x(seat) + wayX * beamFraction;
    float toY = tanks.y(seat) + wayY * beamFraction;
    events.rail(seat, tanks.x(seat), tanks.y(seat), toX, toY);
    if (victim != NOBODY) {
      hurt(seat, victim, damage, toX, toY);
    } else if (beamFraction == hit.fraction() && hit.body() != Bodies.NONE) {
      light(bodies.tag(hit.body()), seat, damage);
    }
  }

  private void hurt(int seat, int victim, int damage, float x, float y) {
    int taken = tanks.damage(victim, seat, damage, SkirmishEvents.BY_RAIL);
    if (taken > 0) {
      scores.countHit(seat);
      events.hit(seat, victim, taken, SkirmishEvents.BY_RAIL, x, y);
    }
  }

  private void light(int tag, int seat, int damage) {
    if (Barrels.isTag(tag)) {
      barrels.hurt(tag, seat, damage);
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
