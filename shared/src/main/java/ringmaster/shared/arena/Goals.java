package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;

/** The goal lines of a map. */
final class Goals {
  private final GameMap.Goal[] goals;

  Goals(List<GameMap.Goal> goals) {
    this.goals = goals.toArray(GameMap.Goal[]::new);
  }

  /** The other of the two teams. */
  static int opponent(int team) {
    return 3 - team;
  }

  /**
   * The team whose line a point crosses on its way, {@link Teams#NONE} if none's. From which side
   * does not matter: who is behind a line came through it.
   */
  int crossed(float fromX, float fromY, float toX, float toY) {
    for (GameMap.Goal goal : goals) {
      boolean wayMeetsLine =
          left(goal.x0(), goal.y0(), goal.x1(), goal.y1(), fromX, fromY)
              != left(goal.x0(), goal.y0(), goal.x1(), goal.y1(), toX, toY);
      boolean lineMeetsWay =
          left(fromX, fromY, toX, toY, goal.x0(), goal.y0())
              != left(fromX, fromY, toX, toY, goal.x1(), goal.y1());
      if (wayMeetsLine && lineMeetsWay) {
        return goal.team();
      }
    }
    return Teams.NONE;
  }

  /** Whether a point lies to the left of the line from (x0, y0) to (x1, y1), and not on it. */
  private static boolean left(float x0, float y0, float x1, float y1, float x, float y) {
    return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0;
  }
}
