package ringmaster.shared.snapshot;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;

/** Reads what an {@link EntityWriter} wrote. */
final class EntityReader implements EntityPredictor.Seen {
  /** A viewer's frames hold nothing that it may not see. */
  private static final int ALL = EntityFrame.ACCESS_LEVELS - 1;

  private final SnapshotCodec codec;
  private final SymbolReader in;
  private final SlotSet read;
  private final int ownBody;
  private final int[] then;
  private final int[] now;
  private EntityFrame frame;
  private int tick;

  EntityReader(SnapshotCodec codec, SymbolReader in, SlotSet read, int viewerSeat) {
    this.codec = codec;
    this.in = in;
    this.read = read;
    ownBody = codec.ownBody(viewerSeat);
    then = new int[codec.schema.maxFields()];
    now = new int[codec.schema.maxFields()];
    frame = new EntityFrame(codec.schema.withoutEvents());
  }

  /** From here on entities are read into this frame, to be that of a tick. */
  void begin(EntityFrame newFrame, int newTick) {
    frame = newFrame;
    tick = newTick;
  }

  /** How the baseline's entity moved, see {@link SnapshotCodec#activity}. */
  int activity(EntityFrame baseline, int slot) {
    return codec.activity(baseline, slot, ALL);
  }

  /** Takes an entity that is as foretold. */
  void foretold(EntityFrame baseline, int slot, int age) {
    int type = baseline.type(slot);
    baseline.read(slot, ALL, then);
    Arrays.fill(now, 0);
    EntityPredictor predictor = codec.predictors[type];
    for (int field : codec.order[type]) {
      now[field] = codec.inRange(type, field, predictor.predict(field, then, now, age));
    }
    put(slot, type, baseline.generation(slot));
  }

  /** Reads an entity that is not. Returns whether what was read is within the schema. */
  boolean changed(EntityFrame baseline, int slot, int age, int activity) {
    int set = ModelLayout.ageSet(age);
    int type = baseline.type(slot);
    baseline.read(slot, ALL, then);
    Arrays.fill(now, 0);
    EntityPredictor predictor = codec.predictors[type];
    int before = 0;
    for (int field : codec.order[type]) {
      int context = SnapshotCodec.fieldContext(activity, before);
      int residual = in.residual(codec.layout.residual(set, type, field, context));
      before = Math.abs(residual);
      int foretold = codec.inRange(type, field, predictor.predict(field, then, now, age));
      if (!take(type, field, foretold, residual)) {
        return false;
      }
    }
    put(slot, type, baseline.generation(slot));
    return true;
  }

  /** Reads an entity that was not there. Returns whether what was read is within the schema. */
  boolean fresh(int slot) {
    int type = in.symbol(codec.layout.type(type(read.previous(tick, slot))));
    if (type >= codec.predictors.length) {
      return false;
    }
    int generation = in.magnitude(codec.layout.generation(type));
    if (generation >= EntityFrame.GENERATIONS) {
      return false;
    }
    Arrays.fill(now, 0);
    EntityPredictor predictor = codec.predictors[type];
    for (int field : codec.order[type]) {
      int residual = in.residual(codec.layout.fresh(type, field));
      int foretold = codec.inRange(type, field, predictor.expect(field, slot, now, this));
      if (!take(type, field, foretold, residual)) {
        return false;
      }
    }
    put(slot, type, generation);
    return true;
  }

  private boolean take(int type, int field, int foretold, int residual) {
    int turn = codec.period[type][field];
    int value = turn == 0 ? foretold + residual : Math.floorMod(foretold + residual, turn);
    now[field] = value;
    return value >= 0 && value <= codec.steps[type][field];
  }

  private void put(int slot, int type, int generation) {
    frame.put(slot, type, generation);
    for (int field : codec.order[type]) {
      frame.setQuantized(slot, field, now[field]);
    }
  }

  @Override
  public int ownBody() {
    return ownBody;
  }

  @Override
  public int type(int slot) {
    boolean seen = slot >= 0 && slot < frame.capacity() && read.contains(tick, slot);
    return seen ? frame.type(slot) : EntityFrame.EMPTY;
  }

  @Override
  public int value(int slot, int field) {
    return frame.quantized(slot, field);
  }
}
