package ringmaster.shared.arena;

import java.util.List;
import java.util.stream.Stream;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.HomePredictor;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.SteadyPredictor;
import ringmaster.shared.time.TickRate;

/**
 * What skirmish shows beside tanks.
 *
 * <pre>
 * own slots        type    index within the range
 * one per crate    crate   order in the map
 * one per barrel   barrel  order in the map
 * one per pick-up  pickup  order in the map
 * 4 per player     rocket  seat * 4 + k
 * </pre>
 */
final class SkirmishSlots extends ArenaSlots {
  static final int CRATE = 3;
  static final int BARREL = 4;
  static final int PICKUP = 5;
  static final int ROCKET = 6;

  static final int PLAYER_SCORE = 0;
  static final int PLAYER_SHOTS = 1;
  static final int PLAYER_HITS = 2;
  static final int PLAYER_KILLS = 3;
  static final int PLAYER_DEATHS = 4;
  static final int PLAYER_TEAM = 5;
  static final int PLAYER_CHARGED = 6;

  static final int TANK_HEALTH = TANK_COUNT;
  static final int TANK_FLAGS = TANK_COUNT + 1;

  static final int PICKUP_X = 0;
  static final int PICKUP_Y = 1;
  static final int PICKUP_KIND = 2;
  static final int PICKUP_READY = 3;

  static final int ROCKET_OWNER = 4;

  static final int FLAG_SHIELD = 1;

  static final List<EntityField> TALLIES =
      List.of(
          EntityField.count("score", -Scores.MAX_SCORE, Scores.MAX_SCORE),
          // How well somebody aims is nobody's business, and they change too often to tell all.
          EntityField.count("shots", 0, Scores.MAX_COUNT).visibleTo(Visibility.OWNER),
          EntityField.count("hits", 0, Scores.MAX_COUNT).visibleTo(Visibility.OWNER),
          EntityField.count("kills", 0, Scores.MAX_COUNT),
          EntityField.count("deaths", 0, Scores.MAX_COUNT));

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

  private static final EntityType MATCH_TYPE = matchType(-Scores.MAX_SCORE, Scores.MAX_SCORE);

  private static final EntityType PLAYER_TYPE =
      playerType(TALLIES, EntityField.count("charged", 0, 1).visibleTo(Visibility.OWNER));

  private static final EntityType TANK_TYPE =
      tankType(
          EntityField.count("health", 0, Tanks.FULL_HEALTH),
          EntityField.count("flags", 0, FLAG_SHIELD | FLAG_BOOSTING));

  private final List<EntityType> types;
  private final int crates;
  private final int barrels;
  private final int pickups;

  SkirmishSlots(MatchSettings settings, GameMap map) {
    super(settings.maxPlayers());
    crates = ArenaBodies.crates(map).size();
    barrels = Barrels.of(map).size();
    pickups = Pickups.of(map).size();
    types = types(map, settings.rate());
  }

  private List<EntityType> types(GameMap map, TickRate rate) {
    EntityPredictor still = new SteadyPredictor(PICKUP_TYPE.fields(), rate);
    return List.of(
        MATCH_TYPE,
        PLAYER_TYPE,
        foretold(TANK_TYPE, TANK_FLAGS, rate),
        foretold(CRATE_TYPE, ArenaBodies.CRATE, crate(0), ArenaBodies.crates(map), rate),
        foretold(BARREL_TYPE, Barrels.KIND, barrel(0), Barrels.of(map), rate),
        PICKUP_TYPE.with(new HomePredictor(still, pickup(0), ready(Pickups.of(map)))),
        ROCKET_TYPE.with(new RocketPredictor(ROCKET_TYPE.fields(), players(), rocket(0), rate)));
  }

  /** Pads as a match begins with them. */
  private static int[][] ready(List<GameMap.Prop> pads) {
    return pads.stream()
        .map(pad ->
            new int[] {
              PICKUP_TYPE.fields().get(PICKUP_X).quantize(pad.x()),
              PICKUP_TYPE.fields().get(PICKUP_Y).quantize(pad.y()),
              Pickups.KINDS.indexOf(pad.kind()),
              1
            })
        .toArray(int[][]::new);
  }

  EntitySchema schema() {
    return new EntitySchema(types, rocket(players() * Rockets.PER_TANK), SkirmishEvents.TYPES);
  }

  int crate(int index) {
    return own() + index;
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
