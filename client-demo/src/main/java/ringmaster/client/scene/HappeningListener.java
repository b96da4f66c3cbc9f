package ringmaster.client.scene;

/** Told of events that concern more than the eye, when they are seen. Called on the main thread. */
public interface HappeningListener {
  /** The shot of {@code attacker} took health from {@code victim} at (x, y). */
  void hit(int attacker, int victim, float x, float y);

  /**
   * {@code victim} was destroyed.
   *
   * @param killer equal to the victim where nobody else did it
   * @param weapon the game's number of it
   */
  void died(int killer, int victim, int weapon);

  /**
   * There was a goal.
   *
   * @param scorer {@link ArenaScene#NO_SEAT} where nobody is credited with it
   * @param team that it counts for
   */
  void scored(int scorer, int team);
}
