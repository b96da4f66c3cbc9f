package ringmaster.shared.arena;

import java.util.List;
import java.util.stream.Stream;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.GameMap;
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
 * then one per crate         crate   order in the map
 * then one per barrel        barrel  order in the map
 * then one per pick-up       pickup  order in the map
 * then 4 per player          rocket  seat * 4 + k
 * </pre>
 */
final class SkirmishSlots {
  static final int MATCH = 0;
  static final int PLAYER = 1;
  static final int TANK = 2;
  static final int CRATE = 3;
  static final int BARREL = 4;
  static final int PICKUP = 5;
  static final int ROCKET = 6;

  static final int FIRST_PLAYER = 1;

  static final int MATCH_PHASE = 0;
  static final int MATCH_REMAINING = 1;
  static final int MATCH_WINNER = 2;
  static final int MATCH_SCORE_1 = 3;
  static final int MATCH_SCORE_2 = 4;

  static final int PLAYER_SCORE = 0;
  static final int PLAYER_SHOTS = 1;
  static final int PLAYER_HITS = 2;
  static final int PLAYER_KILLS = 3;
  static final int PLAYER_DEATHS = 4;
  static final int PLAYER_TEAM = 5;
  static final int PLAYER_CHARGED = 6;

  static final int TANK_AIM = BodyFields.COUNT;
  static final int TANK_HEALTH = BodyFields.COUNT + 1;
  static final int TANK_FLAGS = BodyFields.COUNT + 2;

  static final int PICKUP_X = 0;
  static final int PICKUP_Y = 1;
  static final int PICKUP_KIND = 2;
  static final int PICKUP_READY = 3;

  static final int ROCKET_OWNER = 4;

  static final int FLAG_SHIELD = 1;
  static final int FLAG_BOOSTING = 2;

  private static final EntityType MATCH_TYPE =
      new EntityType(
          "match",
          List.of(
              EntityField.count("phase", 0, Phase.OVER.ordinal()),
              new EntityField("remaining", "s", 0, MatchTimer.MAX_REMAINING_SECONDS, 1),
              EntityField.count("winner", 0, MatchSettings.MAX_PLAYERS),
              score("score1"),
              score("score2")),
          Shape.NONE,
          0,
          0);

  private static final EntityType PLAYER_TYPE =
      new EntityType(
          "player",
          List.of(
              score("score"),
              EntityField.count("shots", 0, Scores.MAX_COUNT),
              EntityField.count("hits", 0, Scores.MAX_COUNT),
              EntityField.count("kills", 0, Scores.MAX_COUNT),
              EntityField.count("deaths", 0, Scores.MAX_COUNT),
              EntityField.count("team", 0, Teams.MAX),
              EntityField.count("charged", 0, 1).visibleTo(Visibility.OWNER)),
          Shape.NONE,
          0,
          0);

  private static final EntityType TANK_TYPE =
      new EntityType(
          "tank",
          BodyFields.and(
              BodyFields.angle("aim"),
              EntityField.count("health", 0, Tanks.FULL_HEALTH),
              EntityField.count("flags", 0, FLAG_SHIELD | FLAG_BOOSTING)),
          Shape.CIRCLE,
          ArenaBodies.HULL_RADIUS_METERS,
          0x4F9DDE);

  private static final EntityType CRATE_TYPE =
      new EntityType("crate", BodyFields.and(), Shape.BOX, ArenaBodies.CRATE_HALF_METERS, 0xB08850);

  private static final EntityType BARREL_TYPE =
      new EntityType("barrel", BodyFields.and(), Shape.CIRCLE, Barrels.RADIUS_METERS, 0xC03A2B);

  private static final EntityType PICKUP_TYPE =
      new EntityType(
          "pickup",
          Stream.concat(
                  BodyFields.place().subList(0, 2).stream(),
                  Stream.of(
                      EntityField.count("kind", 0, Pickups.KINDS.size() - 1),
                      EntityField.count("ready", 0, 1)))
              .toList(),
          Shape.CIRCLE,
          Pickups.RADIUS_METERS,
          0x58C470);

  private static final EntityType ROCKET_TYPE =
      new EntityType(
          "rocket",
          Stream.concat(
                  BodyFields.place().stream(),
                  Stream.of(EntityField.count("owner", 0, MatchSettings.MAX_PLAYERS - 1)))
              .toList(),
          Shape.CIRCLE,
          Rockets.RADIUS_METERS,
          0xFF7030);

  private final int players;
  private final int crates;
  private final int barrels;
  private final int pickups;

  SkirmishSlots(MatchSettings settings, GameMap map) {
    players = settings.maxPlayers();
    crates = ArenaBodies.crates(map).size();
    barrels = Barrels.of(map).size();
    pickups = Pickups.of(map).size();
  }

  private static EntityField score(String name) {
    return EntityField.count(name, -Scores.MAX_SCORE, Scores.MAX_SCORE);
  }

  EntitySchema schema() {
    return new EntitySchema(
        List.of(
            MATCH_TYPE, PLAYER_TYPE, TANK_TYPE, CRATE_TYPE, BARREL_TYPE, PICKUP_TYPE, ROCKET_TYPE),
        rocket(players * Rockets.PER_TANK),
        SkirmishEvents.TYPES);
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

  int crate(int index) {
    return 1 + 2 * players + index;
  }

  int barrel(int index) {
    return crate(crates) + index;
  }

  int pickup(int index) {
    return barrel(barrels) + index;
  }

  int rocket(int index) {
    return pickup(pickups) + index;
  }

  int players() {
    return players;
  }

  int crates() {
    return crates;
  }

  int barrels() {
    return barrels;
  }

  int pickups() {
    return pickups;
  }
}
