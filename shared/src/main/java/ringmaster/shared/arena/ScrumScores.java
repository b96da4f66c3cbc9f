package ringmaster.shared.arena;

import ringmaster.shared.state.StateVisitor;

/** Both teams' goals. */
final class ScrumScores {
  /** A goal every two seconds of celebration for four hours stays below. */
  static final int MAX_GOALS = 8191;

  /** A shove each 1.5 s for four hours stays below, and so do touches at four a second. */
  static final int MAX_COUNT = 65535;

  private final Players players;
  private final int[] goals = new int[Teams.MAX];

  ScrumScores(Players players) {
    this.players = players;
  }

  /** Of team 1 or 2. */
  int goals(int team) {
    return goals[team - 1];
  }

  /** The team that is ahead, or {@link Teams#NONE}. */
  int leader() {
    return goals[0] == goals[1] ? Teams.NONE : goals[0] > goals[1] ? 1 : 2;
  }

  /**
   * @param seat who is credited with it, or {@link BallTouches#NOBODY}
   */
  void countGoal(int team, int seat) {
    goals[team - 1] = Math.min(goals[team - 1] + 1, MAX_GOALS);
    if (seat != BallTouches.NOBODY) {
      players.count(seat, ScrumSlots.PLAYER_SCORE);
    }
  }

  void visit(StateVisitor visitor) {
    visitor.ints(goals, goals.length);
  }
}
