package ringmaster.server.bench.codec;

import java.util.List;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;

/** A game that says nothing of how its entities move: units must do. */
final class Unforetold implements Game {
  private final Game game;

  Unforetold(Game game) {
    this.game = game;
  }

  /** The same entities, of which nothing is known but their fields. */
  static EntitySchema schema(EntitySchema schema) {
    List<EntityType> types =
        schema.types().stream()
            .map(type ->
                new EntityType(
                    type.name(), type.fields(), type.shape(), type.sizeMeters(), type.color()))
            .toList();
    return new EntitySchema(types, schema.capacity(), schema.events());
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return schema(game.schema(settings, map));
  }

  @Override
  public String mode() {
    return game.mode();
  }

  @Override
  public int version() {
    return game.version();
  }

  @Override
  public int maxPlayers() {
    return game.maxPlayers();
  }

  @Override
  public List<String> maps() {
    return game.maps();
  }

  @Override
  public String mapFor(int players) {
    return game.mapFor(players);
  }

  @Override
  public int bodySlot(MatchSettings settings, int seat) {
    return game.bodySlot(settings, seat);
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return game.newSimulation(settings, map);
  }

  @Override
  public List<String> brains() {
    return game.brains();
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return game.newBrain(name, settings, map, seed);
  }
}
