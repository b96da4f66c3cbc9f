package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;

/**
 * What scrum shows beside tanks.
 *
 * <pre>
 * own slots      type    index within the range
 * first          ball
 * one per crate  crate   order in the map
 * </pre>
 */
final class ScrumSlots extends ArenaSlots {
  static final int BALL = 3;
  static final int CRATE = 4;

  static final int PLAYER_SCORE = 0;
  static final int PLAYER_SHOVES = 1;
  static final int PLAYER_TOUCHES = 2;
  static final int PLAYER_TEAM = 3;

  static final int TANK_FLAGS = TANK_COUNT;

  static final int FLAG_SHOVED = 4;

  static final List<EntityField> TALLIES =
      List.of(
          EntityField.count("score", 0, ScrumScores.MAX_GOALS),
          EntityField.count("shoves", 0, ScrumScores.MAX_COUNT),
          EntityField.count("touches", 0, ScrumScores.MAX_COUNT));

  private static final List<EntityType> TYPES =
      List.of(
          matchType(0, ScrumScores.MAX_GOALS),
          playerType(TALLIES),
          tankType(EntityField.count("flags", 0, FLAG_BOOSTING | FLAG_SHOVED)),
          new EntityType("ball", BodyFields.and(), Shape.CIRCLE, Ball.RADIUS_METERS, 0xF2F2F2),
          CRATE_TYPE);

  private final int crates;

  ScrumSlots(MatchSettings settings, GameMap map) {
    super(settings.maxPlayers());
    crates = ArenaBodies.crates(map).size();
  }

  EntitySchema schema() {
    return new EntitySchema(TYPES, crate(crates), ScrumEvents.TYPES);
  }

  int ball() {
    return own();
  }

  int crate(int index) {
    return own() + 1 + index;
  }
}
