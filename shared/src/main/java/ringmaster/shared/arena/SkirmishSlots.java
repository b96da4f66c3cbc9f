package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.math.AimTable;

/**
 * Which entity slot shows what: fixed ranges, so that a seat's tank is always found in one place.
 *
 * <pre>
 * slots                      type    index within the range
 * 0                          match
 * 1 .. players               player  seat
 * players + 1 .. 2 players   tank    seat
 * then one per crate         crate   order in the map
 * then 4 per player          rocket  seat * 4 + k
 * </pre>
 */
final class SkirmishSlots {
  static final int MATCH = 0;
  static final int PLAYER = 1;
  static final int TANK = 2;
  static final int CRATE = 3;
  static final int ROCKET = 4;

  static final int FIRST_PLAYER = 1;

  static final int MATCH_PHASE = 0;
  static final int MATCH_REMAINING = 1;

  static final int PLAYER_SCORE = 0;
  static final int PLAYER_SHOTS = 1;
  static final int PLAYER_HITS = 2;
  static final int PLAYER_KILLS = 3;
  static final int PLAYER_DEATHS = 4;

  /** Position and velocity come first in tanks, crates and rockets alike. */
  static final int X = 0;

  static final int Y = 1;
  static final int VELOCITY_X = 2;
  static final int VELOCITY_Y = 3;

  /** Of tanks and crates. */
  static final int FACING = 4;

  static final int ANGULAR_VELOCITY = 5;
  static final int TANK_AIM = 6;
  static final int TANK_HEALTH = 7;
  static final int TANK_FLAGS = 8;

  static final int ROCKET_OWNER = 4;

  static final int FLAG_SHIELD = 1;
  static final int FLAG_BOOSTING = 2;

  /** Angles have the steps of a command's aim. */
  private static final float RADIANS_PER_STEP = (float) (2 * StrictMath.PI / AimTable.ANGLES);

  private static final EntityType MATCH_TYPE =
      new EntityType(
          "match",
          List.of(
              EntityField.count("phase", 0, 2),
              new EntityField("remaining", "s", 0, MatchTimer.MAX_REMAINING_SECONDS, 1)),
          Shape.NONE,
          0,
          0);

  private static final EntityType PLAYER_TYPE =
      new EntityType(
          "player",
          List.of(
              EntityField.count("score", -Scores.MAX_SCORE, Scores.MAX_SCORE),
              EntityField.count("shots", 0, Scores.MAX_COUNT),
              EntityField.count("hits", 0, Scores.MAX_COUNT),
              EntityField.count("kills", 0, Scores.MAX_COUNT),
              EntityField.count("deaths", 0, Scores.MAX_COUNT)),
          Shape.NONE,
          0,
          0);

  private static final EntityType TANK_TYPE =
      new EntityType(
          "tank",
          List.of(
              position("x"),
              position("y"),
              velocity("velocityX"),
              velocity("velocityY"),
              angle("facing"),
              angularVelocity(),
              angle("aim"),
              EntityField.count("health", 0, Tanks.FULL_HEALTH),
              EntityField.count("flags", 0, FLAG_SHIELD | FLAG_BOOSTING)),
          Shape.CIRCLE,
          ArenaBodies.HULL_RADIUS_METERS,
          0x4F9DDE);

  private static final EntityType CRATE_TYPE =
      new EntityType(
          "crate",
          List.of(
              position("x"),
              position("y"),
              velocity("velocityX"),
              velocity("velocityY"),
              angle("facing"),
              angularVelocity()),
          Shape.BOX,
          ArenaBodies.CRATE_HALF_METERS,
          0xB08850);

  private static final EntityType ROCKET_TYPE =
      new EntityType(
          "rocket",
          List.of(
              position("x"),
              position("y"),
              velocity("velocityX"),
              velocity("velocityY"),
              EntityField.count("owner", 0, 63)),
          Shape.CIRCLE,
          Rockets.RADIUS_METERS,
          0xFF7030);

  private final int players;
  private final int crates;

  SkirmishSlots(int players, int crates) {
    this.players = players;
    this.crates = crates;
  }

  private static EntityField position(String name) {
    return new EntityField(name, "m", -264, 264, 1f / 128);
  }

  private static EntityField velocity(String name) {
    return new EntityField(name, "m/s", -64, 64, 1f / 32);
  }

  private static EntityField angularVelocity() {
    return new EntityField("angularVelocity", "rad/s", -8, 8, 1f / 64);
  }

  /** A direction in [0, 2 pi): every direction has one value only. */
  private static EntityField angle(String name) {
    return new EntityField(
        name, "rad", 0, (AimTable.ANGLES - 1) * RADIANS_PER_STEP, RADIANS_PER_STEP);
  }

  EntitySchema schema() {
    return new EntitySchema(
        List.of(MATCH_TYPE, PLAYER_TYPE, TANK_TYPE, CRATE_TYPE, ROCKET_TYPE),
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

  int rocket(int index) {
    return 1 + 2 * players + crates + index;
  }

  int players() {
    return players;
  }

  int crates() {
    return crates;
  }
}
