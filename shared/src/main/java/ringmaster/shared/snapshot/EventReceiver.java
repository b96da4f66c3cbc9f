package ringmaster.shared.snapshot;

import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EventList;
import ringmaster.shared.wire.BitReader;

/**
 * A viewer's side of {@link EventSender}: hands out each event once, however often it was sent. A
 * section is read twice: checked before the snapshot is taken, handed out after.
 */
final class EventReceiver {
  private final EventCodec codec;
  private final EventList events;

  /** All events up to this tick have been handed out, or will not come any more. */
  private int heldTick = -1;

  /** Up to which tick the section at hand holds all events. */
  private int throughTick;

  EventReceiver(EntitySchema schema) {
    codec = new EventCodec(schema.events());
    events = new EventList(schema.events());
  }

  /** Reads past the section of a tick's snapshot. Returns whether it is one. */
  boolean check(int snapshotTick, BitReader in) {
    int tick = -1;
    while (in.flag()) {
      if (!in.flag()) {
        int before = tick;
        tick = snapshotTick - codec.readAge(in);
        events.clear();
        if (tick <= before) {
          return false;
        }
      }
      if (tick < 0 || !codec.read(in, events)) {
        return false;
      }
    }
    boolean any = tick >= 0;
    throughTick = any && !in.flag() ? snapshotTick - in.int32(EventCodec.AGE_BITS) : snapshotTick;
    return !in.overrun() && throughTick >= tick;
  }

  /** Hands out what is new in a section that was checked last. */
  void handOut(int snapshotTick, BitReader in, EventSink sink) {
    int tick = -1;
    while (in.flag()) {
      if (!in.flag()) {
        handOut(tick, sink);
        tick = snapshotTick - codec.readAge(in);
        events.clear();
      }
      codec.read(in, events);
    }
    handOut(tick, sink);
    heldTick = Math.max(heldTick, throughTick);
  }

  private void handOut(int tick, EventSink sink) {
    if (tick > heldTick) {
      sink.happened(tick, events);
    }
  }
}
