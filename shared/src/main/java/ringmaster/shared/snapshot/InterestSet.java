package ringmaster.shared.snapshot;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;

/**
 * The entities that concern one viewer in one tick, by ascending slot, and how much each does; and
 * which events do. Reused; holds as many as a schema may have.
 */
public final class InterestSet {
  /** Priority of what goes before all else, however long that has waited. */
  public static final int MUST = Integer.MAX_VALUE;

  private final short[] slots = new short[EntitySchema.MAX_CAPACITY];
  private final int[] priorities = new int[EntitySchema.MAX_CAPACITY];
  private int count;
  private EventInterest events = EventInterest.ALL;

  /** Holds no entity, and all events concern the viewer. */
  public void clear() {
    count = 0;
    events = EventInterest.ALL;
  }

  /** Says which events concern the viewer. */
  public void setEvents(EventInterest newEvents) {
    events = newEvents;
  }

  /** Which events concern the viewer. */
  public EventInterest events() {
    return events;
  }

  /**
   * Appends a present entity.
   *
   * @param slot above all before
   * @param priority at least 0; where there is no room for all, the largest come first
   */
  public void add(int slot, int priority) {
    slots[count] = (short) slot;
    priorities[count] = priority;
    count++;
  }

  /** Becomes all that a frame holds; what the encoder sent longest ago comes first. */
  public void setAll(EntityFrame frame, SnapshotEncoder encoder) {
    clear();
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot)) {
        add(slot, frame.tick() - encoder.sentTick(slot));
      }
    }
  }

  public int count() {
    return count;
  }

  public int slot(int index) {
    return slots[index];
  }

  public int priority(int index) {
    return priorities[index];
  }
}
