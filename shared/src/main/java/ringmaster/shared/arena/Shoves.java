package ringmaster.shared.arena;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Queries;

/**
 * What a shove does to others: everything that reaches into a short cone where the turret looks is
 * pushed away from the hull, all with one impulse. So the ball flies and a hull is moved aside.
 */
final class Shoves {
  /** From the hull's centre to the nearest point of what is pushed. */
  static final float REACH_METERS = 2.5f;

  /** The cone is 60 degrees wide; the centre of what is pushed must be in it. */
  private static final float CONE_COS = (float) StrictMath.cos(StrictMath.PI / 6);

  /** 12 m/s for the ball, 4.5 m/s for a hull. */
  private static final float IMPULSE_NEWTON_SECONDS = 3600;

  private static final int PUSHED =
      ArenaBodies.CATEGORY_TANK | ArenaBodies.CATEGORY_CRATE | Ball.CATEGORY;

  private final Bodies bodies;
  private final Queries queries;
  private final PlayerBodies hulls;
  private final long[] reached;

  /**
   * @param things how many bodies there may be beside the walls
   */
  Shoves(Bodies bodies, Queries queries, PlayerBodies hulls, int things) {
    this.bodies = bodies;
    this.queries = queries;
    this.hulls = hulls;
    reached = new long[things];
  }

  /**
   * Pushes what a living tank's shove reaches.
   *
   * @return whether the ball was among it
   */
  boolean push(int seat, int aim) {
    float x = hulls.x(seat);
    float y = hulls.y(seat);
    int count = queries.overlapCircle(x, y, REACH_METERS, PUSHED, hulls.body(seat), reached);
    boolean ball = false;
    for (int i = 0; i < count; i++) {
      ball |= push(reached[i], x, y, aim) && bodies.tag(reached[i]) == Ball.TAG;
    }
    return ball;
  }

  private boolean push(long body, float x, float y, int aim) {
    float dx = bodies.x(body) - x;
    float dy = bodies.y(body) - y;
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    float ahead = dx * AimTable.cos(aim) + dy * AimTable.sin(aim);
    if (distance == 0
        || ahead < CONE_COS * distance
        || !queries.visible(x, y, bodies.x(body), bodies.y(body), MapWorld.CATEGORY_WALL)) {
      return false;
    }
    float share = IMPULSE_NEWTON_SECONDS / distance;
    int seat = bodies.tag(body);
    if (seat >= 0) {
      hulls.kick(seat, dx * share, dy * share);
    } else {
      bodies.applyImpulse(body, dx * share, dy * share);
    }
    return true;
  }
}
