package ringmaster.shared.snapshot;

import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;

/**
 * Makes a model of what encoders met: play matches, encode them with the encoders handed out here
 * as they would be for real viewers, and write {@link #model}. The same matches make the same
 * bytes.
 */
public final class CodecTrainer {
  private final boolean general;
  private final ModelLayout layout;
  private final CodecTally tally;

  private CodecTrainer(boolean general, ModelLayout layout) {
    this.general = general;
    this.layout = layout;
    tally = new CodecTally(layout);
  }

  /** Trains the model of one game. */
  public static CodecTrainer specific(EntitySchema schema) {
    return new CodecTrainer(false, ModelLayout.specific(schema));
  }

  /**
   * Trains the model that serves games without one.
   *
   * @param any schema of any of the games that are played for it
   */
  public static CodecTrainer general(EntitySchema any) {
    return new CodecTrainer(true, ModelLayout.general(any));
  }

  /** What the encoders and decoders of a match use while training. */
  public SnapshotCodec codec(Game game, MatchSettings settings, GameMap map) {
    EntitySchema schema = game.schema(settings, map);
    ModelLayout own = general ? ModelLayout.general(schema) : layout;
    return new SnapshotCodec(
        schema,
        settings.rate(),
        seat -> game.bodySlot(settings, seat),
        own,
        CodecModel.untrained(own));
  }

  /** An encoder whose symbols are counted. */
  public SnapshotEncoder encoder(SnapshotCodec codec, int viewerSeat) {
    return new SnapshotEncoder(codec, viewerSeat, tally);
  }

  /** Where on its class path a game's model is found. */
  public static String path(String mode) {
    return CodecModels.path(mode);
  }

  /** The model, as the bytes of its file. */
  public byte[] model() {
    return ModelFile.write(layout, tally.model());
  }
}
