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
 * Hover tanks with rail and rockets among walls and crates, everybody against everybody.
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

  private static final String YARD = "yard";
  private static final String QUARRY = "quarry";
  private static final int MAX_YARD_PLAYERS = 8;

  /** Indexes of {@link #gauges}. */
  static final int GAUGE_BOOST = 0;

  static final int GAUGE_RAIL = 1;
  static final int GAUGE_ROCKET = 2;

  private static final String FIGHTER = "fighter";

  @Override
  public String mode() {
    return "skirmish";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int maxPlayers() {
    return MatchSettings.MAX_PLAYERS;
  }

  @Override
  public List<String> maps() {
    return List.of(YARD, QUARRY);
  }

  @Override
  public String mapFor(int players) {
    return players <= MAX_YARD_PLAYERS ? YARD : QUARRY;
  }

  @Override
  public List<GameSetting> settings() {
    return List.of(MatchTimer.WARM_UP, MatchTimer.OVERTIME);
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return slots(settings, map).schema();
  }

  @Override
  public int playerSlot(int seat) {
    return SkirmishSlots.FIRST_PLAYER + seat;
  }

  @Override
  public int bodySlot(MatchSettings settings, int seat) {
    return SkirmishSlots.tank(settings.maxPlayers(), seat);
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new SkirmishSimulation(settings, map);
  }

  @Override
  public Prediction newPrediction(MatchSettings settings, GameMap map) {
    return new SkirmishPrediction(map, settings.rate());
  }

  @Override
  public List<String> gauges() {
    return List.of("boost", "rail", "rocket");
  }

  @Override
  public List<String> brains() {
    return List.of(FIGHTER, RandomBrain.NAME);
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return switch (name) {
      case FIGHTER ->
          new FighterBrain(
              slots(settings, map),
              MapWorld.walls(map),
              new RouteGrid(map, MapWorld.walls(map)),
              settings.rate(),
              seed);
      case RandomBrain.NAME -> new RandomBrain(settings.rate(), seed);
      default -> throw new IllegalArgumentException("skirmish has no brain " + name);
    };
  }

  private static SkirmishSlots slots(MatchSettings settings, GameMap map) {
    return new SkirmishSlots(settings.maxPlayers(), ArenaBodies.crates(map).size());
  }
}
