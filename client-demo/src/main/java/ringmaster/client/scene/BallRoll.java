package ringmaster.client.scene;

/**
 * How one ball has turned, from the way it went: physics knows a disc that slides, the eye expects
 * a ball that rolls.
 *
 * <p>Kept is where the axis of its pattern points. That suffices, since the pattern is the same all
 * round the axis, and it is what an instance's heading and lean can say.
 */
final class BallRoll {
  /** Further than this in one frame it was put there and did not roll. */
  private static final float JUMP_METERS = 3;

  private float axisX = 0.6f;
  private float axisY = 0.64f;
  private float axisZ = 0.48f;
  private float lastX;
  private float lastY;
  private boolean placed;

  /** Rolls on to a place. */
  void to(float x, float y, float radiusMeters) {
    float dx = x - lastX;
    float dy = y - lastY;
    float meters = (float) Math.sqrt(dx * dx + dy * dy);
    if (placed && meters > 0 && meters < JUMP_METERS) {
      roll(dx / meters, dy / meters, meters / radiusMeters);
    }
    placed = true;
    lastX = x;
    lastY = y;
  }

  /** What is on top goes ahead: turns the axis within the upright plane of the way. */
  private void roll(float wayX, float wayY, float radians) {
    float cos = (float) Math.cos(radians);
    float sin = (float) Math.sin(radians);
    float along = axisX * wayX + axisY * wayY;
    float turned = along * cos + axisZ * sin;
    axisZ = axisZ * cos - along * sin;
    axisX += (turned - along) * wayX;
    axisY += (turned - along) * wayY;
    normalise();
  }

  /** Thousands of small turns would let its length drift. */
  private void normalise() {
    float length = (float) Math.sqrt(axisX * axisX + axisY * axisY + axisZ * axisZ);
    axisX /= length;
    axisY /= length;
    axisZ /= length;
  }

  /** Heading of the axis: cosine. Any will do where it points straight up. */
  float headingCos() {
    float flat = flat();
    return flat < 1e-4f ? 1 : axisX / flat;
  }

  /** Heading of the axis: sine. */
  float headingSin() {
    float flat = flat();
    return flat < 1e-4f ? 0 : axisY / flat;
  }

  /** Sine of how far the axis rises above the ground. */
  float lean() {
    return Math.clamp(axisZ, -1f, 1f);
  }

  private float flat() {
    return (float) Math.sqrt(axisX * axisX + axisY * axisY);
  }
}
