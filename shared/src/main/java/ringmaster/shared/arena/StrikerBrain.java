package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

/**
 * Plays scrum for its team, without a word to its mates: each works out from where all stand who is
 * best placed to strike. That one goes behind the ball and drives through it; of the others the one
 * nearest to the own goal keeps it, and the rest follow side by side at a distance, so that there
 * is always somebody behind the ball when it comes back.
 */
final class StrikerBrain implements Brain {
  private static final float TOUCH_METERS = Ball.RADIUS_METERS + ArenaBodies.HULL_RADIUS_METERS;
  private static final float CRUISE_METERS_PER_SECOND = 14;
  private static final float FORESIGHT_SECONDS = 1;

  /** Behind the ball's middle, to gather speed from. */
  private static final float RUN_UP_METERS = TOUCH_METERS + 1.5f;

  /** Around the ball without touching it. */
  private static final float ROUND_METERS = TOUCH_METERS + 1;

  /** Behind the ball's middle, for a hull that touches both ball and wall. */
  private static final float ROOM_METERS = TOUCH_METERS + ArenaBodies.HULL_RADIUS_METERS;

  /** From here on the ball is met, not gone behind. */
  private static final float STRIKE_METERS = 10;

  private static final float STRIKE_COS = 0.75f;

  /** Who is before the ball has to go around it first. */
  private static final float AROUND_COST_METERS = 8;

  /**
   * A mate must be so much better placed to be left the ball; else two would keep leaving it to
   * each other.
   */
  private static final float YIELD_METERS = 2;

  /** Of the way from the goal to the ball: a keeper comes out as the ball goes away. */
  private static final float KEEPER_SHARE = 0.5f;

  /** Of the way from the middle of a goal to a post. */
  private static final float POST_SHARE = 0.6f;

  /** How far behind the ball the rest stay, and how far from each other. */
  private static final float FOLLOW_METERS = 5;

  private static final float LANE_METERS = 9;

  /** Before the own goal any way out is a good one. */
  private static final float DANGER_METERS = 14;

  private static final float CLEAR_COS = 0.6f;

  /** From here on those who do not strike boost too. */
  private static final float FAR_METERS = 8;

  private static final float ARRIVED_METERS = 1.2f;
  private static final float STUCK_METERS = 1;

  /** Ways to strike are tried at every 20 degrees, as far as 120 off. */
  private static final int TURN_STEPS = AimTable.ANGLES / 18;

  private static final int MAX_TURNS = 6;
  private static final float STEPS_PER_RADIAN = (float) (AimTable.ANGLES / (2 * StrictMath.PI));

  private final PitchView view;
  private final Queries walls;
  private final StrikerSkill skill;
  private final Rng rng;
  private final int hz;

  // Where the ball will be when it is reached, and which way it should go then.
  private float ballX;
  private float ballY;
  private float strikeX;
  private float strikeY;

  // What it decided last.
  private boolean striking;
  private float targetX;
  private float targetY;
  private int thinkTick;
  private float waver;

  private int shoveTick;
  private int stuckTick;
  private float stuckX;
  private float stuckY;
  private int backOffTick;
  private int backOffTurn;

  StrikerBrain(PitchView view, Queries walls, StrikerSkill skill, TickRate rate, long seed) {
    this.view = view;
    this.walls = walls;
    this.skill = skill;
    hz = rate.hz();
    rng = new Rng(Rng.mix(seed));
  }

  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public long command(EntityFrame frame, int seat, int tick) {
    if (frame.tick() < 0 || !view.look(frame, seat)) {
      return Command.NEUTRAL;
    }
    if (tick >= thinkTick) {
      thinkTick = tick + Math.max(hz * skill.reactionMillis() / 1000, 1);
      think();
    }
    noticeBeingStuck(tick);
    int aim = AimTable.of(view.ballX - x(), view.ballY - y());
    int buttons = shove(tick);
    return tick < backOffTick ? Command.of(backOffTurn, -127, aim, buttons) : steer(aim, buttons);
  }

