package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.snapshot.InterestSet;

/** What one viewer is to be shown of one tick's frame. Reused. */
final class Sight {
  private final int seat;
  private final InterestSet slots = new InterestSet();
  private final boolean[] shown;
  private EntityFrame frame;

  /** Shows nothing at first. */
  Sight(EntitySchema schema, int seat) {
    this.seat = seat;
    shown = new boolean[schema.capacity()];
    frame = new EntityFrame(schema);
  }

  void begin(EntityFrame newFrame) {
    frame = newFrame;
    for (int i = 0; i < slots.count(); i++) {
      shown[slots.slot(i)] = false;
    }
    slots.clear();
  }

  /** Shows a slot's entity; slots come in ascending order. */
  void add(int slot) {
    slots.add(slot, InterestSet.MUST);
    shown[slot] = true;
  }

  int tick() {
    return frame.tick();
  }

  int seat() {
    return seat;
  }

  EntityFrame frame() {
    return frame;
  }

  InterestSet slots() {
    return slots;
  }

  int count() {
    return slots.count();
  }

  /** The slot at an index, ascending. */
  int slot(int index) {
    return slots.slot(index);
  }

  boolean shows(int slot) {
    return shown[slot];
  }

  /** Reads a slot's fields as the viewer may see them. */
  void read(int slot, int[] into) {
    frame.read(slot, frame.access(slot, seat), into);
  }

  /** Whether a slot shows the same entity, changed or not. */
  boolean continues(Sight earlier, int slot) {
    return shown[slot]
        && earlier.shown[slot]
        && frame.type(slot) == earlier.frame.type(slot)
        && frame.generation(slot) == earlier.frame.generation(slot);
  }
}
