package ringmaster.client.prediction;

import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Surroundings;

/** One entity's way between where another view has it and where it is predicted to be. */
final class Glide {
  private static final float TURN = (float) (2 * Math.PI);

  /** From the other view to the predicted place, and back. */
  private static final float GLIDE_SECONDS = 0.15f;

  /** After three of these, a tenth of a second, a twentieth of a correction is left. */
  private static final float DECAY_SECONDS = 0.1f / 3;

  /** A correction further than this is shown at once, as {@link FramePose} does. */
  private static final float MAX_SMOOTHED_METERS = 1;

  private int slot;
  private int type;
  private int generation;
  private boolean predicted;

  /** 0 as in the other view .. 1 as predicted. */
  private float weight;

  private float x;
  private float y;
  private float radians;
  private float velocityX;
  private float velocityY;
  private float spin;

  /** From where it is predicted to where that is shown: what was corrected and fades. */
  private float offsetX;

  private float offsetY;
  private float offsetRadians;

  /** From where the other view has it to there; keeps while it glides back. */
  private float gapX;

  private float gapY;
  private float gapRadians;

  void begin(int newSlot, int newType, int newGeneration) {
    slot = newSlot;
    type = newType;
    generation = newGeneration;
    predicted = false;
    weight = 0;
  }

  int slot() {
    return slot;
  }

  /** Whether a view still shows the entity that it began with. */
  boolean isOf(EntityView view) {
    return view.present(slot) && view.type(slot) == type && view.generation(slot) == generation;
  }

  /**
   * It is predicted to be there now.
   *
   * @param pose whose share of a tick lies between the two
   * @param corrected whether a snapshot changed the prediction since the frame before
   */
  void predict(
      FramePose pose,
      Surroundings present,
      Surroundings ahead,
      int index,
      boolean corrected,
      float elapsedSeconds) {
    float expectedX = x + velocityX * elapsedSeconds;
    float expectedY = y + velocityY * elapsedSeconds;
    float expectedRadians = radians + spin * elapsedSeconds;
    x = pose.mix(present.x(index), ahead.x(index));
    y = pose.mix(present.y(index), ahead.y(index));
    float cos = pose.mix(present.facingCos(index), ahead.facingCos(index));
    float sin = pose.mix(present.facingSin(index), ahead.facingSin(index));
    radians = (float) Math.atan2(sin, cos);
    velocityX = pose.mix(present.velocityX(index), ahead.velocityX(index));
    velocityY = pose.mix(present.velocityY(index), ahead.velocityY(index));
    spin = pose.mix(present.spin(index), ahead.spin(index));
    if (predicted && corrected) {
      keepInPlace(expectedX - x, expectedY - y, expectedRadians - radians);
    }
  }

  private void keepInPlace(float backX, float backY, float backRadians) {
    boolean near = backX * backX + backY * backY < MAX_SMOOTHED_METERS * MAX_SMOOTHED_METERS;
    offsetX = near ? offsetX + backX : 0;
    offsetY = near ? offsetY + backY : 0;
    offsetRadians = near ? shortWay(offsetRadians + backRadians) : 0;
  }

  /** On towards the predicted place, from where the other view has it. */
  void approach(float seenX, float seenY, float seenRadians, float elapsedSeconds) {
    if (weight == 0) {
      offsetX = 0;
      offsetY = 0;
      offsetRadians = 0;
    } else if (!predicted) {
      offsetX = gapX + seenX - x;
      offsetY = gapY + seenY - y;
      offsetRadians = shortWay(gapRadians + seenRadians - radians);
    }
    predicted = true;
    weight = Math.min(weight + elapsedSeconds / GLIDE_SECONDS, 1);
    float left = (float) Math.exp(-elapsedSeconds / DECAY_SECONDS);
    offsetX *= left;
    offsetY *= left;
    offsetRadians *= left;
    gapX = x + offsetX - seenX;
    gapY = y + offsetY - seenY;
    gapRadians = shortWay(radians + offsetRadians - seenRadians);
  }

  /** Back towards where the other view has it; returns whether it has come there. */
  boolean retreat(float elapsedSeconds) {
    predicted = false;
    weight = Math.max(weight - elapsedSeconds / GLIDE_SECONDS, 0);
    return weight == 0;
  }

  float shownX(float seenX) {
    return seenX + weight * gapX;
  }

  float shownY(float seenY) {
    return seenY + weight * gapY;
  }

  /** 0 up to a turn. */
  float shownRadians(float seenRadians) {
    float angle = seenRadians + weight * gapRadians;
    return angle < 0 ? angle + TURN : angle < TURN ? angle : angle - TURN;
  }

  private static float shortWay(float angle) {
    return angle - TURN * Math.round(angle / TURN);
  }
}
