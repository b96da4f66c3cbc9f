package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

/**
 * The rail: hits at once whatever stands first on a line, all of it where the shooter saw it:
 * hulls, crates and barrels. A barrel that stops it is lit. A crate or barrel that stood where the
 * shooter is now does not stop it: he pushes that.
 *
 * <p>So one may be hit who is behind a wall by now. He has to bear that for {@value #COVER_MILLIS}
 * ms at most, whatever the shooter's line: whom a wall has hidden from the shooter's present place
 * for so long without a break is safe. Round trips up to about 120 ms never notice.
 */
final class Rails {
  static final float RANGE_METERS = 80;
  private static final int DAMAGE = 40;
  private static final int NOBODY = -1;

  /** A tank at full speed is less than three metres behind the corner by then. */
  private static final int COVER_MILLIS = 200;

  /** From a hull's centre to where its outline is looked for. */
  private static final float RIM_METERS = 0.9f * ArenaBodies.HULL_RADIUS_METERS;

  private final Bodies bodies;
  private final Queries queries;
  private final Tanks tanks;
  private final Barrels barrels;
  private final RewindRing rewind;
  private final PropTrail props;
  private final int coverTicks;
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
      PropTrail props,
      Scores scores,
      SkirmishEvents events,
      TickRate rate) {
    this.bodies = bodies;
    this.queries = queries;
    this.tanks = tanks;
    this.barrels = barrels;
    this.rewind = rewind;
    this.props = props;
    coverTicks = Rewind.ticks(COVER_MILLIS, rate);
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
    queries.ray(tanks.x(seat), tanks.y(seat), wayX, wayY, MapWorld.CATEGORY_WALL, Bodies.NONE, hit);
    long prop = props.first(tick, rewindSixteenths, tanks.x(seat), tanks.y(seat), wayX, wayY);
    beamFraction = Math.min(hit.fraction(), props.fraction());
    int victim = firstVictim(tick, seat, rewindSixteenths, wayX, wayY);
    float toX = tanks.x(seat) + wayX * beamFraction;
    float toY = tanks.y(seat) + wayY * beamFraction;
    events.rail(seat, tanks.x(seat), tanks.y(seat), toX, toY);
    if (victim != NOBODY) {
      hurt(seat, victim, damage, toX, toY);
    } else if (prop != Bodies.NONE && beamFraction == props.fraction()) {
      light(bodies.tag(prop), seat, damage);
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

  /**
   * The tank that the beam ends in before it meets anything else, unless its shield was seen to be
   * up.
   */
  private int firstVictim(int tick, int seat, int rewindSixteenths, float wayX, float wayY) {
    float fromX = tanks.x(seat);
    float fromY = tanks.y(seat);
    int victim = NOBODY;
    for (int other = 0; other < tanks.seats(); other++) {
      if (other != seat
          && tanks.alive(other)
          && rewind.locate(tick, other, tanks.life(other), rewindSixteenths)) {
        boolean shielded = rewind.shielded();
        float fraction =
            CircleCast.fraction(
                fromX - rewind.x(), fromY - rewind.y(), wayX, wayY, ArenaBodies.HULL_RADIUS_METERS);
        if (fraction < beamFraction && !inCover(tick, other, rewindSixteenths, fromX, fromY)) {
          beamFraction = fraction;
          victim = shielded ? NOBODY : other;
        }
      }
    }
    return victim;
  }

  /** Whether a wall has hidden a tank for so long that no slow line is worth a hit any more. */
  private boolean inCover(int tick, int seat, int rewindSixteenths, float fromX, float fromY) {
    if (rewindSixteenths <= coverTicks * Rewind.SIXTEENTHS) {
      return false;
    }
    for (int back = 0; back <= coverTicks; back++) {
      rewind.locate(tick, seat, tanks.life(seat), back * Rewind.SIXTEENTHS);
      if (!hidden(fromX, fromY, rewind.x(), rewind.y())) {
        return false;
      }
    }
    return true;
  }

  /** Whether walls hide a hull: its centre and both its rims, as seen from a place. */
  private boolean hidden(float fromX, float fromY, float x, float y) {
    float dx = x - fromX;
    float dy = y - fromY;
    float distance = Math.max((float) Math.sqrt(dx * dx + dy * dy), RIM_METERS);
    float rimX = -dy / distance * RIM_METERS;
    float rimY = dx / distance * RIM_METERS;
    return !queries.visible(fromX, fromY, x, y, MapWorld.CATEGORY_WALL)
        && !queries.visible(fromX, fromY, x + rimX, y + rimY, MapWorld.CATEGORY_WALL)
        && !queries.visible(fromX, fromY, x - rimX, y - rimY, MapWorld.CATEGORY_WALL);
  }
}
