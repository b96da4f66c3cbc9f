package ringmaster.shared.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.math.InPlaceSort;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitWriter;

/**
 * What one viewer is known to have, and the snapshot that brings it up to date. Follows the header
 * and the events (see {@link EventCodec}), bits, least significant first; the list ends with a 0:
 *
 * <pre>
 * bits  per entity slot that changed since the viewer's proven value
 *  1    1
 *  1    next: the slot after the one before (slot 0 for the first)
 * 10    if not next: slot
 *  2    0 difference, 1 whole, 2 gone
 *       difference: same age 1 (as the last one named), else age 7 (in ticks); fields
 *       whole: type, generation, fields                   (see {@link EntityCodec})
 * </pre>
 *
 * An age of a is a reference to the value the viewer held after tick - a, which it has proven to
 * have received. All slots that changed are written in slot order; when they do not fit, those that
 * waited longest go first and the others wait on.
 *
 * <p>Used by one worker at a time; allocates nothing after construction.
 */
public final class SnapshotEncoder {
  static final int DIFFERENCE = 0;
  static final int WHOLE = 1;
  static final int GONE = 2;

  private static final int NEVER = -1;

  /** Every so many complete snapshots one carries a hash: two bytes, four times a second. */
  private static final int HASH_INTERVAL = 16;

  private static final int HISTORY = Limits.FRAME_HISTORY;

  private final EntityCodec codec;
  private final EventSender events;
  private final int capacity;
  private final int bitmapWords;

  /** Per slot: newest tick whose value the viewer has proven to have; NEVER: an empty slot. */
  private final int[] heldTick;

  /** Per slot: newest tick in which its value was sent. */
  private final int[] sentTick;

  /** Which slots the snapshot of a tick contained; rows of {@link #bitmapWords}, by tick. */
  private final long[] sentSlots;

  private final int[] sentSlotsTick = new int[HISTORY];

  /** Changed slots of the snapshot at hand, (waiting time << 10 | slot) when by priority. */
  private final long[] changed;

  private final int viewerSeat;
  private int untilHash;
  private int lastSlot;
  private int lastAge;

  /**
   * @param viewerSeat decides which private fields are sent; {@link EntityFrame#NOBODY} for a
   *     spectator
   */
  public SnapshotEncoder(EntitySchema schema, int viewerSeat) {
    this.viewerSeat = viewerSeat;
    codec = new EntityCodec(schema);
    events = new EventSender(schema);
    capacity = schema.capacity();
    bitmapWords = (capacity + 63) >>> 6;
    heldTick = new int[capacity];
    sentTick = new int[capacity];
    sentSlots = new long[HISTORY * bitmapWords];
    changed = new long[capacity];
    reset();
  }

  /** Forgets the viewer: from here on it is another, who has nothing. */
  public void reset() {
    events.reset();
    forgetEntities();
  }

  /** The viewer lost track of the entities and has none from here on. It still has its events. */
  public void forgetEntities() {
    Arrays.fill(heldTick, NEVER);
    Arrays.fill(sentTick, NEVER);
    Arrays.fill(sentSlotsTick, NEVER);
    untilHash = 0;
  }

  /** The viewer has proven to have received the snapshot of a tick. Unknown ticks are ignored. */
  public void acknowledge(int tick) {
    int row = tick & (HISTORY - 1);
    if (tick < 0 || sentSlotsTick[row] != tick) {
      return;
    }
    sentSlotsTick[row] = NEVER;
    events.acknowledge(tick);
    for (int i = 0; i < bitmapWords; i++) {
      long slots = sentSlots[row * bitmapWords + i];
      while (slots != 0) {
        int slot = (i << 6) + Long.numberOfTrailingZeros(slots);
        heldTick[slot] = Math.max(heldTick[slot], tick);
        slots &= slots - 1;
      }
    }
  }

  /**
   * Writes the snapshot of the newest frame: the header, what happened, then as many changed
   * entities as fit.
   *
   * @param header all but {@code tick}, {@code complete} and the hash, which are set here
   * @param out wrapped over the room there is; overflowed afterwards if not even the header fits,
   *     and then nothing counts as sent
   */
  public void encode(FrameRing frames, SnapshotHeader header, BitWriter out) {
    header.tick = frames.newestTick();
    int count = collectChanged(frames);
    int written = tryAll(frames, header, out, count);
    if (written < count) {
      written = tryLongestWaiting(frames, header, out, count);
    }
    if (!out.overflowed()) {
      out.flag(false);
      markSent(header.tick, written);
    }
  }

