package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Tanks by seat: the hull's body, life and death, shield, turret and what its weapons allow. A tank
 * is alive while it has a hull; the hull's tag is the seat.
 */
final class Tanks {
  static final int FULL_HEALTH = 100;

  private static final int RESPAWN_SECONDS = 2;

  private final int seats;
  private final Bodies bodies;
  private final TankDrive drive;
  private final Cooldowns cooldowns;
  private final int respawnTicks;
  private final int shieldTicks;

  private final long[] hull;
  private final int[] ticksSinceContact;
  private final int[] health;
  private final int[] life;
  private final int[] aim;
  private final int[] waitTicksLeft;
  private final int[] shieldTicksLeft;

  /** Who took the last point of health, and how; read in the tick it is written: no state. */
  private final int[] killer;

  private final int[] killerWeapon;

  Tanks(int seats, Bodies bodies, TankDrive drive, Cooldowns cooldowns, TickRate rate) {
    this.seats = seats;
    this.bodies = bodies;
    this.drive = drive;
    this.cooldowns = cooldowns;
    respawnTicks = RESPAWN_SECONDS * rate.hz();
    shieldTicks = rate.hz() * 3 / 2;
    hull = new long[seats];
    ticksSinceContact = new int[seats];
    health = new int[seats];
    life = new int[seats];
    aim = new int[seats];
    waitTicksLeft = new int[seats];
    shieldTicksLeft = new int[seats];
    killer = new int[seats];
    killerWeapon = new int[seats];
    Arrays.fill(hull, Bodies.NONE);
  }

  int seats() {
    return seats;
  }

  boolean alive(int seat) {
    return hull[seat] != Bodies.NONE;
  }

  /** A tank whose health was used up in this tick: it still acts until the tick's end. */
  boolean dying(int seat) {
    return alive(seat) && health[seat] <= 0;
  }

  int health(int seat) {
    return health[seat];
  }

  /** Counts the tanks a seat has had, 1 for the first. */
  int life(int seat) {
    return life[seat];
  }

  boolean shielded(int seat) {
    return shieldTicksLeft[seat] > 0;
  }

  int aim(int seat) {
    return aim[seat];
  }

  void aimAt(int seat, int angle) {
    aim[seat] = angle;
  }

  int killer(int seat) {
    return killer[seat];
  }

  /** {@link SkirmishEvents#BY_RAIL} or {@link SkirmishEvents#BY_ROCKET}. */
  int killerWeapon(int seat) {
    return killerWeapon[seat];
  }

  /** Lets the seat have a tank at the next tick. */
  void await(int seat) {
    waitTicksLeft[seat] = 1;
  }

  /** One tick less to wait for whoever waits; true when the wait is over. */
  boolean readyToSpawn(int seat) {
    return waitTicksLeft[seat] > 0 && --waitTicksLeft[seat] == 0;
  }

  void spawn(int seat, float x, float y, float cos, float sin) {
    hull[seat] = bodies.create(ArenaBodies.TANK, x, y, cos, sin);
    bodies.setTag(hull[seat], seat);
    ticksSinceContact[seat] = OwnerWords.MAX_CONTACT_AGE_TICKS;
    drive.reset(seat);
    life[seat]++;
    health[seat] = FULL_HEALTH;
    shieldTicksLeft[seat] = shieldTicks;
    cooldowns.set(seat, 0, 0);
    aim[seat] = AimTable.of(cos, sin);
  }

  /** Takes the tank away; the seat waits for the next one. */
  void destroy(int seat) {
    remove(seat);
    waitTicksLeft[seat] = respawnTicks;
  }

  /** Takes the tank away for good. */
  void leave(int seat) {
    remove(seat);
    waitTicksLeft[seat] = 0;
  }

  private void remove(int seat) {
    if (alive(seat)) {
      bodies.destroy(hull[seat]);
      hull[seat] = Bodies.NONE;
    }
  }

  /** The body of a living tank. */
  long hull(int seat) {
    return hull[seat];
  }

  float x(int seat) {
    return bodies.x(hull[seat]);
  }

  float y(int seat) {
    return bodies.y(hull[seat]);
  }

  /**
   * Ticks since the hull touched another body that moves or took an impulse, at most {@link
   * OwnerWords#MAX_CONTACT_AGE_TICKS}.
   */
  int ticksSinceContact(int seat) {
    return ticksSinceContact[seat];
  }

  /** Looks for contacts after the world's step. */
  void noteContacts() {
    for (int seat = 0; seat < seats; seat++) {
      if (alive(seat)) {
        int older = Math.min(ticksSinceContact[seat] + 1, OwnerWords.MAX_CONTACT_AGE_TICKS);
        ticksSinceContact[seat] = bodies.touchesMoving(hull[seat]) ? 0 : older;
      }
    }
  }

  /** Newton seconds through a living tank's centre, at once. */
  void kick(int seat, float newtonSecondsX, float newtonSecondsY) {
    bodies.applyImpulse(hull[seat], newtonSecondsX, newtonSecondsY);
    ticksSinceContact[seat] = 0;
  }

  void cool(int seat) {
    shieldTicksLeft[seat] = Math.max(shieldTicksLeft[seat] - 1, 0);
    cooldowns.advance(seat);
  }

  boolean railReady(int seat) {
    return cooldowns.railReady(seat);
  }

  boolean rocketReady(int seat) {
    return cooldowns.rocketReady(seat);
  }

  /** Starts the rail's cooldown; who shoots gives up the shield. */
  void useRail(int seat) {
    cooldowns.useRail(seat);
    shieldTicksLeft[seat] = 0;
  }

  /** Starts the rocket's cooldown; who shoots gives up the shield. */
  void useRocket(int seat) {
    cooldowns.useRocket(seat);
    shieldTicksLeft[seat] = 0;
  }

  /** Takes health from a living tank; false if the shield took it all. */
  boolean damage(int seat, int attacker, int points, int weapon) {
    if (shielded(seat)) {
      return false;
    }
    if (health[seat] > 0 && health[seat] <= points) {
      killer[seat] = attacker;
      killerWeapon[seat] = weapon;
    }
    health[seat] -= points;
    return true;
  }

  void visit(StateVisitor visitor) {
    visitor.longs(hull, seats);
    for (int seat = 0; seat < seats; seat++) {
      ArenaBodies.checkRestored(bodies, hull[seat], seat);
    }
    visitor.ints(ticksSinceContact, seats);
    visitor.ints(health, seats);
    visitor.ints(life, seats);
    visitor.ints(aim, seats);
    visitor.ints(waitTicksLeft, seats);
    visitor.ints(shieldTicksLeft, seats);
    cooldowns.visit(visitor);
  }
}
