package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.snapshot.FrameRing;

/**
 * A codec that knows of a viewer only the baseline, and so serves all viewers at once. Its decoder
 * begins with what the baseline showed.
 */
abstract class Rival implements Contender, ViewerCodec {
  final Columns columns;
  private final String name;

  /** What the decoder shows. */
  final EntityFrame shown;

  /** Fields of the entity at hand, and of its baseline. */
  final int[] values;

  final int[] before;

  Rival(String name, Columns columns) {
    this.name = name;
    this.columns = columns;
    shown = new EntityFrame(columns.schema);
    values = new int[columns.schema.maxFields()];
    before = new int[columns.schema.maxFields()];
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ViewerCodec open(FrameRing frames, int seat) {
    return this;
  }

  @Override
  public final void acknowledge(int tick) {
    // the baseline says it all
  }

  @Override
  public final int entityBytes(byte[] bytes, int length) {
    return length;
  }

  /** Shows what the baseline showed. */
  final void beginWith(Sight baseline) {
    shown.clear(baseline.tick());
    for (int i = 0; i < baseline.count(); i++) {
      int slot = baseline.slot(i);
      baseline.read(slot, before);
      EntityFrame frame = baseline.frame();
      show(slot, frame.type(slot), frame.generation(slot), before);
    }
  }

  /** Shows an entity with these fields. */
  final void show(int slot, int type, int generation, int[] fields) {
    shown.put(slot, type, generation);
    for (int field = 0; field < columns.fields(type); field++) {
      shown.setQuantized(slot, field, fields[field]);
    }
  }

  /** Reads an entity's fields now and as the baseline has them. Returns a mask of what changed. */
  final int compare(Sight now, Sight baseline, int slot) {
    now.read(slot, values);
    baseline.read(slot, before);
    int mask = 0;
    for (int field = 0; field < columns.fields(now.frame().type(slot)); field++) {
      mask |= values[field] == before[field] ? 0 : 1 << field;
    }
    return mask;
  }
}
