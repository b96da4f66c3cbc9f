package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;

/** Small pitches for one rule each: goal lines 6 m left and right of the ball. */
final class TestPitches {
  /** A hull here touches the ball but for 0.4 m. */
  static final float NEAR_METERS = 3.4f;

  static final float GOAL_METERS = 6;

  /** Faces the ball from the left. */
  static final GameMap.Spawn LEFT_1 = new GameMap.Spawn(-NEAR_METERS, 0, 0, 1);

  static final GameMap.Spawn LEFT_2 = new GameMap.Spawn(-NEAR_METERS, 0, 0, 2);

  /** Out of all ways. */
  static final GameMap.Spawn AWAY_1 = new GameMap.Spawn(-15, 15, 0, 1);

  static final GameMap.Spawn AWAY_2 = new GameMap.Spawn(15, 15, 0, 2);

  private static final float HALF_METERS = 20;

  private TestPitches() {}

  /** Team 1's first tank is behind the ball, team 2's is away. */
  static GameMap striker() {
    return with(List.of(LEFT_1, AWAY_2));
  }

  static GameMap with(List<GameMap.Spawn> spawns) {
    return with(spawns, List.of(), List.of());
  }

  static GameMap with(
      List<GameMap.Spawn> spawns, List<GameMap.Polyline> walls, List<GameMap.Prop> props) {
    List<GameMap.Polyline> all =
        walls.isEmpty() ? List.of(outer()) : List.of(outer(), walls.getFirst());
    return new GameMap("test", 2 * HALF_METERS, all, spawns, goals(), props, "");
  }

  static List<GameMap.Goal> goals() {
    return List.of(
        new GameMap.Goal(-GOAL_METERS, -10, -GOAL_METERS, 10, 1),
        new GameMap.Goal(GOAL_METERS, -10, GOAL_METERS, 10, 2));
  }

  private static GameMap.Polyline outer() {
    float half = HALF_METERS;
    return new GameMap.Polyline(
        List.of(-half, -half, half, -half, half, half, -half, half, -half, -half));
  }
}
