package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;

/** What a striker sees: itself, the ball, who is where, and which goal is whose. Metres. */
final class PitchView {
  private static final int TEAMS = 2;

  private final ScrumSlots slots;
  private final float[] goalX = new float[TEAMS + 1];
  private final float[] goalY = new float[TEAMS + 1];

  /** From the middle of a goal to its end. */
  private final float[] toEndX = new float[TEAMS + 1];

  private final float[] toEndY = new float[TEAMS + 1];

  /** By seat; {@link Teams#NONE} for who has no tank in sight. */
  private final int[] team;

  private final float[] tankX;
  private final float[] tankY;

  int self;
  float velocityX;
  float velocityY;
  float cos;
  float sin;
  float spin;
  float ballX;
  float ballY;
  float ballVelocityX;
  float ballVelocityY;

  PitchView(ScrumSlots slots, GameMap map) {
    this.slots = slots;
    team = new int[slots.players()];
    tankX = new float[slots.players()];
    tankY = new float[slots.players()];
    for (GameMap.Goal goal : map.goals()) {
      goalX[goal.team()] = (goal.x0() + goal.x1()) / 2;
      goalY[goal.team()] = (goal.y0() + goal.y1()) / 2;
      toEndX[goal.team()] = (goal.x1() - goal.x0()) / 2;
      toEndY[goal.team()] = (goal.y1() - goal.y0()) / 2;
    }
  }

  static float length(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /**
   * Takes in a frame, whose slots may hold anything: it is the word of a server, which may be
   * anybody's.
   *
   * @return whether there are an own tank and a ball
   */
  boolean look(EntityFrame frame, int seat) {
    for (int other = 0; other < team.length; other++) {
      lookAt(frame, other);
    }
    self = seat;
    int ball = slots.ball();
    if (team[seat] == Teams.NONE || frame.type(ball) != ScrumSlots.BALL) {
      return false;
    }
    int own = slots.tank(seat);
    velocityX = frame.get(own, BodyFields.VELOCITY_X);
    velocityY = frame.get(own, BodyFields.VELOCITY_Y);
    cos = AimTable.cos(frame.quantized(own, BodyFields.FACING));
    sin = AimTable.sin(frame.quantized(own, BodyFields.FACING));
    spin = frame.get(own, BodyFields.ANGULAR_VELOCITY);
    ballX = frame.get(ball, BodyFields.X);
    ballY = frame.get(ball, BodyFields.Y);
    ballVelocityX = frame.get(ball, BodyFields.VELOCITY_X);
    ballVelocityY = frame.get(ball, BodyFields.VELOCITY_Y);
    return true;
  }

  private void lookAt(EntityFrame frame, int seat) {
    int tank = slots.tank(seat);
    int player = slots.player(seat);
    boolean plays = frame.type(tank) == ArenaSlots.TANK && frame.type(player) == ArenaSlots.PLAYER;
    team[seat] = plays ? frame.quantized(player, ScrumSlots.PLAYER_TEAM) : Teams.NONE;
    if (plays) {
      tankX[seat] = frame.get(tank, BodyFields.X);
      tankY[seat] = frame.get(tank, BodyFields.Y);
    }
  }

  int seats() {
    return team.length;
  }

  boolean mate(int seat) {
    return team[seat] == team[self];
  }

  boolean opponent(int seat) {
    return team[seat] == Goals.opponent(team[self]);
  }

  float x(int seat) {
    return tankX[seat];
  }

  float y(int seat) {
    return tankY[seat];
  }

  /** Middle of the goal that the own team defends. */
  float homeX() {
    return goalX[team[self]];
  }

  float homeY() {
    return goalY[team[self]];
  }

  /**
   * A place in the other goal.
   *
   * @param share -1 one post .. 0 middle .. 1 the other post
   */
  float awayX(float share) {
    int away = Goals.opponent(team[self]);
    return goalX[away] + share * toEndX[away];
  }

  float awayY(float share) {
    int away = Goals.opponent(team[self]);
    return goalY[away] + share * toEndY[away];
  }
}
