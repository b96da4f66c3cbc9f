package ringmaster.testkit;

import java.util.List;
import java.util.function.Supplier;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.RandomBrain;
import ringmaster.shared.game.Simulation;

/**
 * The smallest game that has everything: a pebble per player that its axes push, points that fall
 * by chance, a purse that nobody else sees. A {@link Flaw} may be built in.
 */
final class Pebbles implements Game {
  static final int PEBBLE = 0;
  static final int X = 0;
  static final int Y = 1;
  static final int SCORE = 2;
  static final int PURSE = 3;
  static final int MAX_SCORE = 1_000;
  static final float HALF_METERS = 20;

  static final int POINT = 0;

  static final GameSetting PACE = new GameSetting("pace", 1, 9, 3, "how fast pebbles are");

  private static final EntityType PEBBLE_TYPE =
      new EntityType(
          "pebble",
          List.of(
              new EntityField("x", "m", -HALF_METERS, HALF_METERS, 0.01f),
              new EntityField("y", "m", -HALF_METERS, HALF_METERS, 0.01f),
              EntityField.count("score", 0, MAX_SCORE),
              EntityField.count("purse", 0, MAX_SCORE).visibleTo(Visibility.OWNER)),
          EntityType.Shape.CIRCLE,
          0.5f,
          0x808080);

  static final List<EventType> EVENTS =
      List.of(new EventType("point", List.of(EntityField.count("seat", 0, 63))));

  private final Supplier<Flaw> flaws;

  /** Without a flaw. */
  Pebbles() {
    this(() -> Flaw.NONE);
  }

  /**
   * @param flaws makes one for each simulation
   */
  Pebbles(Supplier<Flaw> flaws) {
    this.flaws = flaws;
  }

  @Override
  public String mode() {
    return "pebbles";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int maxPlayers() {
    return 4;
  }

  @Override
  public List<String> maps() {
    return List.of("yard");
  }

  @Override
  public List<GameSetting> settings() {
    return List.of(PACE);
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return new EntitySchema(List.of(PEBBLE_TYPE), settings.maxPlayers(), EVENTS);
  }

  @Override
  public int bodySlot(MatchSettings settings, int seat) {
    return seat;
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new PebblesSimulation(settings, flaws.get());
  }

  @Override
  public Prediction newPrediction(MatchSettings settings, GameMap map) {
    return new PebblesPrediction(settings, flaws.get());
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return flaws.get().brain(new RandomBrain(settings.rate(), seed));
  }
}
