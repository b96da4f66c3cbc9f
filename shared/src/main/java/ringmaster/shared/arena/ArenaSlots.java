package ringmaster.shared.arena;

import java.util.List;
import java.util.stream.Stream;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyPredictor;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.HomePredictor;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.time.TickRate;

/**
 * Which entity slot shows what, in every game of tanks: fixed ranges, so that a seat's tank is
 * always found in one place.
 *
 * <pre>
 * slots                      type    index within the range
 * 0                          match
 * 1 .. players               player  seat
 * players + 1 .. 2 players   tank    seat
 * then                               the game's own
 * </pre>
 */
abstract sealed class ArenaSlots permits ScrumSlots, SkirmishSlots {
  static final int MATCH = 0;
  static final int PLAYER = 1;
  static final int TANK = 2;

  static final int MATCH_SLOT = 0;
  static final int FIRST_PLAYER = 1;

  /** As results show it: a team, or without teams a seat plus 1; 0 before, and for a draw. */
  static final int MATCH_WINNER = MatchTimer.FIELDS.size();

  /** Of team 1. */
  static final int MATCH_SCORE_1 = MATCH_WINNER + 1;

  static final int MATCH_SCORE_2 = MATCH_WINNER + 2;

  static final int TANK_AIM = BodyFields.COUNT;

  /**
   * Angles of a command in one step: a third of a degree is enough to see where a turret points.
   */
  private static final int ANGLES_PER_STEP = 4;

  private static final EntityField AIM = aim();

  /** Index of the first column of a tank that is the game's own. */
  static final int TANK_COUNT = BodyFields.COUNT + 1;

  static final int FLAG_BOOSTING = 2;

  static final EntityType CRATE_TYPE =
      new EntityType("crate", BodyFields.and(), Shape.BOX, ArenaBodies.CRATE_HALF_METERS, 0xB08850);

  private final int players;

  ArenaSlots(int players) {
    this.players = players;
  }

  static EntityType matchType(int minScore, int maxScore) {
    return unseen(
        "match",
        MatchTimer.FIELDS,
        EntityField.count("winner", 0, MatchSettings.MAX_PLAYERS),
        EntityField.count("score1", minScore, maxScore),
        EntityField.count("score2", minScore, maxScore));
  }

  /**
   * @param own its columns, behind the tallies and the team
   */
  static EntityType playerType(List<EntityField> tallies, EntityField... own) {
    Stream<EntityField> team = Stream.of(EntityField.count("team", 0, Teams.MAX));
    return unseen("player", Stream.concat(tallies.stream(), team).toList(), own);
  }

  private static EntityType unseen(String name, List<EntityField> fields, EntityField... more) {
    return new EntityType(
        name, Stream.concat(fields.stream(), Stream.of(more)).toList(), Shape.NONE, 0, 0);
  }

  /**
   * @param own its columns, behind the body's and the aim
   */
  static EntityType tankType(EntityField... own) {
    Stream<EntityField> fields = Stream.concat(BodyFields.and(AIM).stream(), Stream.of(own));
    return new EntityType(
        "tank", fields.toList(), Shape.CIRCLE, ArenaBodies.HULL_RADIUS_METERS, 0x4F9DDE);
  }

  /** A type of tank, and what is foretold of it. */
  static EntityType foretold(EntityType tank, int flagsField, TickRate rate) {
    return tank.with(new TankPredictor(tank.fields(), flagsField, rate));
  }

  /** A type of bodies that coast, of which new ones are expected where the map has them. */
  static EntityType foretold(
      EntityType bodies, BodyKind kind, int firstSlot, List<GameMap.Prop> props, TickRate rate) {
    List<EntityField> fields = bodies.fields();
    int[][] homes =
        props.stream().map(prop -> BodyFields.atRest(prop, fields)).toArray(int[][]::new);
    EntityPredictor coasting = new BodyPredictor(kind, fields, true, rate);
    return bodies.with(new HomePredictor(coasting, firstSlot, homes));
  }

  private static EntityField aim() {
    EntityField fine = BodyFields.angle("aim");
    float quantum = ANGLES_PER_STEP * fine.quantum();
    float max = (AimTable.ANGLES / ANGLES_PER_STEP - 1) * quantum;
    return new EntityField(fine.name(), fine.unit(), 0, max, quantum);
  }

  /** The step of a turret's column for a command's angle. */
  static int aimStep(int angle) {
    int step = Math.floorDiv(angle + ANGLES_PER_STEP / 2, ANGLES_PER_STEP);
    return Math.floorMod(step, AimTable.ANGLES / ANGLES_PER_STEP);
  }

  /** The angle of a command that a step of a turret's column stands for. */
  static int aimAngle(int step) {
    return step * ANGLES_PER_STEP;
  }

  final int players() {
    return players;
  }

  final int match() {
    return MATCH_SLOT;
  }

  final int player(int seat) {
    return FIRST_PLAYER + seat;
  }

  final int tank(int seat) {
    return tank(players, seat);
  }

  static int tank(int players, int seat) {
    return FIRST_PLAYER + players + seat;
  }

  /** The first that is the game's own. */
  final int own() {
    return tank(players);
  }
}
