package ringmaster.client.scene;

/** A spectator's own eye: flies where it is steered, above the arena. */
public final class FreeCamera {
  private static final float SPEED_METERS_PER_SECOND = 22;
  private static final float FAST = 2.5f;
  private static final float MIN_HEIGHT_METERS = 3;
  private static final float MAX_HEIGHT_METERS = 60;

  private float x;
  private float y;
  private float height = 14;

  /** Starts from where another camera is. */
  public void start(float atX, float atY) {
    x = atX;
    y = atY;
  }

  /** Up or down, by the wheel. */
  public void climb(float lines) {
    height = Math.clamp(height * (1 - 0.1f * lines), MIN_HEIGHT_METERS, MAX_HEIGHT_METERS);
  }

  /**
   * Flies on.
   *
   * @param forward -1..1
   * @param left -1..1
   * @param reachMeters how far from the middle it may go
   */
  public void fly(
      Camera camera,
      float forward,
      float left,
      boolean fast,
      float yaw,
      float reachMeters,
      float seconds) {
    float way = SPEED_METERS_PER_SECOND * (fast ? FAST : 1) * seconds;
    float cos = (float) Math.cos(yaw);
    float sin = (float) Math.sin(yaw);
    x = Math.clamp(x + (forward * cos - left * sin) * way, -reachMeters, reachMeters);
    y = Math.clamp(y + (forward * sin + left * cos) * way, -reachMeters, reachMeters);
    float back = height;
    float ahead = 0.3f * height;
    camera.look(x - cos * back, y - sin * back, height, x + cos * ahead, y + sin * ahead, 0);
  }
}
