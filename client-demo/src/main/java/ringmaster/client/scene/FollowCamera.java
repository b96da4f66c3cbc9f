package ringmaster.client.scene;

/**
 * A camera above and behind what it follows, looking over it. It turns with the aim at once, since
 * the aim is the player's hand, and comes after the body a little late, which takes the jerks out.
 * Where a wall would hide the body it comes nearer, and so looks over the wall.
 */
public final class FollowCamera {
  private static final float BEHIND_METERS = 7.5f;
  private static final float ABOVE_METERS = 4.6f;
  private static final float AHEAD_METERS = 6;
  private static final float TARGET_HEIGHT_METERS = 0.6f;

  /** Of a body, what a wall may not hide. */
  private static final float SEEN_HEIGHT_METERS = 0.7f;

  /** How much further the eye sees over a wall's top than the wall is from the body. */
  private static final float BEHIND_PER_CLEAR_METER =
      (ABOVE_METERS - SEEN_HEIGHT_METERS) / (Walls.HEIGHT_METERS - SEEN_HEIGHT_METERS);

  /** Never straight above: a body may be smaller than those that walls were made for. */
  private static final float MIN_BEHIND_METERS = 1.5f;

  /** Of what the eye comes nearer, so that a body at the foot of the picture stays in it. */
  private static final float AHEAD_PER_NEARER_METER = 0.4f;

  /** A wall may end in no time; the eye takes some. */
  private static final float NEARER_SECONDS = 0.12f;

  private static final float FURTHER_SECONDS = 0.4f;
  private static final float LAG_SECONDS = 0.07f;
  private static final float JUMP_METERS = 12;
  private static final float SHAKE_DECAY_PER_SECOND = 5;

  private final Walls walls;
  private float x;
  private float y;
  private float yaw;
  private float behindMeters;
  private float shake;
  private boolean placed;

  /** An eye among such walls. */
  public FollowCamera(Walls walls) {
    this.walls = walls;
  }

  /** The next {@link #follow} goes straight there. */
  public void reset() {
    placed = false;
    shake = 0;
  }

  /** A blast nearby; 1 is a strong one. */
  public void shake(float strength) {
    shake = Math.min(1, shake + strength);
  }

  /**
   * Comes after a body.
   *
   * @param aimRadians where it looks
   * @param turnSeconds how late it turns; 0: not at all, for the player's own aim
   */
  public void follow(
      Camera camera, float atX, float atY, float aimRadians, float turnSeconds, float seconds) {
    float dx = atX - x;
    float dy = atY - y;
    boolean jumps = !placed || dx * dx + dy * dy > JUMP_METERS * JUMP_METERS;
    if (jumps) {
      placed = true;
      x = atX;
      y = atY;
      yaw = aimRadians;
    }
    float share = 1 - (float) Math.exp(-seconds / LAG_SECONDS);
    x += (atX - x) * share;
    y += (atY - y) * share;
    if (turnSeconds <= 0) {
      stayBehind(atX, atY, aimRadians);
    }
    float turn = turnSeconds <= 0 ? 1 : 1 - (float) Math.exp(-seconds / turnSeconds);
    yaw += turn * shortWay(aimRadians - yaw);
    keepInSight(jumps, seconds);
    place(camera, seconds);
  }

  /**
   * Takes away what the eye is late to the side: the player's shots fly down the middle of the
   * screen, however the body slides.
   */
  private void stayBehind(float atX, float atY, float aimRadians) {
    float leftX = -(float) Math.sin(aimRadians);
    float leftY = (float) Math.cos(aimRadians);
    float aside = (x - atX) * leftX + (y - atY) * leftY;
    x -= leftX * aside;
    y -= leftY * aside;
  }

  /** Comes as near as it takes to look over the wall behind the body; at once if told so. */
  private void keepInSight(boolean atOnce, float seconds) {
    float cos = (float) Math.cos(yaw);
    float sin = (float) Math.sin(yaw);
    float clear = walls.clearMeters(x, y, -cos, -sin, BEHIND_METERS);
    float wanted = Math.clamp(clear * BEHIND_PER_CLEAR_METER, MIN_BEHIND_METERS, BEHIND_METERS);
    float time = wanted < behindMeters ? NEARER_SECONDS : FURTHER_SECONDS;
    float share = atOnce ? 1 : 1 - (float) Math.exp(-seconds / time);
    behindMeters += (wanted - behindMeters) * share;
  }

  private void place(Camera camera, float seconds) {
    shake = Math.max(0, shake - SHAKE_DECAY_PER_SECOND * seconds * shake - 0.01f * seconds);
    float cos = (float) Math.cos(yaw);
    float sin = (float) Math.sin(yaw);
    float side = 0.25f * shake * (float) Math.sin(shake * 90);
    float lift = 0.18f * shake * (float) Math.cos(shake * 70);
    float ahead = AHEAD_METERS - AHEAD_PER_NEARER_METER * (BEHIND_METERS - behindMeters);
    camera.look(
        x - cos * behindMeters - sin * side,
        y - sin * behindMeters + cos * side,
        ABOVE_METERS + lift,
        x + cos * ahead,
        y + sin * ahead,
        TARGET_HEIGHT_METERS);
  }

  /** Metres. */
  public float x() {
    return x;
  }

  /** Metres. */
  public float y() {
    return y;
  }

  /** Radians. */
  public float yaw() {
    return yaw;
  }

  private static float shortWay(float radians) {
    float turn = (float) (2 * Math.PI);
    return radians - turn * Math.round(radians / turn);
  }
}
