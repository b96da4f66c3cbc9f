package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
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
  static final Blast BLAST = new Blast(4, 45, 2400, SkirmishEvents.BY_ROCKET);

  static final float SPEED_METERS_PER_SECOND = 28;
  private static final int LIFETIME_SECONDS = 3;
  private static final int STOPS =
      ArenaBodies.CATEGORY_TANK
          | ArenaBodies.CATEGORY_CRATE
          | Barrels.CATEGORY
          | MapWorld.CATEGORY_WALL;

  private final Queries queries;
  private final Tanks tanks;
  private final Blasts blasts;
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

  Rockets(
      Queries queries,
      Tanks tanks,
      Blasts blasts,
      Scores scores,
      SkirmishEvents events,
      TickRate rate) {
    this.queries = queries;
    this.tanks = tanks;
    this.blasts = blasts;
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
  }

  private static int owner(int rocket) {
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

  /** All are gone. */
  void clear() {
    Arrays.fill(present, (byte) 0);
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
    if (blasts.explode(BLAST, owner(rocket), x[rocket], y[rocket])) {
      scores.countHit(owner(rocket));
    }
  }

  /** Shows them in the slots from {@code firstSlot} on. */
  void capture(EntityFrame frame, int firstSlot) {
    for (int rocket = 0; rocket < capacity; rocket++) {
      if (present[rocket] != 0) {
        int slot = firstSlot + rocket;
        frame.put(slot, SkirmishSlots.ROCKET, generation[rocket]);
        frame.own(slot, owner(rocket));
        frame.set(slot, BodyFields.X, x[rocket]);
        frame.set(slot, BodyFields.Y, y[rocket]);
        frame.set(slot, BodyFields.VELOCITY_X, velocityX[rocket]);
        frame.set(slot, BodyFields.VELOCITY_Y, velocityY[rocket]);
        frame.setQuantized(slot, SkirmishSlots.ROCKET_OWNER, owner(rocket));
      }
    }
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
