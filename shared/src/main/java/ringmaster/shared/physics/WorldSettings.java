package ringmaster.shared.physics;

/**
 * Constants of a world.
 *
 * @param gravityX metres per second squared; 0 seen from above
 * @param stepSeconds what a step advances by, 1/240 to 1/20
 * @param bodies how many there is room for at first; more make it grow when they are created
 * @param sleep whether islands at rest are left out of the step
 */
public record WorldSettings(
    float gravityX, float gravityY, float stepSeconds, int bodies, boolean sleep) {
  private static final float MAX_GRAVITY = 1_000;

  public WorldSettings {
    Limits.finite(gravityX, MAX_GRAVITY, "gravity");
    Limits.finite(gravityY, MAX_GRAVITY, "gravity");
    Limits.within(stepSeconds, 1f / 240, 1f / 20, "step");
    if (bodies < 1 || bodies > Limits.MAX_BODIES) {
      throw new IllegalArgumentException(
          "room for " + bodies + " bodies is not within 1.." + Limits.MAX_BODIES);
    }
  }

  /** Seen from above: no gravity. */
  public static WorldSettings fromAbove(float stepSeconds, int bodies) {
    return new WorldSettings(0, 0, stepSeconds, bodies, true);
  }

  /** Equal parts that a step is solved in. */
  public int substeps() {
    return Solver.substeps(stepSeconds);
  }
}
