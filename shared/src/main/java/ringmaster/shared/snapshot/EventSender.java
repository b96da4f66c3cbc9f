package ringmaster.shared.snapshot;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EventList;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitWriter;

/**
 * Up to which tick one viewer is known to have all events, and the section of a snapshot that holds
 * the later ones. They are sent again with each snapshot until one that held them is acknowledged,
 * so a lost datagram delays none by more than the next one. What does not concern the viewer is
 * left out, and counts as known.
 */
final class EventSender {
  /** Events take at most one part of so many of what the header leaves; entities have the rest. */
  private static final int SHARE_DIVISOR = 3;

  private static final int HISTORY = Limits.FRAME_HISTORY;

  /** So far back that the next snapshot begins at its own tick. */
  private static final int NEW_VIEWER = -HISTORY;

  private final EventCodec codec;

  /** The viewer has proven to have all events up to this tick. */
  private int heldTick = NEW_VIEWER;

  /** Up to which tick the section written last holds all events. */
  private int throughTick;

  /** The same of the snapshots that were sent, by their ticks. */
  private final int[] sentThroughTick = new int[HISTORY];

  EventSender(EntitySchema schema) {
    codec = new EventCodec(schema.events());
  }

  /** From here on it is another viewer, whom nothing concerns that happened before. */
  void reset() {
    heldTick = NEW_VIEWER;
  }

  /** The snapshot with the section written last goes out. */
  void sent(int tick) {
    sentThroughTick[tick & (HISTORY - 1)] = throughTick;
  }

  /** The viewer has proven to have received the snapshot of a tick, which was sent. */
  void acknowledge(int tick) {
    heldTick = Math.max(heldTick, sentThroughTick[tick & (HISTORY - 1)]);
  }

  /** Writes the section of the newest frame's snapshot. */
  void write(FrameRing frames, EventInterest interest, BitWriter out) {
    int newest = frames.newestTick();
    if (newest - heldTick >= HISTORY) {
      heldTick = newest - 1; // nobody cares to see what is older
    }
    int start = out.position();
    throughTick = writeTicks(frames, interest, out, start + out.remainingBits() / SHARE_DIVISOR);
    boolean any = out.position() > start;
    out.flag(false);
    if (any) {
      out.flag(throughTick == newest);
      if (throughTick < newest) {
        out.bits(newest - throughTick, EventCodec.AGE_BITS);
      }
    }
  }

  /** Returns the tick up to which all is written. */
  private int writeTicks(FrameRing frames, EventInterest interest, BitWriter out, int limit) {
    int newest = frames.newestTick();
    int start = out.position();
    for (int tick = heldTick + 1; tick <= newest; tick++) {
      int before = out.position();
      EntityFrame frame = frames.find(tick);
      boolean whole =
          frame == null || writeTick(interest, out, limit, frame.events(), newest - tick);
      if (!whole && before > start) {
        out.rewind(before);
        return tick - 1;
      }
    }
    return newest;
  }

  /** Writes a tick's events, as far as they fit. Returns whether that was all of them. */
  private boolean writeTick(
      EventInterest interest, BitWriter out, int limit, EventList events, int age) {
    boolean same = false;
    for (int event = 0; event < events.count(); event++) {
      if (!interest.concerns(events, event)) {
        continue;
      }
      int before = out.position();
      out.flag(true);
      out.flag(same);
      if (!same) {
        codec.writeAge(out, age);
      }
      codec.write(out, events, event);
      if (out.overflowed() || out.position() > limit) {
        out.rewind(before);
        return false;
      }
      same = true;
    }
    return true;
  }
}
