package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

/**
 * Plays to win, as well as its {@link FighterSkill} lets it.
 *
 * <p>It drives from one far goal to the next, by way of pick-ups that it has use for, and shoots at
 * the nearest opponent in sight; near an opponent it circles.
 */
final class FighterBrain implements Brain {
  private static final float CRUISE_METERS_PER_SECOND = 14;
  private static final float DUEL_RANGE_METERS = 20;
  private static final float DUEL_DISTANCE_METERS = 12;
  private static final float LOOK_AHEAD_METERS = 4;
  private static final float ARRIVED_METERS = 4;
  private static final int LOOK_AHEAD_CELLS = 5;

  private static final int GOAL_SECONDS = 12;
  private static final float STUCK_METERS = 1.5f;

  /** Where a barrel's blast still takes half of its damage. */
  private static final float BARREL_DANGER_METERS = 4;

  private static final float BARREL_BESIDE_METERS = 3;
  private static final float BARREL_SAFE_METERS = 8;
  private static final float MISS_METERS = 2.5f;
  private static final float DODGE_SECONDS = 0.7f;

  private final FighterSkill skill;
  private final FighterView view;
  private final FighterTurret turret;
  private final RouteGrid routes;
  private final Rng rng;
  private final int hz;

  /** Where it wants to go: a cell of its grid, or a pick-up. */
  private int goal = FighterView.NOTHING;

  private int goalTick;
  private int pad = FighterView.NOTHING;
  private int padTick;
  private float headingX;
  private float headingY;

  private int stuckTick;
  private float stuckX;
  private float stuckY;
  private int backOffTick = Integer.MIN_VALUE;
  private int backOffTurn;
  private int circleTick;
  private float circleSide = 1;
  private int boostSpentTicks;

  /** When it has taken in that there is an opponent; kept while it sees one. */
  private int alertTick = Integer.MAX_VALUE;

  FighterBrain(
      FighterSkill skill,
      SkirmishSlots slots,
      Queries walls,
      RouteGrid routes,
      TickRate rate,
      long seed) {
    this.skill = skill;
    this.routes = routes;
    hz = rate.hz();
    rng = new Rng(Rng.mix(seed));
    view = new FighterView(slots, walls);
    turret = new FighterTurret(skill, rate, rng);
  }

  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public long command(EntityFrame frame, int seat, int tick) {
    if (!view.look(frame, seat)) {
      goal = FighterView.NOTHING;
      pad = FighterView.NOTHING;
      return Command.NEUTRAL;
    }
    int target = notice(view.nearestOpponent(), tick);
    choosePad(tick);
    followRoute(tick);
    if (target != FighterView.NOTHING) {
      circle(target, tick);
    }
    avoidDanger();
    backOffWhenStuck(tick);
    int buttons = target == FighterView.NOTHING ? scan() : shoot(target, tick);
    return steer(tick, buttons);
  }

  /** The opponent, once it has had time to take it in. */
  private int notice(int opponent, int tick) {
    if (opponent == FighterView.NOTHING) {
      alertTick = Integer.MAX_VALUE;
    } else if (alertTick == Integer.MAX_VALUE) {
      alertTick = tick + (int) (skill.reactionSeconds() * hz);
    }
    return tick >= alertTick ? opponent : FighterView.NOTHING;
  }

  /** Twice a second looks around for a pick-up it has use for. */
  private void choosePad(int tick) {
    if (tick < padTick) {
      return;
    }
    padTick = tick + hz / 2;
    int wanted = view.wantedPad(skill.repairHealth(), boostSpentTicks > hz);
    if (wanted != pad) {
      pad = wanted;
      goal = FighterView.NOTHING;
    }
  }

  private void followRoute(int tick) {
    if (pad != FighterView.NOTHING && view.ready(pad)) {
      driveToPad(tick);
      return;
    }
    if (goal < 0
        || tick >= goalTick
        || distance(routes.x(goal) - view.x(), routes.y(goal) - view.y()) < ARRIVED_METERS) {
      chooseGoal(tick);
    }
    headForGoal();
  }

  private void driveToPad(int tick) {
    float dx = view.padX(pad) - view.x();
    float dy = view.padY(pad) - view.y();
    if (goal < 0) {
      goal = routes.setGoal(view.padX(pad), view.padY(pad));
      goalTick = tick + GOAL_SECONDS * hz;
    }
    if (distance(dx, dy) < ARRIVED_METERS) {
      head(dx, dy);
    } else {
      headForGoal();
    }
  }

  private void headForGoal() {
    int next = routes.next(view.x(), view.y(), LOOK_AHEAD_CELLS);
    head(routes.x(next) - view.x(), routes.y(next) - view.y());
  }

