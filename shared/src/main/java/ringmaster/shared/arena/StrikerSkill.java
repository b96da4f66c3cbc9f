package ringmaster.shared.arena;

/**
 * How well a striker plays.
 *
 * @param reactionMillis how long it holds on to what it decided
 * @param errorRadians how far its strikes waver to either side of where they should go
 * @param foresightShare how much of the ball's way it foresees, 0 none .. 1 all
 * @param throttleShare how hard it drives, to 1
 * @param shoveCos it shoves once the ball would go this near to where it should: cosine of the
 *     angle
 * @param boosts whether it knows of the boost
 * @param keepsGoal whether it may stay behind to keep the goal
 */
record StrikerSkill(
    int reactionMillis,
    float errorRadians,
    float foresightShare,
    float throttleShare,
    float shoveCos,
    boolean boosts,
    boolean keepsGoal) {
  static final StrikerSkill EASY = new StrikerSkill(450, 0.45f, 0, 0.75f, 0.4f, false, false);
  static final StrikerSkill NORMAL = new StrikerSkill(200, 0.2f, 0.6f, 0.9f, 0.8f, true, false);
  static final StrikerSkill HARD = new StrikerSkill(50, 0.05f, 1, 1, 0.92f, true, true);
}
