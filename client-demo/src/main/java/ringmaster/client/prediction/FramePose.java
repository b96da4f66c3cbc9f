package ringmaster.client.prediction;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.time.TickRate;

/**
 * The player's own body at any moment between two ticks, as it is drawn.
 *
 * <p>Each frame a copy of the body takes one step under the command that is held right now, and the
 * pose is taken on the way there: so what the player does shows in the next frame, and motion is
 * smooth at any frame rate. When the tick comes, its command makes the body what the copy was.
 *
 * <p>What the server corrects is not jumped to: the difference stays in view at first and is gone
 * after a tenth of a second. A large one is shown at once, as is a new body.
 */
public final class FramePose {
  /** A late command is bridged by going on the same way for so long. */
  private static final float MAX_TICK_FRACTION = 1.5f;

  private static final float MAX_SMOOTHED_METERS = 1;

  /** After three of these, a tenth of a second, a twentieth is left. */
  private static final float DECAY_SECONDS = 0.1f / 3;

  private static final float SECONDS_PER_NANO = 1e-9f;

  private final PredictedBody body;
  private final Prediction ahead;
  private final float tickSeconds;
  private boolean smooths = true;
  private boolean alive;
  private float share;
  private float x;
  private float y;
  private float facingCos = 1;
  private float facingSin;
  private float velocityX;
  private float velocityY;

  /** From where the body is to where it is shown. */
  private float offsetX;

  private float offsetY;
  private float offsetRadians;

  // As of the last frame.
  private float seenShiftX;
  private float seenShiftY;
  private float seenShiftRadians;
  private float seenShiftVelocityX;
  private float seenShiftVelocityY;
  private long frameNanos;

  /**
   * @param ahead to step ahead; an instance of its own
   */
  public FramePose(PredictedBody body, Prediction ahead, TickRate rate) {
    this.body = body;
    this.ahead = ahead;
    tickSeconds = rate.stepSeconds();
  }

  /** Whether what is corrected glides to its place from now on, and does not jump there. */
  public void smooths(boolean wanted) {
    smooths = wanted;
  }

  /**
   * Moves to the frame to be drawn now.
   *
   * @param heldCommand what would be sent if a tick came now
   * @param tickFraction share of a tick that has passed since the newest command was due
   */
  public void moveTo(long nowNanos, long heldCommand, float tickFraction) {
    boolean wasAlive = alive;
    alive = body.alive();
    share = Math.clamp(tickFraction, 0, MAX_TICK_FRACTION);
    smooth(wasAlive && alive, Math.max(0, nowNanos - frameNanos) * SECONDS_PER_NANO);
    frameNanos = nowNanos;
    if (alive) {
      ahead.copyFrom(body.present());
      ahead.step(heldCommand);
      blend(body.present());
    }
  }

  /** A velocity that was corrected is a jump as well, by the share of a tick that is shown. */
  private void smooth(boolean sameBody, float elapsedSeconds) {
    float shownSeconds = share * tickSeconds;
    float jumpX =
        body.shiftX() - seenShiftX + shownSeconds * (body.shiftVelocityX() - seenShiftVelocityX);
    float jumpY =
        body.shiftY() - seenShiftY + shownSeconds * (body.shiftVelocityY() - seenShiftVelocityY);
    float turn = body.shiftRadians() - seenShiftRadians;
    seenShiftX = body.shiftX();
    seenShiftY = body.shiftY();
    seenShiftRadians = body.shiftRadians();
    seenShiftVelocityX = body.shiftVelocityX();
    seenShiftVelocityY = body.shiftVelocityY();
    boolean near = jumpX * jumpX + jumpY * jumpY < MAX_SMOOTHED_METERS * MAX_SMOOTHED_METERS;
    boolean keeps = sameBody && near && smooths;
    float left = (float) Math.exp(-elapsedSeconds / DECAY_SECONDS);
    offsetX = keeps ? offsetX * left - jumpX : 0;
    offsetY = keeps ? offsetY * left - jumpY : 0;
    offsetRadians = keeps ? offsetRadians * left - turn : 0;
  }

  private void blend(Prediction present) {
    x = mix(present.x(), ahead.x()) + offsetX;
    y = mix(present.y(), ahead.y()) + offsetY;
    velocityX = mix(present.velocityX(), ahead.velocityX());
    velocityY = mix(present.velocityY(), ahead.velocityY());
    float cos = mix(present.facingCos(), ahead.facingCos());
    float sin = mix(present.facingSin(), ahead.facingSin());
    float length = (float) Math.sqrt(cos * cos + sin * sin);
    float offsetCos = (float) Math.cos(offsetRadians);
    float offsetSin = (float) Math.sin(offsetRadians);
    facingCos = (cos * offsetCos - sin * offsetSin) / length;
    facingSin = (sin * offsetCos + cos * offsetSin) / length;
  }

  /** What lies between a value after the newest command and the same a step ahead. */
  float mix(float present, float next) {
    return present + (next - present) * share;
  }

  /** Match time of the frame from the end of a tick on. */
  float secondsSince(int tick) {
    return secondsBetween(tick, body.commandTick()) + share * tickSeconds;
  }

  float secondsBetween(int fromTick, int toTick) {
    return (toTick - fromTick) * tickSeconds;
  }

  PredictedBody body() {
    return body;
  }

  /** What surrounds the body a step ahead; the same bodies in the same order as at present. */
  @Nullable Surroundings aheadAround() {
    return ahead.surroundings();
  }

  /** Whether there is a body; all below means something while there is. */
  public boolean alive() {
    return alive;
  }

  /** Metres. */
  public float x() {
    return x;
  }

  /** Metres. */
  public float y() {
    return y;
  }

  /** Facing, unit vector's x. */
  public float facingCos() {
    return facingCos;
  }

  /** Facing, unit vector's y. */
  public float facingSin() {
    return facingSin;
  }

  /** Metres per second. */
  public float velocityX() {
    return velocityX;
  }

  /** Metres per second. */
  public float velocityY() {
    return velocityY;
  }

  /**
   * As the tick under way will leave it, so that a weapon's bar is empty in the frame after the
   * shot.
   *
   * @param index into {@link ringmaster.shared.game.Game#gauges}
   * @return 0..1
   */
  public float gauge(int index) {
    return ahead.gauge(index);
  }
}
