package ringmaster.shared.install;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MapFormatException;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.time.TickRate;

/**
 * Runs one tick of a guest's smallest match on each of its maps, and one of its largest, so that
 * what cannot work is refused when the program starts and not when somebody joins.
 */
final class GameTrial {
  private static final int FEW_PLAYERS = 2;

  private static final TickCommands NEUTRAL =
      new TickCommands() {
        @Override
        public long command(int seat) {
          return Command.NEUTRAL;
        }

        @Override
        public int rewindSixteenths(int seat) {
          return 0;
        }
      };

  private final Game game;
  private final String jar;
  private final GameMaps maps = new GameMaps();
  private boolean hasModel;

  GameTrial(Game game, String jar) {
    this.game = game;
    this.jar = jar;
  }

  /**
   * @throws GameJarException with what is wrong in one sentence
   */
  void run() {
    try {
      checkNames();
      int most = game.maxPlayers();
      for (String map : List.copyOf(game.maps())) {
        tryOut(map, Math.min(FEW_PLAYERS, most));
      }
      tryOut(game.mapFor(most), most);
    } catch (GameJarException e) {
      throw e;
    } catch (MapFormatException e) {
      throw new GameJarException(jar + ": " + e.getMessage(), e);
    } catch (Throwable t) {
      throw new GameJarException(jar + ": its game does not work: " + Blame.of(t, jar), t);
    }
  }

  /** Whether the jar holds a model for the codec, and it fits; known after {@link #run}. */
  boolean hasModel() {
    return hasModel;
  }

  private void checkNames() {
    String mode = Objects.requireNonNull(game.mode(), "mode()");
    require(
        GameMaps.isName(mode),
        "its mode \"" + mode + "\" must be 1 to 32 of the characters a-z, 0-9 and -");
    require(
        game.maxPlayers() >= 1 && game.maxPlayers() <= MatchSettings.MAX_PLAYERS,
        mode + " has " + game.maxPlayers() + " players, not 1 to " + MatchSettings.MAX_PLAYERS);
    require(!game.maps().isEmpty(), mode + " has no maps");
    require(
        game.settings().size() <= MatchSettings.MAX_OPTIONS,
        mode + " has more than " + MatchSettings.MAX_OPTIONS + " settings");
    requireUnique("settings", game.settings().stream().map(GameSetting::name).toList());
  }

  private void tryOut(String mapName, int players) {
    GameMap map = maps.load(game, mapName);
    MatchSettings settings =
        new MatchSettings(game.mode(), mapName, players, new TickRate(60), 60, 1);
    EntitySchema schema = check(settings, map);
    for (EntityType type : schema.types()) {
      requireUnique(
          "fields of type " + type.name(),
          type.fields().stream().map(field -> field.name()).toList());
    }
    requireUnique("entity types", schema.types().stream().map(EntityType::name).toList());
    hasModel = !SnapshotCodec.of(game, settings, map).isGeneral();
    Simulation simulation = game.newSimulation(settings, map);
    simulation.join(0);
    simulation.tick(NEUTRAL, Workers.ALONE);
    simulation.visit(new StateHash());
    capture(simulation, schema);
    predict(simulation, game.newPrediction(settings, map));
    require(!game.brains().isEmpty(), "it has no brains");
    game.brains().forEach(brain -> game.newBrain(brain, settings, map, 1));
  }

  private EntitySchema check(MatchSettings settings, GameMap map) {
    try {
      return GameChecks.check(game, settings, map);
    } catch (MapFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new GameJarException(
          jar + ": on map " + map.name() + ", " + e.getMessage() + blame(e), e);
    }
  }

  /** Where in the game's code, if that is known: a field does not know of which type it is. */
  private String blame(IllegalArgumentException e) {
    return e.getCause() == null ? "" : " (" + Blame.of(e, jar) + ")";
  }

  private void capture(Simulation simulation, EntitySchema schema) {
    EntityFrame frame = new EntityFrame(schema);
    frame.clear(0);
    simulation.capture(frame);
    for (int slot = 0; slot < frame.capacity(); slot++) {
      require(
          !frame.present(slot) || frame.type(slot) < schema.types().size(),
          "its schema has no entity type " + frame.type(slot) + ", which slot " + slot + " is of");
    }
  }

  private void predict(Simulation simulation, Prediction prediction) {
    int count = simulation.ownerWords();
    require(
        count >= 0 && count <= SnapshotHeader.MAX_OWNER_WORDS,
        "it has " + count + " owner words, not 0 to " + SnapshotHeader.MAX_OWNER_WORDS);
    int[] words = new int[count];
    simulation.captureOwner(0, words, 0);
    prediction.load(words, 0);
    prediction.step(Command.NEUTRAL);
  }

  private void requireUnique(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      require(seen.add(name), "two of its " + what + " are called " + name);
    }
  }

  private void require(boolean condition, String sentence) {
    if (!condition) {
      throw new GameJarException(jar + ": " + sentence);
    }
  }
}