  private void chooseGoal(int tick) {
    pad = FighterView.NOTHING;
    goal = routes.chooseGoal(rng, view.x(), view.y(), 3 * DUEL_DISTANCE_METERS);
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
  private void circle(int target, int tick) {
    float dx = view.dx(target);
    float dy = view.dy(target);
    float distance = distance(dx, dy);
    boolean retreats = pad != FighterView.NOTHING && view.health() <= skill.repairHealth();
    if (retreats || distance > DUEL_RANGE_METERS || distance == 0) {
      return;
    }
    if (tick >= circleTick) {
      circleTick = tick + hz / 2 + rng.nextInt(2 * hz);
      circleSide = rng.nextBoolean(0.5f) ? 1 : -1;
    }
    float approach = (distance - DUEL_DISTANCE_METERS) / DUEL_DISTANCE_METERS;
    float wayX = (-dy * circleSide + dx * approach) / distance;
    float wayY = (dx * circleSide + dy * approach) / distance;
    if (isFree(wayX, wayY)) {
      head(wayX, wayY);
    } else {
      circleSide = -circleSide;
    }
  }

  private boolean isFree(float wayX, float wayY) {
    return routes.free(view.x() + wayX * LOOK_AHEAD_METERS, view.y() + wayY * LOOK_AHEAD_METERS);
  }

  private void avoidDanger() {
    if (skill.usesBarrels() && alertTick != Integer.MAX_VALUE) {
      int barrel = view.dangerousBarrel(BARREL_DANGER_METERS);
      if (barrel != FighterView.NOTHING) {
        head(headingX - view.dx(barrel), headingY - view.dy(barrel));
      }
    }
    if (skill.dodges()) {
      dodge(view.threat(MISS_METERS, DODGE_SECONDS));
    }
  }

  /** Out of a rocket's way, to the side where it passes less near. */
  private void dodge(int rocket) {
    if (rocket == FighterView.NOTHING) {
      return;
    }
    float wayX = -view.velocityY(rocket);
    float wayY = view.velocityX(rocket);
    float side = wayX * view.dx(rocket) + wayY * view.dy(rocket) > 0 ? -1 : 1;
    float length = Math.max(distance(wayX, wayY), 1) * side;
    if (isFree(wayX / length, wayY / length)) {
      head(wayX / length, wayY / length);
    }
  }

  /** Once a second looks whether it got anywhere; if not, backs off and goes elsewhere. */
  private void backOffWhenStuck(int tick) {
    if (tick < stuckTick) {
      return;
    }
    if (distance(view.x() - stuckX, view.y() - stuckY) < STUCK_METERS) {
      backOffTick = tick + hz * 6 / 10;
      backOffTurn = rng.nextBoolean(0.5f) ? 127 : -127;
      chooseGoal(tick);
      padTick = tick + GOAL_SECONDS * hz;
    }
    stuckTick = tick + hz;
    stuckX = view.x();
    stuckY = view.y();
  }

  /** Turns towards the change of velocity it wants, since a hover tank slides. */
  private long steer(int tick, int buttons) {
    if (tick < backOffTick) {
      return Command.of(backOffTurn, -127, turret.aim(), buttons);
    }
    float wantedX = headingX * CRUISE_METERS_PER_SECOND - 0.6f * view.get(BodyFields.VELOCITY_X);
    float wantedY = headingY * CRUISE_METERS_PER_SECOND - 0.6f * view.get(BodyFields.VELOCITY_Y);
    float length = Math.max(distance(wantedX, wantedY), 1e-3f);
    float cos = AimTable.cos(view.facing());
    float sin = AimTable.sin(view.facing());
    float ahead = (cos * wantedX + sin * wantedY) / length;
    float left = (cos * wantedY - sin * wantedX) / length;
    float spin = view.get(BodyFields.ANGULAR_VELOCITY);
    float turn = ahead < 0 ? Math.copySign(1, left) : 2.5f * left - 0.35f * spin;
    float thrust = Math.max(ahead, 0);
    boolean boost = skill.boosts() && ahead > 0.95f && length > 0.7f * CRUISE_METERS_PER_SECOND;
    boostSpentTicks = Math.clamp(boostSpentTicks + (boost ? 4 : -1), 0, 8 * hz);
    int pressed = boost ? buttons | Skirmish.BUTTON_BOOST : buttons;
    return Command.of((int) (127 * turn), (int) (127 * thrust), turret.aim(), pressed);
  }

  /** Nobody in sight: the turret looks where the tank goes. */
  private int scan() {
    turret.lookAlong(headingX, headingY);
    return 0;
  }

  private int shoot(int target, int tick) {
    int barrel =
        skill.usesBarrels()
            ? view.barrelBeside(target, BARREL_BESIDE_METERS, BARREL_SAFE_METERS)
            : FighterView.NOTHING;
    if (barrel != FighterView.NOTHING) {
      return engage(barrel, Barrels.RADIUS_METERS, false, tick);
    }
    return engage(target, ArenaBodies.HULL_RADIUS_METERS, view.shielded(target), tick);
  }

  private int engage(int slot, float radiusMeters, boolean hold, int tick) {
    return turret.engage(
        view.dx(slot),
        view.dy(slot),
        view.velocityX(slot),
        view.velocityY(slot),
        radiusMeters,
        hold,
        tick);
  }
}
