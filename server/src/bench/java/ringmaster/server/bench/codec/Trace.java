package ringmaster.server.bench.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

/**
 * What there was to see in a match, tick by tick. Events are left out: they are coded by
 * themselves, and this is about entities.
 *
 * @param frames of successive ticks
 */
record Trace(Game game, MatchSettings settings, GameMap map, List<EntityFrame> frames) {
  /** The game that codecs are measured with. */
  static final String MODE = "skirmish";

  static final TickRate RATE = new TickRate(60);

  /** So long that no match ends before its trace does. */
  static final int TIME_LIMIT_SECONDS = 3600;

  /** By then everybody is in the fight. */
  private static final int WARM_UP_TICKS = 600;

  private static final long HASH_MULTIPLIER = 0x9E3779B185EBCA87L;

  Trace {
    frames = List.copyOf(frames);
  }

  /** Plays what is measured: skirmish among default fighters. */
  static Trace ofSkirmish(String mapName, int players, long seed, int ticks) {
    Game game = Objects.requireNonNull(Games.installed().find(MODE));
    GameMap map = new GameMaps().load(game, mapName);
    MatchSettings settings =
        new MatchSettings(MODE, mapName, players, RATE, TIME_LIMIT_SECONDS, seed);
    return play(game, settings, map, WARM_UP_TICKS, ticks);
  }

  /**
   * Plays a match from its settings' seed.
   *
   * @param warmUpTicks played before the first that is kept
   */
  static Trace play(Game game, MatchSettings settings, GameMap map, int warmUpTicks, int ticks) {
    BrainMatch match = new BrainMatch(game, settings, map);
    for (int tick = 0; tick < warmUpTicks; tick++) {
      match.step();
    }
    EntitySchema schema = game.schema(settings, map);
    List<EntityFrame> frames = new ArrayList<>();
    for (int tick = 0; tick < ticks; tick++) {
      EntityFrame frame = new EntityFrame(schema);
      frame.copyFrom(match.step());
      frame.events().clear();
      frames.add(frame);
    }
    return new Trace(game, settings, map, frames);
  }

  EntitySchema schema() {
    return frames.getFirst().schema();
  }

  /** Of every entity of every frame. */
  long hash() {
    long hash = 0;
    for (EntityFrame frame : frames) {
      hash = hash * HASH_MULTIPLIER + frame.tick();
      for (int slot = 0; slot < frame.capacity(); slot++) {
        hash = frame.present(slot) ? frame.hash(hash, slot, EntityFrame.ACCESS_LEVELS - 1) : hash;
      }
    }
    return hash;
  }
}
