package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

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
          EntityField.count("shoves", 0, ScrumScores.MAX_COUNT).visibleTo(Visibility.OWNER),
          EntityField.count("touches", 0, ScrumScores.MAX_COUNT).visibleTo(Visibility.OWNER));

  private static final EntityType MATCH_TYPE = matchType(0, ScrumScores.MAX_GOALS);
  private static final EntityType PLAYER_TYPE = playerType(TALLIES);

  private static final EntityType TANK_TYPE =
      tankType(EntityField.count("flags", 0, FLAG_BOOSTING | FLAG_SHOVED));

  /** Wherever it is, everybody plays for it. */
  private static final EntityType BALL_TYPE =
      new EntityType("ball", BodyFields.and(), Shape.CIRCLE, Ball.RADIUS_METERS, 0xF2F2F2)
          .everywhere();

  private final List<EntityType> types;
  private final int crates;

  ScrumSlots(MatchSettings settings, GameMap map) {
    super(settings.maxPlayers());
    List<GameMap.Prop> props = ArenaBodies.crates(map);
    TickRate rate = settings.rate();
    crates = props.size();
    types =
        List.of(
            MATCH_TYPE,
            PLAYER_TYPE,
            foretold(TANK_TYPE, TANK_FLAGS, rate),
            foretold(BALL_TYPE, Ball.KIND, ball(), List.of(), rate),
            foretold(CRATE_TYPE, ArenaBodies.CRATE, crate(0), props, rate));
  }

  EntitySchema schema() {
    return new EntitySchema(types, crate(crates), ScrumEvents.TYPES);
  }

  int ball() {
    return own();
  }

  int crate(int index) {
    return own() + 1 + index;
  }
}
