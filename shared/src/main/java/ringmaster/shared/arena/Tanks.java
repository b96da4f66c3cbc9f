package ringmaster.shared.arena;

import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Tanks by seat: life and death, shield, turret and what its weapons allow. A tank is alive while
 * it has a hull.
 *
 * <p>Overtime is sudden death: no shield holds, and all damage counts double, so that it ends.
 */
final class Tanks {
  static final int FULL_HEALTH = 100;

  /** Twice a charged rail's, or a barrel's, is less. */
  static final int MAX_DAMAGE = 200;

  private static final int RESPAWN_SECONDS = 2;

  private final int seats;
  private final TankArena arena;
  private final PlayerBodies hulls;
  private final Cooldowns cooldowns;
  private final int respawnTicks;
  private final int shieldTicks;

  private final int[] health;
  private final int[] aim;
  private final int[] waitTicksLeft;
  private final int[] shieldTicksLeft;
  private final byte[] charged;

  /** Who took the last point of health, and how; read in the tick it is written: no state. */
  private final int[] killer;

  private final int[] killerWeapon;

  Tanks(TankArena arena, Cooldowns cooldowns, TickRate rate) {
    this.arena = arena;
    this.cooldowns = cooldowns;
    seats = arena.seats;
    hulls = arena.hulls;
    respawnTicks = RESPAWN_SECONDS * rate.hz();
    shieldTicks = rate.hz() * 3 / 2;
    health = new int[seats];
    aim = new int[seats];
    waitTicksLeft = new int[seats];
    shieldTicksLeft = new int[seats];
    charged = new byte[seats];
    killer = new int[seats];
    killerWeapon = new int[seats];
  }

  int seats() {
    return seats;
  }

  boolean alive(int seat) {
    return hulls.alive(seat);
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
    return hulls.life(seat);
  }

  boolean shielded(int seat) {
    return shieldTicksLeft[seat] > 0 && !suddenDeath();
  }

  private boolean suddenDeath() {
    return arena.timer.phase() == Phase.OVERTIME;
  }

  /** Whether the next shot of the rail does twice the damage. */
  boolean charged(int seat) {
    return charged[seat] != 0;
  }

  void charge(int seat) {
    charged[seat] = 1;
  }

  /** Gives health back to a living tank, at most what it lacks. */
  void repair(int seat, int points) {
    health[seat] = Math.min(health[seat] + points, FULL_HEALTH);
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

  /** One of {@link SkirmishEvents}' BY constants. */
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

  void spawn(int seat, int place) {
    arena.spawn(seat, place);
    health[seat] = FULL_HEALTH;
    shieldTicksLeft[seat] = shieldTicks;
    charged[seat] = 0;
    aim[seat] = arena.places.aim(place);
  }

  /** Takes the tank away; the seat waits for the next one. */
  void destroy(int seat) {
    hulls.remove(seat);
    waitTicksLeft[seat] = respawnTicks;
  }

  /** Takes the tank away for good. */
  void leave(int seat) {
    hulls.remove(seat);
    waitTicksLeft[seat] = 0;
  }

  /** The body of a living tank. */
  long hull(int seat) {
    return hulls.body(seat);
  }

  float x(int seat) {
    return hulls.x(seat);
  }

  float y(int seat) {
    return hulls.y(seat);
  }

  /** Newton seconds through a living tank's centre, at once. */
  void kick(int seat, float newtonSecondsX, float newtonSecondsY) {
    hulls.kick(seat, newtonSecondsX, newtonSecondsY);
  }

  /** The rules change what the tank's player predicts. */
  void surprise(int seat) {
    hulls.surprise(seat);
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

  /** Starts the rail's cooldown; who shoots gives up the shield and the charge. */
  void useRail(int seat) {
    cooldowns.useRail(seat);
    shieldTicksLeft[seat] = 0;
    charged[seat] = 0;
  }

  /** Starts the rocket's cooldown; who shoots gives up the shield. */
  void useRocket(int seat) {
    cooldowns.useRocket(seat);
    shieldTicksLeft[seat] = 0;
  }

  /**
   * Takes health from a living tank. Mates do each other no harm, but everybody may harm himself.
   *
   * @return points taken; 0 if shield or friendship held them all
   */
  int damage(int seat, int attacker, int points, int weapon) {
    boolean mate = attacker != seat && arena.teams.together(seat, attacker);
    if (mate || shielded(seat)) {
      return 0;
    }
    int taken = suddenDeath() ? 2 * points : points;
    if (health[seat] > 0 && health[seat] <= taken) {
      killer[seat] = attacker;
      killerWeapon[seat] = weapon;
    }
    health[seat] -= taken;
    return taken;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(health, seats);
    visitor.ints(aim, seats);
    visitor.ints(waitTicksLeft, seats);
    visitor.ints(shieldTicksLeft, seats);
    visitor.bytes(charged, seats);
    cooldowns.visit(visitor);
  }
}
