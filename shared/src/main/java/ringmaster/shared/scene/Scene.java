package ringmaster.shared.scene;

/**
 * What happens on a stage, or side by side on several.
 *
 * @param name as typed
 * @param about one line for people
 * @param gravityY metres per second squared; 0 seen from above
 * @param stepSeconds what a step advances by
 * @param sleep whether bodies at rest are left out of the step
 * @param worlds stages, filled alike from different seeds
 * @param settleSteps to go by before anything is measured
 * @param steps to be measured or watched
 */
public record Scene(
    String name,
    String about,
    float gravityY,
    float stepSeconds,
    boolean sleep,
    int worlds,
    int settleSteps,
    int steps,
    Content content) {
  /** Who is on the stage and what they do; keeps nothing between calls. */
  public interface Content {
    /**
     * Puts the bodies on an empty stage.
     *
     * @param world 0 .. worlds - 1: the seed
     */
    void populate(Stage stage, int world);

    /**
     * Pushes bodies before a step.
     *
     * @param step 0 for the first one since {@link #populate}
     */
    default void drive(Stage stage, int world, int step) {}
  }

  private static final float STEP_SECONDS = 1f / 60;

  /** One world, nobody sleeps, measured from the start. */
  static Scene of(String name, String about, float gravityY, int steps, Content content) {
    return new Scene(name, about, gravityY, STEP_SECONDS, false, 1, 0, steps, content);
  }

  Scene inWorlds(int count) {
    return new Scene(name, about, gravityY, stepSeconds, sleep, count, settleSteps, steps, content);
  }

  /** Measured after so many steps, not from the start. */
  Scene settledFor(int newSettleSteps) {
    return new Scene(
        name, about, gravityY, stepSeconds, sleep, worlds, newSettleSteps, steps, content);
  }

  /** The same, watched for longer or shorter. */
  public Scene withSteps(int newSteps) {
    return new Scene(
        name, about, gravityY, stepSeconds, sleep, worlds, settleSteps, newSteps, content);
  }

  /** The same with bodies that are left out while they rest, or never. */
  public Scene withSleep(boolean newSleep) {
    return new Scene(
        name, about, gravityY, stepSeconds, newSleep, worlds, settleSteps, steps, content);
  }

  public void populate(Stage stage, int world) {
    content.populate(stage, world);
  }

  public void drive(Stage stage, int world, int step) {
    content.drive(stage, world, step);
  }
}
