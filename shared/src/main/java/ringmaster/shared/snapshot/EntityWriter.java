package ringmaster.shared.snapshot;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;

/** Writes one entity after the other, as one viewer may see them. */
final class EntityWriter implements EntityPredictor.Seen {
  private final SnapshotCodec codec;
  private final SymbolWriter out;
  private final SlotSet written;
  private final int viewerSeat;
  private final int ownBody;
  private final int[] then;
  private final int[] now;
  private final int[] values;
  private final int[] residuals;
  private EntityFrame frame;

  /**
   * @param written by tick, the slots that a snapshot has come to
   */
  EntityWriter(SnapshotCodec codec, SymbolWriter out, SlotSet written, int viewerSeat) {
    this.codec = codec;
    this.out = out;
    this.written = written;
    this.viewerSeat = viewerSeat;
    ownBody = codec.ownBody(viewerSeat);
    int fields = codec.schema.maxFields();
    then = new int[fields];
    now = new int[fields];
    values = new int[fields];
    residuals = new int[fields];
    frame = new EntityFrame(codec.schema.withoutEvents());
  }

  /** From here on entities of this frame are written. */
  void begin(EntityFrame newFrame) {
    frame = newFrame;
  }

  /** Whether a viewer that holds an earlier frame's value can be told the difference. */
  boolean continues(EntityFrame baseline, int slot) {
    return baseline.type(slot) == frame.type(slot)
        && baseline.generation(slot) == frame.generation(slot)
        && baseline.access(slot, viewerSeat) == frame.access(slot, viewerSeat);
  }

  /** How the baseline's entity moved, see {@link SnapshotCodec#activity}. */
  int activity(EntityFrame baseline, int slot) {
    return codec.activity(baseline, slot, baseline.access(slot, viewerSeat));
  }

  /**
   * What became of the entity since its baseline: SAME, FORETOLD or CHANGED.
   *
   * @param baseline shows the entity as it was
   * @param ageTicks since it was so; the frame may be a later one
   */
  int compare(EntityFrame baseline, int ageTicks, int slot) {
    int type = frame.type(slot);
    int access = frame.access(slot, viewerSeat);
    if (frame == baseline || frame.same(baseline, slot, access)) {
      return SnapshotCodec.SAME;
    }
    baseline.read(slot, access, then);
    begin(slot, access);
    EntityPredictor predictor = codec.predictors[type];
    int any = 0;
    for (int field : codec.order[type]) {
      int foretold = codec.inRange(type, field, predictor.predict(field, then, now, ageTicks));
      residuals[field] = codec.residual(type, field, values[field], foretold);
      now[field] = values[field];
      any |= residuals[field];
    }
    return any == 0 ? SnapshotCodec.FORETOLD : SnapshotCodec.CHANGED;
  }

  /** Predictors see each field only once the other side has it. */
  private void begin(int slot, int access) {
    frame.read(slot, access, values);
    Arrays.fill(now, 0);
  }

  /** Writes how the entity compared last is other than foretold. */
  void residuals(int set, int type, int activity) {
    int before = 0;
    for (int field : codec.order[type]) {
      int context = SnapshotCodec.fieldContext(activity, before);
      out.residual(codec.layout.residual(set, type, field, context), residuals[field]);
      before = Math.abs(residuals[field]);
    }
  }

  /** Writes an entity that the viewer does not know. */
  void fresh(int slot) {
    int type = frame.type(slot);
    out.symbol(codec.layout.type(type(written.previous(frame.tick(), slot))), type);
    out.magnitude(codec.layout.generation(type), frame.generation(slot));
    begin(slot, frame.access(slot, viewerSeat));
    EntityPredictor predictor = codec.predictors[type];
    for (int field : codec.order[type]) {
      int foretold = codec.inRange(type, field, predictor.expect(field, slot, now, this));
      int residual = codec.residual(type, field, values[field], foretold);
      now[field] = values[field];
      out.residual(codec.layout.fresh(type, field), residual);
    }
  }

  @Override
  public int ownBody() {
    return ownBody;
  }

  @Override
  public int type(int slot) {
    boolean seen = slot >= 0 && slot < frame.capacity() && written.contains(frame.tick(), slot);
    return seen ? frame.type(slot) : EntityFrame.EMPTY;
  }

  @Override
  public int value(int slot, int field) {
    return frame.seen(slot, field, frame.access(slot, viewerSeat));
  }
}
