package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;

/**
 * Which entity slot shows what: fixed ranges, so that a seat's tank is always found in one place.
 *
 * <pre>
 * slots                      type    index within the range
 * 0                          match
 * 1 .. players               player  seat
 * players + 1 .. 2 players   tank    seat
 * 2 players + 1              ball
 * then one per crate         crate   order in the map
 * </pre>
 */
final class ScrumSlots {
  static final int MATCH = 0;
  static final int PLAYER = 1;
  static final int TANK = 2;
  static final int BALL = 3;
  static final int CRATE = 4;

  static final int FIRST_PLAYER = 1;

  static final int MATCH_PHASE = 0;
  static final int MATCH_REMAINING = 1;

  /** The team that has won, in results; 0 before, and for a draw. */
  static final int MATCH_WINNER = 2;

  /** Goals of team 1; those of team 2 are in the next column. */
  static final int MATCH_SCORE = 3;

  static final int PLAYER_SCORE = 0;
  static final int PLAYER_SHOVES = 1;
  static final int PLAYER_TOUCHES = 2;
  static final int PLAYER_TEAM = 3;

  static final int TANK_AIM = BodyFields.COUNT;
  static final int TANK_FLAGS = BodyFields.COUNT + 1;

  static final int FLAG_BOOSTING = 2;
  static final int FLAG_SHOVED = 4;

  private static final EntityType MATCH_TYPE =
      new EntityType(
          "match",
          List.of(
              EntityField.count("phase", 0, Phase.OVER.ordinal()),
              new EntityField("remaining", "s", 0, MatchTimer.MAX_REMAINING_SECONDS, 1),
              EntityField.count("winner", 0, MatchSettings.MAX_PLAYERS),
              EntityField.count("score1", 0, ScrumScores.MAX_GOALS),
              EntityField.count("score2", 0, ScrumScores.MAX_GOALS)),
          Shape.NONE,
          0,
          0);

  private static final EntityType PLAYER_TYPE =
      new EntityType(
          "player",
          List.of(
              EntityField.count("score", 0, ScrumScores.MAX_GOALS),
              EntityField.count("shoves", 0, ScrumScores.MAX_COUNT),
              EntityField.count("touches", 0, ScrumScores.MAX_COUNT),
              EntityField.count("team", 0, 2)),
          Shape.NONE,
          0,
          0);

  private static final EntityType TANK_TYPE =
      new EntityType(
          "tank",
          BodyFields.and(
              BodyFields.angle("aim"), EntityField.count("flags", 0, FLAG_BOOSTING | FLAG_SHOVED)),
          Shape.CIRCLE,
          ArenaBodies.HULL_RADIUS_METERS,
          0x4F9DDE);

  private static final EntityType BALL_TYPE =
      new EntityType("ball", BodyFields.and(), Shape.CIRCLE, Ball.RADIUS_METERS, 0xF2F2F2);

  private static final EntityType CRATE_TYPE =
      new EntityType("crate", BodyFields.and(), Shape.BOX, ArenaBodies.CRATE_HALF_METERS, 0xB08850);

  private final int players;
  private final int crates;

  ScrumSlots(int players, int crates) {
    this.players = players;
    this.crates = crates;
  }

  EntitySchema schema() {
    return new EntitySchema(
        List.of(MATCH_TYPE, PLAYER_TYPE, TANK_TYPE, BALL_TYPE, CRATE_TYPE),
        crate(crates),
        ScrumEvents.TYPES);
  }

  int match() {
    return 0;
  }

  int player(int seat) {
    return FIRST_PLAYER + seat;
  }

  int tank(int seat) {
    return tank(players, seat);
  }

  static int tank(int players, int seat) {
    return 1 + players + seat;
  }

  int ball() {
    return 1 + 2 * players;
  }

  int crate(int index) {
    return 2 + 2 * players + index;
  }

  int players() {
    return players;
  }
}
