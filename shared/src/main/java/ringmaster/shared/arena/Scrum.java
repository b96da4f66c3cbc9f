package ringmaster.shared.arena;

import java.util.List;
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
import ringmaster.shared.game.Simulation;

/**
 * Two teams of hover tanks without weapons, one heavy ball, two goals: what decides is who pushes,
 * and from where.
 *
 * <p>A command's axes turn and push the hull, its aim is where a shove goes, and its buttons are
 * the BUTTON constants.
 */
public final class Scrum implements Game {
  /** Shoves what is near in the direction of the aim, every 1.5 s. */
  public static final int BUTTON_SHOVE = 1;

  /** More thrust while the charge lasts: the same tank's, so the same button. */
  public static final int BUTTON_BOOST = Skirmish.BUTTON_BOOST;

  static final GameSetting SCORE_LIMIT =
      new GameSetting("scoreLimit", 0, 99, 5, "goals that win at once; 0: only time ends a match");

  /** The timer's, but twice as long: a goal takes longer than a kill. */
  static final GameSetting OVERTIME =
      new GameSetting(
          MatchTimer.OVERTIME.name(),
          MatchTimer.OVERTIME.min(),
          MatchTimer.OVERTIME.max(),
          120,
          "seconds of overtime at most after a draw; the first goal wins");

  /** Index among {@link #gauges}. */
  static final int GAUGE_SHOVE = TankPrediction.GAUGE_BOOST + 1;

  private static final String STRIKER = "striker";
  private static final String STRIKER_EASY = "striker-easy";
  private static final String STRIKER_HARD = "striker-hard";

  private static final int MIN_PLAYERS = 2;
  private static final int MAX_PLAYERS = 16;
  private static final String PITCH = "pitch";
  private static final String STADIUM = "stadium";
  private static final int MAX_PITCH_PLAYERS = 10;

  @Override
  public String mode() {
    return "scrum";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int maxPlayers() {
    return MAX_PLAYERS;
  }

  @Override
  public List<String> maps() {
    return List.of(PITCH, STADIUM);
  }

  @Override
  public String mapFor(int players) {
    return players <= MAX_PITCH_PLAYERS ? PITCH : STADIUM;
  }

  @Override
  public List<GameSetting> settings() {
    return List.of(MatchTimer.WARM_UP, OVERTIME, SCORE_LIMIT);
  }

  @Override
  public void check(MatchSettings settings, GameMap map) {
    if (settings.maxPlayers() < MIN_PLAYERS) {
      throw new IllegalArgumentException(
          "scrum has 2 to " + maxPlayers() + " players, not " + settings.maxPlayers());
    }
    for (int i = 0; i < map.props().size(); i++) {
      if (!ArenaBodies.crates(map).contains(map.props().get(i))) {
        throw map.wrong("props[" + i + "].kind", "must be crate in scrum");
      }
    }
    if (map.goals().size() != 2) {
      throw map.wrong("goals", "must be two in scrum, not " + map.goals().size());
    }
    for (int team = 1; team <= 2; team++) {
      check(map, team, Math.ceilDiv(settings.maxPlayers(), 2));
    }
  }

  /** The larger team has half the seats: new players join the smaller. */
  private static void check(GameMap map, int team, int tanks) {
    if (map.goals().stream().noneMatch(goal -> goal.team() == team)) {
      throw map.wrong("goals", "lack the goal of team " + team);
    }
    long places = map.spawns().stream().filter(spawn -> spawn.team() == team).count();
    if (places < tanks) {
      throw map.wrong("spawns", "of team " + team + " are " + places + ", below " + tanks);
    }
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return new ScrumSlots(settings, map).schema();
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
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new ScrumSimulation(settings, map);
  }

  @Override
  public Prediction newPrediction(MatchSettings settings, GameMap map) {
    return new ScrumPrediction(settings, map);
  }

  @Override
  public List<String> gauges() {
    return List.of("boost", "shove");
  }

  @Override
  public List<String> brains() {
    return List.of(STRIKER, STRIKER_EASY, STRIKER_HARD, RandomBrain.NAME);
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return switch (name) {
      case STRIKER -> striker(StrikerSkill.NORMAL, settings, map, seed);
      case STRIKER_EASY -> striker(StrikerSkill.EASY, settings, map, seed);
      case STRIKER_HARD -> striker(StrikerSkill.HARD, settings, map, seed);
      case RandomBrain.NAME -> new RandomBrain(settings.rate(), seed);
      default -> throw new IllegalArgumentException("scrum has no brain " + name);
    };
  }

  private static Brain striker(StrikerSkill skill, MatchSettings settings, GameMap map, long seed) {
    PitchView view = new PitchView(new ScrumSlots(settings, map), map);
    return new StrikerBrain(view, MapWorld.walls(map), skill, settings.rate(), seed);
  }
}