  private float x() {
    return view.x(view.self);
  }

  private float y() {
    return view.y(view.self);
  }

  private void think() {
    waver = rng.nextFloat(-skill.errorRadians(), skill.errorRadians());
    foreseeBall();
    chooseStrike();
    striking = best() == view.self;
    if (striking) {
      strike();
    } else {
      support();
    }
    leaveGoal();
  }

  private void foreseeBall() {
    float meters = PitchView.length(view.ballX - x(), view.ballY - y()) - TOUCH_METERS;
    float seconds = Math.clamp(meters / CRUISE_METERS_PER_SECOND, 0, FORESIGHT_SECONDS);
    seconds *= skill.foresightShare();
    ballX = view.ballX + view.ballVelocityX * seconds;
    ballY = view.ballY + view.ballVelocityY * seconds;
    if (!walls.visible(view.ballX, view.ballY, ballX, ballY, MapWorld.CATEGORY_WALL)) {
      ballX = view.ballX;
      ballY = view.ballY;
    }
  }

  /** The way the ball should go: to the other goal, or as near to that as the walls leave room. */
  private void chooseStrike() {
    float share = gap();
    int straight =
        AimTable.of(view.awayX(share) - ballX, view.awayY(share) - ballY)
            + (int) (waver * STEPS_PER_RADIAN);
    for (int turn = 0; turn <= MAX_TURNS; turn++) {
      if (strikes(straight + turn * TURN_STEPS) || strikes(straight - turn * TURN_STEPS)) {
        return;
      }
    }
    strikes(straight);
  }

  /** Takes a way to strike, and says whether a hull has room behind the ball to strike it so. */
  private boolean strikes(int aim) {
    strikeX = AimTable.cos(aim);
    strikeY = AimTable.sin(aim);
    return walls.visible(
        ballX,
        ballY,
        ballX - strikeX * ROOM_METERS,
        ballY - strikeY * ROOM_METERS,
        MapWorld.CATEGORY_WALL);
  }

  /** Where in the other goal it is furthest past the opponents: middle, or near a post. */
  private float gap() {
    float best = 0;
    float widest = clearance(0);
    for (int side = -1; side <= 1; side += 2) {
      float clearance = clearance(side * POST_SHARE);
      if (clearance > widest) {
        best = side * POST_SHARE;
        widest = clearance;
      }
    }
    return best;
  }

  /** How near the nearest opponent is to the way there. */
  private float clearance(float share) {
    float wayX = view.awayX(share) - ballX;
    float wayY = view.awayY(share) - ballY;
    float way = Math.max(PitchView.length(wayX, wayY), 1e-3f);
    float least = Float.POSITIVE_INFINITY;
    for (int seat = 0; seat < view.seats(); seat++) {
      if (view.opponent(seat)) {
        float dx = view.x(seat) - ballX;
        float dy = view.y(seat) - ballY;
        float along = Math.clamp((dx * wayX + dy * wayY) / (way * way), 0, 1);
        least = Math.min(least, PitchView.length(dx - wayX * along, dy - wayY * along));
      }
    }
    return least;
  }

  /** The one of the team that is best placed to strike. */
  private int best() {
    int best = view.self;
    float least = Float.POSITIVE_INFINITY;
    for (int seat = 0; seat < view.seats(); seat++) {
      if (view.mate(seat)) {
        float cost = cost(seat);
        if (cost < least) {
          best = seat;
          least = cost;
        }
      }
    }
    return best;
  }

  /** Metres to go until it can strike. */
  private float cost(int seat) {
    float dx = ballX - view.x(seat);
    float dy = ballY - view.y(seat);
    float ahead = dx * strikeX + dy * strikeY;
    float around = ahead < 0 ? AROUND_COST_METERS : 0;
    float yield = seat == view.self && striking ? YIELD_METERS : 0;
    return PitchView.length(dx - strikeX * TOUCH_METERS, dy - strikeY * TOUCH_METERS)
        + around
        - yield;
  }

