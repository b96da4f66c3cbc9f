package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Queries;

/** Explosions: push what stands around, hurt tanks, light barrels. No state. */
final class Blasts {
  private static final int TARGETS =
      ArenaBodies.CATEGORY_TANK | ArenaBodies.CATEGORY_CRATE | Barrels.CATEGORY;

  private final Bodies bodies;
  private final Queries queries;
  private final Tanks tanks;
  private final Barrels barrels;
  private final SkirmishEvents events;
  private final long[] reached;

  // The explosion at hand.
  private Blast blast;
  private int seat;
  private float x;
  private float y;

  /**
   * @param targets how many bodies there may be that move
   */
  Blasts(
      Bodies bodies,
      Queries queries,
      Tanks tanks,
      Barrels barrels,
      SkirmishEvents events,
      int targets) {
    this.bodies = bodies;
    this.queries = queries;
    this.tanks = tanks;
    this.barrels = barrels;
    this.events = events;
    reached = new long[targets];
    blast = Rockets.BLAST;
  }

  /**
   * Lets something explode at (x, y).
   *
   * @param ofSeat whose doing it is; may be dead by now
   * @return whether it hurt an opponent
   */
  boolean explode(Blast kind, int ofSeat, float atX, float atY) {
    blast = kind;
    seat = ofSeat;
    x = atX;
    y = atY;
    events.explosion(seat, x, y);
    int count = queries.overlapCircle(x, y, blast.radiusMeters(), TARGETS, Bodies.NONE, reached);
    boolean hurtOpponent = false;
    for (int i = 0; i < count; i++) {
      if (reaches(reached[i])) {
        boolean hurt = strike(reached[i]);
        hurtOpponent |= hurt && reached[i] != tanks.hull(seat);
      }
    }
    return hurtOpponent;
  }

  /** Walls shelter; crates and barrels do not. */
  private boolean reaches(long body) {
    return queries.visible(x, y, bodies.x(body), bodies.y(body), MapWorld.CATEGORY_WALL);
  }

  /** Pushes a body and harms it if that can be; returns whether it is a tank and lost health. */
  private boolean strike(long body) {
    float dx = bodies.x(body) - x;
    float dy = bodies.y(body) - y;
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    int tag = bodies.tag(body);
    float gap = Math.max(distance - radius(tag), 0);
    float share = Math.max(1 - gap / blast.radiusMeters(), 0);
    float impulse = distance > 0 ? blast.impulseNewtonSeconds() * share / distance : 0;
    int damage = (int) (blast.damage() * share + 0.5f);
    if (tag >= 0) {
      tanks.kick(tag, dx * impulse, dy * impulse);
      return damage > 0 && hurt(tag, damage);
    }
    bodies.applyImpulse(body, dx * impulse, dy * impulse);
    if (Barrels.isTag(tag)) {
      barrels.hurt(tag, seat, damage);
    }
    return false;
  }

  /** From a body's centre to its rim. */
  private static float radius(int tag) {
    if (tag >= 0) {
      return ArenaBodies.HULL_RADIUS_METERS;
    }
    return Barrels.isTag(tag) ? Barrels.RADIUS_METERS : ArenaBodies.CRATE_HALF_METERS;
  }

  private boolean hurt(int victim, int damage) {
    int taken = tanks.damage(victim, seat, damage, blast.weapon());
    if (taken > 0) {
      events.hit(seat, victim, taken, blast.weapon(), x, y);
    }
    return taken > 0;
  }
}
