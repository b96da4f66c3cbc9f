package ringmaster.client.scene;

/**
 * A camera above and behind what it follows, looking over it. It turns with the aim at once, since
 * the aim is the player's hand, and comes after the body a little late, which takes the jerks out.
 */
public final class FollowCamera {
  private static final float BEHIND_METERS = 7.5f;
  private static final float ABOVE_METERS = 4.6f;
  private static final float AHEAD_METERS = 6;
  private static final float LAG_SECONDS = 0.07f;
  private static final float JUMP_METERS = 12;
  private static final float SHAKE_DECAY_PER_SECOND = 5;

  private float x;
  private float y;
  private float yaw;
  private float shake;
  private boolean placed;

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
    if (!placed || dx * dx + dy * dy > JUMP_METERS * JUMP_METERS) {
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

  private void place(Camera camera, float seconds) {
    shake = Math.max(0, shake - SHAKE_DECAY_PER_SECOND * seconds * shake - 0.01f * seconds);
    float cos = (float) Math.cos(yaw);
    float sin = (float) Math.sin(yaw);
    float side = 0.25f * shake * (float) Math.sin(shake * 90);
    float lift = 0.18f * shake * (float) Math.cos(shake * 70);
    camera.look(
        x - cos * BEHIND_METERS - sin * side,
        y - sin * BEHIND_METERS + cos * side,
        ABOVE_METERS + lift,
        x + cos * AHEAD_METERS,
        y + sin * AHEAD_METERS,
        0.6f);
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