  private void strike() {
    float dx = ballX - x();
    float dy = ballY - y();
    float distance = Math.max(PitchView.length(dx, dy), 1e-3f);
    float ahead = (dx * strikeX + dy * strikeY) / distance;
    if (distance < STRIKE_METERS && ahead > STRIKE_COS) {
      // A point in the ball, behind its middle: heading there also straightens the run.
      go(ballX - strikeX, ballY - strikeY);
      return;
    }
    go(ballX - strikeX * RUN_UP_METERS, ballY - strikeY * RUN_UP_METERS);
    if (ahead < STRIKE_COS && distance < RUN_UP_METERS + ROUND_METERS) {
      goAround(dx, dy);
    }
  }

  /** Past the ball on the side where the tank is, rather than through it. */
  private void goAround(float dx, float dy) {
    float side = strikeX * dy - strikeY * dx > 0 ? 1 : -1;
    float sideX = strikeY * side;
    float sideY = -strikeX * side;
    boolean before = dx * strikeX + dy * strikeY < 0;
    float back = before ? 0 : RUN_UP_METERS;
    float x = ballX + sideX * ROUND_METERS - strikeX * back;
    float y = ballY + sideY * ROUND_METERS - strikeY * back;
    if (!walls.visible(ballX, ballY, x, y, MapWorld.CATEGORY_WALL)) {
      x = ballX - sideX * ROUND_METERS - strikeX * back;
      y = ballY - sideY * ROUND_METERS - strikeY * back;
    }
    go(x, y);
  }

  private void go(float x, float y) {
    targetX = x;
    targetY = y;
  }

  private void support() {
    int keeper = keeper();
    if (keeper == view.self) {
      keepGoal();
    } else {
      follow(keeper);
    }
  }

  /** Of those who do not strike the one nearest to the own goal; -1 if the team keeps none. */
  private int keeper() {
    int striker = best();
    int keeper = -1;
    float least = Float.POSITIVE_INFINITY;
    for (int seat = 0; seat < view.seats(); seat++) {
      if (view.mate(seat) && seat != striker) {
        float distance = PitchView.length(view.x(seat) - view.homeX(), view.y(seat) - view.homeY());
        if (distance < least) {
          keeper = seat;
          least = distance;
        }
      }
    }
    return skill.keepsGoal() ? keeper : -1;
  }

  /** Between ball and goal. */
  private void keepGoal() {
    go(
        view.homeX() + (ballX - view.homeX()) * KEEPER_SHARE,
        view.homeY() + (ballY - view.homeY()) * KEEPER_SHARE);
  }

  /** Behind the ball, in a lane of its own. */
  private void follow(int keeper) {
    int striker = best();
    float acrossX = -strikeY;
    float acrossY = strikeX;
    float own = x() * acrossX + y() * acrossY;
    int lane = 0;
    int lanes = 0;
    for (int seat = 0; seat < view.seats(); seat++) {
      if (view.mate(seat) && seat != striker && seat != keeper) {
        float across = view.x(seat) * acrossX + view.y(seat) * acrossY;
        lane += across < own || (across == own && seat < view.self) ? 1 : 0;
        lanes++;
      }
    }
    float aside = (lane - (lanes - 1) * 0.5f) * LANE_METERS;
    go(
        ballX - strikeX * FOLLOW_METERS + acrossX * aside,
        ballY - strikeY * FOLLOW_METERS + acrossY * aside);
    stayInside();
  }

  /** Nearer to the middle of the pitch until it is in sight from there. */
  private void stayInside() {
    for (int i = 0; i < 8 && !walls.visible(0, 0, targetX, targetY, MapWorld.CATEGORY_WALL); i++) {
      targetX *= 0.85f;
      targetY *= 0.85f;
    }
  }

