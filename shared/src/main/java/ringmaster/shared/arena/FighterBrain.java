package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

/**
 * Plays to win, with a human's limits: the turret turns at a finite rate and its aim wavers.
 *
 * <p>It drives from one far goal to the next and shoots at the nearest opponent in sight, rail
 * first and rocket while the rail cools; near an opponent it circles.
 */
final class FighterBrain implements Brain {
  private static final float CRUISE_METERS_PER_SECOND = 14;
  private static final float ROCKET_METERS_PER_SECOND = 28;
  private static final float RAIL_RANGE_METERS = 70;
  private static final float ROCKET_RANGE_METERS = 35;

  /** Nearer, its own splash would hurt as much as the opponent. */
  private static final float ROCKET_MIN_METERS = 6;

  private static final float DUEL_RANGE_METERS = 20;
  private static final float DUEL_DISTANCE_METERS = 12;
  private static final float LOOK_AHEAD_METERS = 4;
  private static final float ARRIVED_METERS = 4;
  private static final int LOOK_AHEAD_CELLS = 5;

  private static final int GOAL_SECONDS = 12;
  private static final float STUCK_METERS = 1.5f;

  private static final float TURRET_TURNS_PER_SECOND = 0.8f;
  private static final int MIN_WAVER_STEPS = 8;
  private static final int MAX_WAVER_STEPS = 36;

  /** Aim steps per metre across at a metre's distance. */
  private static final float STEPS_PER_RADIAN = (float) (AimTable.ANGLES / (2 * StrictMath.PI));

  private final SkirmishSlots slots;
  private final Queries walls;
  private final RouteGrid routes;
  private final Rng rng;
  private final int hz;
  private final int waverSteps;

  // What it sees of itself.
  private float x;
  private float y;
  private float velocityX;
  private float velocityY;

  // Where it wants to go.
  private float headingX;
  private float headingY;
  private int goal = -1;
  private int goalTick;
  private int stuckTick;
  private float stuckX;
  private float stuckY;
  private int backOffTick = Integer.MIN_VALUE;
  private int backOffTurn;
  private int circleTick;
  private float circleSide = 1;

  // Its turret.
  private float aimSteps;
  private float waver;
  private float waverGoal;
  private int waverTick;
  private int railTick;
  private int rocketTick;

  FighterBrain(SkirmishSlots slots, Queries walls, RouteGrid routes, TickRate rate, long seed) {
    this.slots = slots;
    this.walls = walls;
    this.routes = routes;
    hz = rate.hz();
    rng = new Rng(Rng.mix(seed));
    waverSteps = MIN_WAVER_STEPS + rng.nextInt(MAX_WAVER_STEPS - MIN_WAVER_STEPS);
  }

  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public long command(EntityFrame frame, int seat, int tick) {
    int own = slots.tank(seat);
    if (frame.tick() < 0 || !isTank(frame, own)) {
      goal = -1;
      return Command.NEUTRAL;
    }
    lookAtSelf(frame, own);
    int target = nearestVisible(frame, seat);
    followRoute(tick);
    if (target >= 0) {
      circle(frame, target, tick);
    }
    backOffWhenStuck(tick);
    int buttons = target >= 0 ? shoot(frame, target, tick) : scan();
    return steer(frame, own, tick, buttons);
  }

  /** What is in a tank's slot is the word of a server, which may be anybody's. */
  private static boolean isTank(EntityFrame frame, int slot) {
    return frame.type(slot) == SkirmishSlots.TANK;
  }

  private void lookAtSelf(EntityFrame frame, int own) {
    x = frame.get(own, BodyFields.X);
    y = frame.get(own, BodyFields.Y);
    velocityX = frame.get(own, BodyFields.VELOCITY_X);
    velocityY = frame.get(own, BodyFields.VELOCITY_Y);
  }

  /** Slot of the nearest opponent that no wall hides, or -1. */
  private int nearestVisible(EntityFrame frame, int seat) {
    int nearest = -1;
    float nearestSquared = RAIL_RANGE_METERS * RAIL_RANGE_METERS;
    for (int other = 0; other < slots.players(); other++) {
      int slot = slots.tank(other);
      if (other != seat && isTank(frame, slot)) {
        float otherX = frame.get(slot, BodyFields.X);
        float otherY = frame.get(slot, BodyFields.Y);
        float squared = (otherX - x) * (otherX - x) + (otherY - y) * (otherY - y);
        if (squared < nearestSquared && inSight(otherX, otherY)) {
          nearest = slot;
          nearestSquared = squared;
        }
      }
    }
    return nearest;
  }

  private boolean inSight(float otherX, float otherY) {
    return walls.visible(x, y, otherX, otherY, MapWorld.CATEGORY_WALL);
  }

  private void followRoute(int tick) {
    if (goal < 0
        || tick >= goalTick
        || distance(routes.x(goal) - x, routes.y(goal) - y) < ARRIVED_METERS) {
      chooseGoal(tick);
    }
    int next = routes.next(x, y, LOOK_AHEAD_CELLS);
    head(routes.x(next) - x, routes.y(next) - y);
  }

  private void chooseGoal(int tick) {
    goal = routes.chooseGoal(rng, x, y, 3 * DUEL_DISTANCE_METERS);
    goalTick = tick + GOAL_SECONDS * hz;
  }

  private void head(float dx, float dy) {
    float length = distance(dx, dy);
    if (length > 0) {
      headingX = dx / length;
      headingY = dy / length;
    }
  }

