package ringmaster.shared.arena;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.RandomBrain;
import ringmaster.shared.game.Sight;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.physics.Queries;

/**
 * Hover tanks with rail and rockets among walls, crates and barrels: everybody against everybody,
 * or two teams.
 *
 * <p>A command's axes turn and push the hull, its aim is the turret's, and its buttons are the
 * BUTTON constants.
 */
public final class Skirmish implements Game {
  /** Fires the rail: hits at once, once a second. */
  public static final int BUTTON_RAIL = 1;

  /** Fires a rocket: slower, with splash. */
  public static final int BUTTON_ROCKET = 1 << 1;

  /** More thrust while the charge lasts. */
  public static final int BUTTON_BOOST = 1 << 2;

  static final GameSetting TEAMS =
      new GameSetting("teams", 0, 2, 0, "0: everybody against everybody; 2: two teams");

  static final GameSetting SCORE_LIMIT =
      new GameSetting("scoreLimit", 0, 1000, 0, "points that end the match; 0: only time does");

  static final GameSetting FOG =
      new GameSetting("fog", 0, 1, 0, "1: walls hide opponents from view; 0: all are shown");

  private static final String YARD = "yard";
  private static final String QUARRY = "quarry";
  private static final String CITADEL = "citadel";
  private static final int MAX_YARD_PLAYERS = 8;
  private static final int MAX_QUARRY_PLAYERS = 24;

  /** Names of props that it knows. */
  private static final List<String> PROPS =
      Stream.concat(Stream.of(ArenaBodies.CRATE_PROP, Barrels.PROP), Pickups.KINDS.stream())
          .toList();

  /** Indexes among {@link #gauges}. */
  static final int GAUGE_RAIL = TankPrediction.GAUGE_BOOST + 1;

  static final int GAUGE_ROCKET = TankPrediction.GAUGE_BOOST + 2;

  private static final String FIGHTER = "fighter";
  private static final String FIGHTER_EASY = "fighter-easy";
  private static final String FIGHTER_HARD = "fighter-hard";
  private static final String SNIPER = "sniper";

  @Override
  public String mode() {
    return "skirmish";
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public int maxPlayers() {
    return MatchSettings.MAX_PLAYERS;
  }

  @Override
  public List<String> maps() {
    return List.of(YARD, QUARRY, CITADEL);
  }

  @Override
  public String mapFor(int players) {
    return players <= MAX_YARD_PLAYERS ? YARD : players <= MAX_QUARRY_PLAYERS ? QUARRY : CITADEL;
  }

  @Override
  public List<GameSetting> settings() {
    return List.of(TEAMS, SCORE_LIMIT, FOG, MatchTimer.WARM_UP, MatchTimer.OVERTIME);
  }

  @Override
  public void check(MatchSettings settings, GameMap map) {
    if (settings.get(TEAMS) == 1) {
      throw new IllegalArgumentException("teams of skirmish must be 0 or 2, not 1");
    }
    if (!map.goals().isEmpty()) {
      throw map.wrong("goals", "must be empty: skirmish has no ball");
    }
    for (int i = 0; i < map.props().size(); i++) {
      String kind = map.props().get(i).kind();
      if (!PROPS.contains(kind)) {
        throw map.wrong("props[" + i + "].kind", "\"" + kind + "\" is none of " + PROPS);
      }
    }
    for (int team = 1; team <= settings.get(TEAMS); team++) {
      int wanted = team;
      if (map.spawns().stream().noneMatch(spawn -> spawn.team() == wanted)) {
        throw map.wrong("spawns", "have none of team " + team);
      }
    }
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return new SkirmishSlots(settings, map).schema();
  }

  @Override
  public int playerSlot(int seat) {
    return ArenaSlots.FIRST_PLAYER + seat;
  }

  @Override
  public int bodySlot(MatchSettings settings, int seat) {
    return ArenaSlots.tank(settings.maxPlayers(), seat);
  }

  @Override
  public @Nullable Sight newSight(MatchSettings settings, GameMap map) {
    return settings.get(FOG) == 0
        ? null
        : new FogSight(new SkirmishSlots(settings, map), MapWorld.walls(map));
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new SkirmishSimulation(settings, map);
  }

  @Override
  public Prediction newPrediction(MatchSettings settings, GameMap map) {
    return new SkirmishPrediction(settings, map);
  }

  @Override
  public List<String> gauges() {
    return List.of("boost", "rail", "rocket");
  }

  @Override
  public List<String> brains() {
    return List.of(FIGHTER, FIGHTER_EASY, FIGHTER_HARD, SNIPER, RandomBrain.NAME);
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return switch (name) {
      case FIGHTER_EASY -> fighter(FighterSkill.EASY, settings, map, seed);
      case FIGHTER -> fighter(FighterSkill.NORMAL, settings, map, seed);
      case FIGHTER_HARD -> fighter(FighterSkill.HARD, settings, map, seed);
      case SNIPER ->
          new SniperBrain(new SkirmishSlots(settings, map), MapWorld.walls(map), settings.rate());
      case RandomBrain.NAME -> new RandomBrain(settings.rate(), seed);
      default -> throw new IllegalArgumentException("skirmish has no brain " + name);
    };
  }

  private static Brain fighter(FighterSkill skill, MatchSettings settings, GameMap map, long seed) {
    Queries walls = MapWorld.walls(map);
    return new FighterBrain(
        skill,
        new SkirmishSlots(settings, map),
        walls,
        new RouteGrid(map, walls),
        settings.rate(),
        seed);
  }
}