  /** Out of the pocket behind a goal there is but one way. */
  private void leaveGoal() {
    if (!walls.visible(x(), y(), targetX, targetY, MapWorld.CATEGORY_WALL)) {
      boolean home =
          PitchView.length(x() - view.homeX(), y() - view.homeY())
              < PitchView.length(x() - view.awayX(0), y() - view.awayY(0));
      float goalX = home ? view.homeX() : view.awayX(0);
      float goalY = home ? view.homeY() : view.awayY(0);
      go(goalX * 0.8f, goalY * 0.8f);
    }
  }

  /** Shoves a ball that then goes where it should, or, before the own goal, anywhere but in. */
  private int shove(int tick) {
    float dx = view.ballX - x();
    float dy = view.ballY - y();
    float distance = Math.max(PitchView.length(dx, dy), 1e-3f);
    if (tick < shoveTick || distance - Ball.RADIUS_METERS > Shoves.REACH_METERS) {
      return 0;
    }
    boolean good = (dx * strikeX + dy * strikeY) / distance > skill.shoveCos();
    if (!good && !clears(dx / distance, dy / distance)) {
      return 0;
    }
    shoveTick = tick + hz * ShoveDrive.WAIT_MILLIS / 1000;
    return Scrum.BUTTON_SHOVE;
  }

  private boolean clears(float wayX, float wayY) {
    float outX = view.ballX - view.homeX();
    float outY = view.ballY - view.homeY();
    float out = Math.max(PitchView.length(outX, outY), 1e-3f);
    return out < DANGER_METERS && (wayX * outX + wayY * outY) / out > CLEAR_COS;
  }

  /** Once a second looks whether it got anywhere though it wanted to; if not, backs off. */
  private void noticeBeingStuck(int tick) {
    if (tick < stuckTick) {
      return;
    }
    boolean wanted = PitchView.length(targetX - x(), targetY - y()) > 2 * ARRIVED_METERS;
    if (wanted && PitchView.length(x() - stuckX, y() - stuckY) < STUCK_METERS) {
      backOffTick = tick + hz / 2;
      backOffTurn = rng.nextBoolean(0.5f) ? 127 : -127;
    }
    stuckTick = tick + hz;
    stuckX = x();
    stuckY = y();
  }

  /** Turns towards the change of velocity it wants, since a hover tank slides. */
  private long steer(int aim, int buttons) {
    float dx = targetX - x();
    float dy = targetY - y();
    float distance = Math.max(PitchView.length(dx, dy), 1e-3f);
    if (!striking && distance < ARRIVED_METERS) {
      return Command.of(turnTo(view.ballX - x(), view.ballY - y()), 0, aim, buttons);
    }
    float speed =
        striking ? CRUISE_METERS_PER_SECOND : Math.min(CRUISE_METERS_PER_SECOND, 2 * distance);
    float wantedX = dx / distance * speed - 0.6f * view.velocityX;
    float wantedY = dy / distance * speed - 0.6f * view.velocityY;
    float length = Math.max(PitchView.length(wantedX, wantedY), 1e-3f);
    float ahead = (view.cos * wantedX + view.sin * wantedY) / length;
    float thrust = Math.max(ahead, 0) * Math.min(length / 4, 1) * skill.throttleShare();
    boolean boost = skill.boosts() && ahead > 0.95f && (striking || distance > FAR_METERS);
    return Command.of(
        turnTo(wantedX, wantedY),
        (int) (127 * thrust),
        aim,
        boost ? buttons | Scrum.BUTTON_BOOST : buttons);
  }

  private int turnTo(float wayX, float wayY) {
    float length = Math.max(PitchView.length(wayX, wayY), 1e-3f);
    float ahead = (view.cos * wayX + view.sin * wayY) / length;
    float left = (view.cos * wayY - view.sin * wayX) / length;
    float turn = ahead < 0 ? Math.copySign(1, left) : 2.5f * left - 0.35f * view.spin;
    return (int) (127 * turn);
  }
}
