package ringmaster.shared.arena;

/**
 * What a {@link FighterBrain} can do: the limits that a person of some practice has.
 *
 * @param reactionSeconds from seeing an opponent to turning on it
 * @param turretTurnsPerSecond how fast it swings its aim
 * @param minWaverSteps steps of aim that the steadiest of its kind is off at most
 * @param maxWaverSteps the same for the least steady; each has its own between them
 * @param lead share of a target's way that it allows for when it launches a rocket
 * @param pauseSeconds that it lets a ready weapon wait at most
 * @param repairHealth health at which it breaks off a fight to be repaired; 0: never
 * @param boosts whether it uses its boost on open ground
 * @param dodges whether it gets out of a rocket's way
 * @param usesBarrels whether it shoots a barrel beside an opponent, and keeps away from others
 */
record FighterSkill(
    float reactionSeconds,
    float turretTurnsPerSecond,
    int minWaverSteps,
    int maxWaverSteps,
    float lead,
    float pauseSeconds,
    int repairHealth,
    boolean boosts,
    boolean dodges,
    boolean usesBarrels) {
  /** A first-time player wins. */
  static final FighterSkill EASY =
      new FighterSkill(1f, 0.35f, 110, 150, 0.3f, 1.4f, 0, false, false, false);

  static final FighterSkill NORMAL =
      new FighterSkill(0.4f, 0.7f, 52, 68, 0.7f, 0.6f, 35, true, false, true);

  /** A good player has to fight. */
  static final FighterSkill HARD = new FighterSkill(0.1f, 2, 2, 5, 1, 0, 50, true, true, true);
}
