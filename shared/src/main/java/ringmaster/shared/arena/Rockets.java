package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Rockets in flight. Not bodies: each tick sweeps a circle along the way of that tick, so that none
 * passes through anything however fast it is.
 *
 * <p>Rocket {@code seat * 4 + k} belongs to the seat. Four are enough: the fifth shot comes 3.2 s
 * after the first, which by then has burnt out.
 */
final class Rockets {
  static final int PER_TANK = 4;
  static final float RADIUS_METERS = 0.2f;

  private static final float SPEED_METERS_PER_SECOND = 28;
  private static final float SPLASH_RADIUS_METERS = 4;
  private static final int SPLASH_DAMAGE = 45;
  private static final float SPLASH_IMPULSE_NEWTON_SECONDS = 2400;
  private static final int LIFETIME_SECONDS = 3;
  private static final int TARGETS = ArenaBodies.CATEGORY_TANK | ArenaBodies.CATEGORY_CRATE;
  private static final int STOPS = TARGETS | MapWorld.CATEGORY_WALL;

  private final Bodies bodies;
  private final Queries queries;
  private final Tanks tanks;
  private final Scores scores;
  private final SkirmishEvents events;
  private final float stepSeconds;
  private final int lifetimeTicks;
  private final int capacity;

  private final byte[] present;
  private final int[] generation;
  private final float[] x;
  private final float[] y;
  private final float[] velocityX;
  private final float[] velocityY;
  private final int[] ticksLeft;

  private final Hit hit = new Hit();
  private final long[] reached;

  Rockets(
      Bodies bodies,
      Queries queries,
      Tanks tanks,
      Scores scores,
      SkirmishEvents events,
      int targets,
      TickRate rate) {
    this.bodies = bodies;
    this.queries = queries;
    this.tanks = tanks;
    this.scores = scores;
    this.events = events;
    stepSeconds = rate.stepSeconds();
    lifetimeTicks = LIFETIME_SECONDS * rate.hz();
    capacity = tanks.seats() * PER_TANK;
    present = new byte[capacity];
    generation = new int[capacity];
    x = new float[capacity];
    y = new float[capacity];
    velocityX = new float[capacity];
    velocityY = new float[capacity];
    ticksLeft = new int[capacity];
    reached = new long[targets];
  }

  int capacity() {
    return capacity;
  }

  boolean present(int rocket) {
    return present[rocket] != 0;
  }

  /** Tells the slot's present rocket from earlier ones. */
  int generation(int rocket) {
    return generation[rocket];
  }

  float x(int rocket) {
    return x[rocket];
  }

  float y(int rocket) {
    return y[rocket];
  }

  float velocityX(int rocket) {
    return velocityX[rocket];
  }

  float velocityY(int rocket) {
    return velocityY[rocket];
  }

  static int owner(int rocket) {
    return rocket / PER_TANK;
  }

  /** Launches from a living tank along its aim, if it is ready and has a rocket left. */
  void fire(int seat) {
    int rocket = free(seat);
    if (rocket == capacity || !tanks.rocketReady(seat)) {
      return;
    }
    tanks.useRocket(seat);
    scores.countShot(seat);
    present[rocket] = 1;
    generation[rocket]++;
    // From the hull's centre: a muzzle outside the hull could be behind a wall or another tank.
    x[rocket] = tanks.x(seat);
    y[rocket] = tanks.y(seat);
    velocityX[rocket] = AimTable.cos(tanks.aim(seat)) * SPEED_METERS_PER_SECOND;
    velocityY[rocket] = AimTable.sin(tanks.aim(seat)) * SPEED_METERS_PER_SECOND;
    ticksLeft[rocket] = lifetimeTicks;
    events.rocket(seat, x[rocket], y[rocket]);
  }

  private int free(int seat) {
    for (int rocket = seat * PER_TANK; rocket < (seat + 1) * PER_TANK; rocket++) {
      if (present[rocket] == 0) {
        return rocket;
      }
    }
    return capacity;
  }

  void removeOf(int seat) {
    for (int rocket = seat * PER_TANK; rocket < (seat + 1) * PER_TANK; rocket++) {
      present[rocket] = 0;
    }
  }

  /** Flies all rockets one tick; those that meet something or burn out explode. */
  void advance() {
    for (int rocket = 0; rocket < capacity; rocket++) {
      if (present[rocket] != 0) {
        fly(rocket);
      }
    }
  }

  private void fly(int rocket) {
    float wayX = velocityX[rocket] * stepSeconds;
    float wayY = velocityY[rocket] * stepSeconds;
    long own = tanks.hull(owner(rocket));
    boolean met =
        queries.castCircle(x[rocket], y[rocket], RADIUS_METERS, wayX, wayY, STOPS, own, hit);
    x[rocket] += wayX * hit.fraction();
    y[rocket] += wayY * hit.fraction();
    ticksLeft[rocket]--;
    if (met || ticksLeft[rocket] <= 0) {
      present[rocket] = 0;
      explode(rocket);
    }
  }

  private void explode(int rocket) {
    events.explosion(owner(rocket), x[rocket], y[rocket]);
    int count =
        queries.overlapCircle(
            x[rocket], y[rocket], SPLASH_RADIUS_METERS, TARGETS, Bodies.NONE, reached);
    boolean hurtOpponent = false;
    for (int i = 0; i < count; i++) {
      long body = reached[i];
      if (reaches(rocket, body)) {
        boolean hurt = splash(rocket, body);
        hurtOpponent |= hurt && body != tanks.hull(owner(rocket));
      }
    }
    if (hurtOpponent) {
      scores.countHit(owner(rocket));
    }
  }

  /** Walls shelter, crates do not. */
  private boolean reaches(int rocket, long body) {
    int mask = MapWorld.CATEGORY_WALL;
    return queries.visible(x[rocket], y[rocket], bodies.x(body), bodies.y(body), mask);
  }

  /** Pushes a body and, if it is a tank, takes health: less the further its rim is away. */
  private boolean splash(int rocket, long body) {
    float dx = bodies.x(body) - x[rocket];
    float dy = bodies.y(body) - y[rocket];
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    int seat = bodies.tag(body);
    boolean tank = seat != ArenaBodies.TAG_CRATE;
    float radius = tank ? ArenaBodies.HULL_RADIUS_METERS : ArenaBodies.CRATE_HALF_METERS;
    float gap = Math.max(distance - radius, 0);
    float share = Math.max(1 - gap / SPLASH_RADIUS_METERS, 0);
    float impulse = distance > 0 ? SPLASH_IMPULSE_NEWTON_SECONDS * share / distance : 0;
    if (!tank) {
      bodies.applyImpulse(body, dx * impulse, dy * impulse);
      return false;
    }
    tanks.kick(seat, dx * impulse, dy * impulse);
    int damage = (int) (SPLASH_DAMAGE * share + 0.5f);
    return damage > 0 && hurt(rocket, seat, damage);
  }

  private boolean hurt(int rocket, int victim, int damage) {
    boolean hurt = tanks.damage(victim, owner(rocket), damage, SkirmishEvents.BY_ROCKET);
    if (hurt) {
      int weapon = SkirmishEvents.BY_ROCKET;
      events.hit(owner(rocket), victim, damage, weapon, x[rocket], y[rocket]);
    }
    return hurt;
  }

  void visit(StateVisitor visitor) {
    visitor.bytes(present, capacity);
    visitor.ints(generation, capacity);
    visitor.floats(x, capacity);
    visitor.floats(y, capacity);
    visitor.floats(velocityX, capacity);
    visitor.floats(velocityY, capacity);
    visitor.ints(ticksLeft, capacity);
  }
}
