package ringmaster.shared.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

/**
 * The trained models: {@code codec/MODE.model} on a game's own class path, and for games that have
 * none that fits their schema the general one. Each is read once and shared. Any thread.
 */
final class CodecModels {
  /** Where the model that fits any schema is; {@code codec/} and a mode elsewhere. */
  private static final String GENERAL = "general";

  private record Key(ClassLoader loader, String name, int layout) {}

  /** No model, for a map that takes no null. */
  private record Entry(@Nullable CodecModel model) {}

  private static final Map<Key, Entry> MODELS = new ConcurrentHashMap<>();

  private CodecModels() {}

  /** What both sides of a match of the game code its snapshots with. */
  static SnapshotCodec codec(Game game, MatchSettings settings, GameMap map) {
    EntitySchema schema = game.schema(settings, map);
    IntUnaryOperator bodies = seat -> game.bodySlot(settings, seat);
    ModelLayout layout = ModelLayout.specific(schema);
    CodecModel own = find(game.getClass().getClassLoader(), game.mode(), layout);
    return own == null
        ? general(schema, settings.rate(), bodies)
        : new SnapshotCodec(schema, settings.rate(), bodies, layout, own);
  }

  /** A codec that knows of a schema but its units. */
  static SnapshotCodec general(EntitySchema schema, TickRate rate) {
    return general(schema, rate, seat -> SnapshotCodec.NO_BODY);
  }

  private static SnapshotCodec general(
      EntitySchema schema, TickRate rate, IntUnaryOperator bodies) {
    ModelLayout layout = ModelLayout.general(schema);
    CodecModel model = find(CodecModels.class.getClassLoader(), GENERAL, layout);
    CodecModel known = model == null ? CodecModel.untrained(layout) : model;
    return new SnapshotCodec(schema, rate, bodies, layout, known);
  }

  private static @Nullable CodecModel find(ClassLoader loader, String name, ModelLayout layout) {
    Key key = new Key(loader, name, layout.key());
    return MODELS.computeIfAbsent(key, k -> new Entry(read(k, layout))).model();
  }

  private static @Nullable CodecModel read(Key key, ModelLayout layout) {
    String file = path(key.name());
    try (InputStream in = key.loader().getResourceAsStream(file)) {
      return in == null ? null : ModelFile.read(in.readNBytes(ModelFile.MAX_BYTES + 1), layout);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The file of a mode's model. */
  static String path(String mode) {
    return "codec/" + mode + ".model";
  }
}