  private static float distance(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** Near an opponent: around it, at a distance, now one way and now the other. */
  private void circle(EntityFrame frame, int target, int tick) {
    float dx = frame.get(target, BodyFields.X) - x;
    float dy = frame.get(target, BodyFields.Y) - y;
    float distance = distance(dx, dy);
    if (distance > DUEL_RANGE_METERS || distance == 0) {
      return;
    }
    if (tick >= circleTick) {
      circleTick = tick + hz / 2 + rng.nextInt(2 * hz);
      circleSide = rng.nextBoolean(0.5f) ? 1 : -1;
    }
    float approach = (distance - DUEL_DISTANCE_METERS) / DUEL_DISTANCE_METERS;
    float wayX = (-dy * circleSide + dx * approach) / distance;
    float wayY = (dx * circleSide + dy * approach) / distance;
    if (routes.free(x + wayX * LOOK_AHEAD_METERS, y + wayY * LOOK_AHEAD_METERS)) {
      head(wayX, wayY);
    } else {
      circleSide = -circleSide;
    }
  }

  /** Once a second looks whether it got anywhere; if not, backs off and goes elsewhere. */
  private void backOffWhenStuck(int tick) {
    if (tick < stuckTick) {
      return;
    }
    if (distance(x - stuckX, y - stuckY) < STUCK_METERS) {
      backOffTick = tick + hz * 6 / 10;
      backOffTurn = rng.nextBoolean(0.5f) ? 127 : -127;
      chooseGoal(tick);
    }
    stuckTick = tick + hz;
    stuckX = x;
    stuckY = y;
  }

  /** Turns towards the change of velocity it wants, since a hover tank slides. */
  private long steer(EntityFrame frame, int own, int tick, int buttons) {
    if (tick < backOffTick) {
      return Command.of(backOffTurn, -127, aim(), buttons);
    }
    float wantedX = headingX * CRUISE_METERS_PER_SECOND - 0.6f * velocityX;
    float wantedY = headingY * CRUISE_METERS_PER_SECOND - 0.6f * velocityY;
    float length = Math.max(distance(wantedX, wantedY), 1e-3f);
    int facing = frame.quantized(own, BodyFields.FACING);
    float cos = AimTable.cos(facing);
    float sin = AimTable.sin(facing);
    float ahead = (cos * wantedX + sin * wantedY) / length;
    float left = (cos * wantedY - sin * wantedX) / length;
    float spin = frame.get(own, BodyFields.ANGULAR_VELOCITY);
    float turn = ahead < 0 ? Math.copySign(1, left) : 2.5f * left - 0.35f * spin;
    float thrust = Math.max(ahead, 0);
    int boost =
        ahead > 0.95f && length > 0.7f * CRUISE_METERS_PER_SECOND ? Skirmish.BUTTON_BOOST : 0;
    return Command.of((int) (127 * turn), (int) (127 * thrust), aim(), buttons | boost);
  }

  private int aim() {
    return Math.round(aimSteps) & (AimTable.ANGLES - 1);
  }

  /** Nobody in sight: the turret looks where the tank goes. */
  private int scan() {
    turnTurret(AimTable.of(headingX, headingY));
    return 0;
  }

  private int shoot(EntityFrame frame, int target, int tick) {
    float dx = frame.get(target, BodyFields.X) - x;
    float dy = frame.get(target, BodyFields.Y) - y;
    float distance = Math.max(distance(dx, dy), ArenaBodies.HULL_RADIUS_METERS);
    boolean rail = tick >= railTick;
    float leadSeconds = rail ? 0 : distance / ROCKET_METERS_PER_SECOND;
    dx += frame.get(target, BodyFields.VELOCITY_X) * leadSeconds;
    dy += frame.get(target, BodyFields.VELOCITY_Y) * leadSeconds;
    updateWaver(tick);
    float error = turnTurret(AimTable.of(dx, dy) + waver);
    float halfWidthSteps = STEPS_PER_RADIAN * ArenaBodies.HULL_RADIUS_METERS / distance;
    boolean shielded =
        (frame.quantized(target, SkirmishSlots.TANK_FLAGS) & SkirmishSlots.FLAG_SHIELD) != 0;
    if (shielded || Math.abs(error) > halfWidthSteps) {
      return 0;
    }
    return rail ? fireRail(tick) : fireRocket(tick, distance);
  }

  private int fireRail(int tick) {
    railTick = tick + hz + rng.nextInt(hz / 4);
    return Skirmish.BUTTON_RAIL;
  }

  private int fireRocket(int tick, float distance) {
    if (tick < rocketTick || distance > ROCKET_RANGE_METERS || distance < ROCKET_MIN_METERS) {
      return 0;
    }
    rocketTick = tick + hz + rng.nextInt(hz);
    return Skirmish.BUTTON_ROCKET;
  }

  private void updateWaver(int tick) {
    if (tick >= waverTick) {
      waverTick = tick + hz / 4 + rng.nextInt(hz / 2);
      waverGoal = rng.nextFloat(-waverSteps, waverSteps);
    }
    waver += (waverGoal - waver) * 6 / hz;
  }

  /** Turns the turret as far as it gets in a tick; returns what is then left. */
  private float turnTurret(float wantedSteps) {
    float difference = (wantedSteps - aimSteps) % AimTable.ANGLES;
    if (difference > AimTable.ANGLES / 2) {
      difference -= AimTable.ANGLES;
    } else if (difference < -AimTable.ANGLES / 2) {
      difference += AimTable.ANGLES;
    }
    float most = TURRET_TURNS_PER_SECOND * AimTable.ANGLES / hz;
    float step = Math.clamp(difference, -most, most);
    aimSteps = (aimSteps + step) % AimTable.ANGLES;
    return difference - step;
  }
}