  /** Returns how many entities were written, or less than there are if those before did not fit. */
  private int tryAll(FrameRing frames, SnapshotHeader header, BitWriter out, int count) {
    header.complete = true;
    header.hashed = --untilHash <= 0;
    if (header.hashed) {
      header.hash16 = frames.newestHash(viewerSeat);
    }
    int written = writeHead(frames, header, out) ? writeChanged(frames, out, count) : -1;
    if (written == count && header.hashed) {
      untilHash = HASH_INTERVAL;
    }
    return written;
  }

  private int tryLongestWaiting(FrameRing frames, SnapshotHeader header, BitWriter out, int count) {
    out.rewind(0);
    header.complete = false;
    header.hashed = false;
    if (!writeHead(frames, header, out)) {
      return 0;
    }
    orderByWaiting(count, header.tick);
    return writeChanged(frames, out, count);
  }

  /** What precedes the entities; false if it does not fit. */
  private boolean writeHead(FrameRing frames, SnapshotHeader header, BitWriter out) {
    header.write(out);
    if (!out.overflowed()) {
      events.write(frames, out);
    }
    return !out.overflowed();
  }

  private int collectChanged(FrameRing frames) {
    EntityFrame frame = frames.newest();
    int count = 0;
    for (int slot = 0; slot < capacity; slot++) {
      boolean untouched = heldTick[slot] == NEVER && sentTick[slot] == NEVER;
      boolean unproven =
          heldTick[slot] == NEVER || frames.changedTick(slot, viewerSeat) > heldTick[slot];
      if (untouched ? frame.present(slot) : unproven) {
        changed[count++] = slot;
      }
    }
    return count;
  }

  /** Sorts the changed slots so that the longest waiting comes first. */
  private void orderByWaiting(int count, int tick) {
    for (int i = 0; i < count; i++) {
      int slot = (int) changed[i];
      long waited = sentTick[slot] == NEVER ? tick + 1L : tick - sentTick[slot];
      changed[i] = -waited << 10 | slot;
    }
    InPlaceSort.ascending(changed, count);
    for (int i = 0; i < count; i++) {
      changed[i] &= EntitySchema.MAX_CAPACITY - 1;
    }
  }

  /** Returns how many were written; one bit stays free for the end of the list. */
  private int writeChanged(FrameRing frames, BitWriter out, int count) {
    lastSlot = -1;
    lastAge = 0;
    for (int i = 0; i < count; i++) {
      int before = out.position();
      int slot = (int) changed[i];
      writeSlot(frames, out, slot);
      int after = out.position();
      out.flag(false);
      if (out.overflowed()) {
        out.rewind(before);
        return i;
      }
      out.rewind(after);
    }
    return count;
  }

  private void writeSlot(FrameRing frames, BitWriter out, int slot) {
    EntityFrame frame = frames.newest();
    out.flag(true);
    boolean next = slot == lastSlot + 1;
    out.flag(next);
    if (!next) {
      out.bits(slot, 10);
    }
    lastSlot = slot;
    EntityFrame baseline = baseline(frames, slot);
    if (!frame.present(slot)) {
      out.bits(GONE, 2);
    } else if (baseline == null) {
      out.bits(WHOLE, 2);
      codec.writeWhole(out, frame, slot, frame.access(slot, viewerSeat));
    } else {
      out.bits(DIFFERENCE, 2);
      writeAge(out, frame.tick() - baseline.tick());
      codec.writeDifference(out, frame, baseline, slot, frame.access(slot, viewerSeat));
    }
  }

  private void writeAge(BitWriter out, int age) {
    out.flag(age == lastAge);
    if (age != lastAge) {
      out.bits(age, 7);
    }
    lastAge = age;
  }

  /** The frame with the viewer's proven value, if it is kept and shows the same entity. */
  private @Nullable EntityFrame baseline(FrameRing frames, int slot) {
    EntityFrame frame = frames.newest();
    EntityFrame held = frames.find(heldTick[slot]);
    boolean same =
        held != null
            && held != frame
            && held.type(slot) == frame.type(slot)
            && held.generation(slot) == frame.generation(slot)
            && held.access(slot, viewerSeat) == frame.access(slot, viewerSeat);
    return same ? held : null;
  }

  private void markSent(int tick, int written) {
    int row = tick & (HISTORY - 1);
    int start = row * bitmapWords;
    sentSlotsTick[row] = tick;
    events.sent(tick);
    Arrays.fill(sentSlots, start, start + bitmapWords, 0);
    for (int i = 0; i < written; i++) {
      int slot = (int) changed[i];
      sentTick[slot] = tick;
      sentSlots[start + (slot >>> 6)] |= 1L << slot;
    }
  }
}
