package ringmaster.shared.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.math.InPlaceSort;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitWriter;

/**
 * What one viewer is known to have, and the snapshot that brings it up to date: see {@link
 * SnapshotCodec} for its form.
 *
 * <p>Differences refer to the newest snapshot that the viewer has acknowledged, so that one lost on
 * the way costs bytes and nothing else. What concerns the viewer and does not fit is left out by
 * priority.
 *
 * <p>Used by one worker at a time; allocates nothing after construction.
 */
public final class SnapshotEncoder {
  private static final int NEVER = -1;

  /** Every so many snapshots one carries a hash: two bytes, four times a second at 60 Hz. */
  private static final int HASH_INTERVAL = 16;

  private static final int HISTORY = Limits.FRAME_HISTORY;
  private static final int SIXTEENTHS_PER_BYTE = 16 * Byte.SIZE;

  /** What ending a message may cost, and the estimates may be wrong by. */
  private static final int SLACK_BYTES = 3;

  /** An entity left out costs about so much: its status. */
  private static final int OMITTED_SIXTEENTHS = 3 * 16;

  /** Of what is left of a datagram, GONE entries take at most one part of so many. */
  private static final int GONE_DIVISOR = 4;

  private static final int ATTEMPTS = 4;

  private final SnapshotCodec codec;
  private final EventSender events;
  private final OwnerSender owner = new OwnerSender();
  private final SymbolWriter out;
  private final EntityWriter entity;
  private final BitWriter head = new BitWriter();
  private final int viewerSeat;
  private final int capacity;

  /** By tick, the slots whose entities its snapshot brought up to date. */
  private final SlotSet contained;

  /** By tick, the slots that its snapshot said are to be forgotten. */
  private final SlotSet forgotten;

  /** Per slot: newest tick whose value the viewer has proven to have and keeps; or NEVER. */
  private final int[] heldTick;

  /** Per slot: newest tick in which it was sent, if the viewer may hold it; or NEVER. */
  private final int[] sentTick;

  /** Per slot: newest tick in which it was sent or kept, if the viewer may hold it; or NEVER. */
  private final int[] keptTick;

  private final KnownSet known;

  /** By row of the last ticks: the tick, if its snapshot was acknowledged. */
  private final int[] acknowledgedTick = new int[HISTORY];

  /** Newest tick acknowledged; or NEVER. */
  private int baselineTick;

  // Of the snapshot at hand, by index in the set of what concerns the viewer.
  private final int[] costSixteenths;
  private final boolean[] omitted;
  private final long[] byPriority;

  /** By type: whether the entity before was other than foretold. */
  private final boolean[] changedBefore = new boolean[EntitySchema.MAX_TYPES];

  private int untilHash;

  /**
   * @param viewerSeat decides which private fields are sent; {@link EntityFrame#NOBODY} for a
   *     spectator
   */
  public SnapshotEncoder(SnapshotCodec codec, int viewerSeat) {
    this(codec, viewerSeat, null);
  }

  SnapshotEncoder(SnapshotCodec codec, int viewerSeat, @Nullable CodecTally tally) {
    this.codec = codec;
    this.viewerSeat = viewerSeat;
    capacity = codec.schema.capacity();
    events = new EventSender(codec.schema);
    out = new SymbolWriter(codec.model, tally);
    contained = new SlotSet(capacity, HISTORY);
    forgotten = new SlotSet(capacity, HISTORY);
    known = new KnownSet(capacity);
    entity = new EntityWriter(codec, out, contained, viewerSeat);
    heldTick = new int[capacity];
    sentTick = new int[capacity];
    keptTick = new int[capacity];
    costSixteenths = new int[capacity];
    omitted = new boolean[capacity];
    byPriority = new long[capacity];
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
    Arrays.fill(keptTick, NEVER);
    contained.clear();
    forgotten.clear();
    known.clear();
    Arrays.fill(acknowledgedTick, NEVER);
    baselineTick = NEVER;
    untilHash = 0;
    owner.reset();
  }

  /** The tick in which a slot was last sent, if the viewer may hold it; -1: it does not. */
  public int sentTick(int slot) {
    return sentTick[slot];
  }

  /**
   * What an entity took in the snapshot written last, in 1/16 bits, by its index in that snapshot's
   * interest set: to tell what the bytes are spent on.
   */
  public int costSixteenths(int index) {
    return costSixteenths[index];
  }

  /** The viewer has proven to have received the snapshot of a tick. Unknown ticks are ignored. */
  public void acknowledge(int tick) {
    if (!contained.has(tick) || isAcknowledged(tick)) {
      return;
    }
    events.acknowledge(tick);
    owner.acknowledge(tick);
    for (int s = contained.next(tick, 0); s >= 0; s = contained.next(tick, s + 1)) {
      heldTick[s] = Math.max(heldTick[s], tick);
    }
    for (int s = forgotten.next(tick, 0); s >= 0; s = forgotten.next(tick, s + 1)) {
      if (keptTick[s] < tick) {
        keptTick[s] = NEVER;
        sentTick[s] = NEVER;
        heldTick[s] = NEVER;
      }
    }
    acknowledgedTick[tick & HISTORY - 1] = tick;
    if (known.has(tick)) {
      baselineTick = Math.max(baselineTick, tick);
    }
  }

  /**
   * Whether the next snapshot is to carry the viewer's own words, and not only a check of them.
   *
   * @param surpriseTick the newest tick whose words the viewer cannot have foretold
   * @param wanted whether the viewer asks for them
   */
  public boolean ownerWordsDue(int surpriseTick, boolean wanted) {
    return owner.wordsDue(surpriseTick, wanted);
  }

  /**
   * Writes the snapshot of the newest frame: the header, what happened, then the entities that
   * concern the viewer, as many as fit.
   *
   * @param header all but {@code tick}, {@code baselineAge}, {@code complete} and the hash, which
   *     are set here
   * @return its length in bytes; 0 if not even the least fits, and then nothing counts as sent
   */
  public int encode(
      FrameRing frames,
      SnapshotHeader header,
      InterestSet interest,
      byte[] bytes,
      int offset,
      int room) {
    EntityFrame frame = frames.newest();
    header.tick = frame.tick();
    header.hashed = --untilHash <= 0;
    header.complete = true;
    entity.begin(frame);
    beginKnown(header, interest);
    Arrays.fill(omitted, 0, interest.count(), false);
    int length = attempt(frames, header, interest, bytes, offset, room);
    int allowed = room;
    for (int i = 1; length == 0 && !head.overflowed() && i < ATTEMPTS; i++) {
      header.complete = false;
      leaveOut(interest, (allowed - head.lengthBytes() - SLACK_BYTES) * SIXTEENTHS_PER_BYTE);
      length = attempt(frames, header, interest, bytes, offset, room);
      allowed -= allowed / 4;
    }
    boolean least = length == 0 && !head.overflowed();
    if (least) {
      length = attemptTheLeast(frames, header, interest, bytes, offset, room);
    }
    if (length > 0) {
      markSent(header);
    } else {
      contained.drop(header.tick);
      forgotten.drop(header.tick);
    }
    if (least || length == 0) {
      known.drop(); // no baseline for others: it leaves most of what is known unsaid
    }
    return length;
  }

  /**
   * Without a baseline, so that nothing need be said of what the viewer has and stays as it is; and
   * of the entities only those that must be there. Returns the length, or 0 if it does not fit.
   */
  private int attemptTheLeast(
      FrameRing frames,
      SnapshotHeader header,
      InterestSet interest,
      byte[] bytes,
      int offset,
      int room) {
    header.baselineAge = 0;
    header.baselineMask = 0;
    known.begin(header.tick);
    for (int i = 0; i < interest.count(); i++) {
      omitted[i] = interest.priority(i) != InterestSet.MUST;
    }
    return attempt(frames, header, interest, bytes, offset, room);
  }

  /** How old the newest snapshot is that the viewer has proven to have; 0: none that is kept. */
  private int baselineAge(int tick) {
    int age = tick - baselineTick;
    boolean kept = baselineTick != NEVER && age <= KnownSet.MAX_AGE_TICKS;
    return kept && known.has(baselineTick) ? age : 0;
  }

  /** Finds what the viewer is sure to hold, and names in the header what that follows from. */
  private void beginKnown(SnapshotHeader header, InterestSet interest) {
    known.begin(header.tick);
    header.baselineAge = baselineAge(header.tick);
    header.baselineMask = 0;
    if (header.baselineAge != 0) {
      known.addBaseline(baselineTick);
      header.baselineMask = baselineMask(header.tick, interest);
      for (int mask = header.baselineMask; mask != 0; mask &= mask - 1) {
        known.add(contained, baselineTick - 1 - Integer.numberOfTrailingZeros(mask));
      }
    }
  }

  /**
   * Which snapshots before the baseline the viewer has as well; 0 if they hold nothing that
   * concerns it and that the baseline does not: so it is but in the first round trips, and after
   * snapshots that were too small.
   */
  private int baselineMask(int newestTick, InterestSet interest) {
    int oldest = Math.max(baselineTick - Limits.ACK_MASK_BITS, newestTick - KnownSet.MAX_AGE_TICKS);
    boolean more = false;
    for (int i = 0; i < interest.count() && !more; i++) {
      int slot = interest.slot(i);
      more = known.valueTick(slot) == NEVER && heldTick[slot] >= Math.max(oldest, 0);
    }
    int mask = 0;
    for (int tick = baselineTick - 1; more && tick >= oldest; tick--) {
      boolean proven = contained.has(tick) && isAcknowledged(tick);
      mask |= proven ? 1 << baselineTick - 1 - tick : 0;
    }
    return mask;
  }

  private boolean isAcknowledged(int tick) {
    return acknowledgedTick[tick & HISTORY - 1] == tick;
  }

  /** Returns the length, or 0 if it does not fit. */
  private int attempt(
      FrameRing frames,
      SnapshotHeader header,
      InterestSet interest,
      byte[] bytes,
      int offset,
      int room) {
    contained.begin(header.tick);
    forgotten.begin(header.tick);
    known.restart();
    header.hash16 = header.hashed ? hash(frames, interest) : 0;
    head.wrap(bytes, offset, room);
    header.write(head);
    if (!head.overflowed()) {
      events.write(frames, interest.events(), head);
    }
    if (head.overflowed()) {
      return 0;
    }
    int used = head.lengthBytes();
    out.range().wrap(bytes, offset + used, room - used);
    Arrays.fill(changedBefore, false);
    writeKnown(frames, interest);
    writeEntries(header, interest, room - used);
    int length = out.range().finish();
    return out.range().overflowed() ? 0 : used + length;
  }

  /** Of all that the viewer is sure to hold after this snapshot. */
  private int hash(FrameRing frames, InterestSet interest) {
    long hash = 0;
    for (int i = 0; i < interest.count(); i++) {
      int slot = interest.slot(i);
      EntityFrame held = omitted[i] ? held(frames, slot) : frames.newest();
      if (held != null) {
        hash = held.hash(hash, slot, held.access(slot, viewerSeat));
      }
    }
    return EntityFrame.fold(hash);
  }

  /** A frame that shows what the viewer is sure to hold of a slot; null: it may hold nothing. */
  private @Nullable EntityFrame held(FrameRing frames, int slot) {
    int valueTick = known.valueTick(slot);
    return valueTick == NEVER ? null : frames.find(valueTick, slot);
  }

  /** Writes what became of each entity that the viewer is sure to hold. */
  private void writeKnown(FrameRing frames, InterestSet interest) {
    int i = 0;
    for (int slot = 0; slot < capacity; slot++) {
      boolean concerns = i < interest.count() && interest.slot(i) == slot;
      EntityFrame held = held(frames, slot);
      int age = frames.newestTick() - known.valueTick(slot);
      if (held != null && concerns) {
        int before = out.range().costSixteenths();
        writeKnown(frames.newest(), held, age, slot, omitted[i]);
        costSixteenths[i] = out.range().costSixteenths() - before;
      } else if (held != null) {
        writeStatus(held, age, slot, SnapshotCodec.LEFT);
        forgotten.add(frames.newestTick(), slot);
      }
      i += concerns ? 1 : 0;
    }
  }

  private void writeKnown(EntityFrame frame, EntityFrame held, int age, int slot, boolean omit) {
    int tick = frame.tick();
    if (omit) {
      writeStatus(held, age, slot, SnapshotCodec.OMITTED);
      known.keep(slot);
      return;
    }
    if (entity.continues(held, slot)) {
      writeDifference(frame, held, age, slot);
    } else {
      writeStatus(held, age, slot, SnapshotCodec.REPLACED);
      entity.fresh(slot);
    }
    contained.add(tick, slot);
    known.renew(slot);
  }

  private void writeDifference(EntityFrame frame, EntityFrame held, int age, int slot) {
    int set = ModelLayout.ageSet(age);
    int type = frame.type(slot);
    int activity = entity.activity(held, slot);
    int context = SnapshotCodec.statusContext(activity, changedBefore[type]);
    int status = entity.compare(held, age, slot);
    boolean changed = status == SnapshotCodec.CHANGED;
    changedBefore[type] = changed;
    out.symbol(codec.layout.status(set, type, context), status);
    if (changed) {
      entity.residuals(set, type, activity);
    }
  }

  /** Writes a status that says nothing of the entity's fields. */
  private void writeStatus(EntityFrame held, int age, int slot, int status) {
    int type = held.type(slot);
    int activity = entity.activity(held, slot);
    int context = SnapshotCodec.statusContext(activity, changedBefore[type]);
    out.symbol(codec.layout.status(ModelLayout.ageSet(age), type, context), status);
  }

  /** Writes what the viewer is not sure to hold. */
  private void writeEntries(SnapshotHeader header, InterestSet interest, int room) {
    int kind = writeGone(header, interest, header.complete ? room : room / GONE_DIVISOR);
    int last = -1;
    for (int i = 0; i < interest.count(); i++) {
      int slot = interest.slot(i);
      if (known.valueTick(slot) == NEVER) {
        int before = out.range().costSixteenths();
        if (!omitted[i]) {
          kind = writeFresh(header.tick, kind, slot, slot - last - 1);
          last = slot;
        }
        costSixteenths[i] = out.range().costSixteenths() - before;
      }
    }
    out.symbol(codec.layout.entry(kind), SnapshotCodec.END);
  }

  /** Writes what the viewer may hold, is not sure to, and does not concern it any more. */
  private int writeGone(SnapshotHeader header, InterestSet interest, int roomBytes) {
    int kind = SnapshotCodec.END;
    int limit = out.range().costSixteenths() + roomBytes * SIXTEENTHS_PER_BYTE;
    int last = -1;
    int i = 0;
    for (int slot = 0; slot < capacity; slot++) {
      if (keptTick[slot] == NEVER) {
        continue;
      }
      while (i < interest.count() && interest.slot(i) < slot) {
        i++;
      }
      boolean concerns = i < interest.count() && interest.slot(i) == slot;
      if (!concerns && known.valueTick(slot) == NEVER && out.range().costSixteenths() < limit) {
        out.symbol(codec.layout.entry(kind), SnapshotCodec.GONE);
        out.magnitude(codec.layout.gap(), slot - last - 1);
        forgotten.add(header.tick, slot);
        kind = SnapshotCodec.GONE;
        last = slot;
      }
    }
    return kind;
  }

  private int writeFresh(int tick, int before, int slot, int gap) {
    out.symbol(codec.layout.entry(before), SnapshotCodec.FRESH);
    out.magnitude(codec.layout.gap(), gap);
    entity.fresh(slot);
    contained.add(tick, slot);
    known.renew(slot);
    return SnapshotCodec.FRESH;
  }

  /**
   * Leaves out what there is no room for, least priority first; of what is left what fits. Never
   * what must be there: where that alone is too much, {@link #attemptTheLeast} has more room for
   * it.
   */
  private void leaveOut(InterestSet interest, int roomSixteenths) {
    int count = interest.count();
    int left = roomSixteenths - out.range().costSixteenths();
    for (int i = 0; i < count; i++) {
      byPriority[i] = (long) (InterestSet.MUST - interest.priority(i)) << Integer.SIZE | i;
      left += omitted[i] ? 0 : costSixteenths[i] - OMITTED_SIXTEENTHS;
    }
    InPlaceSort.ascending(byPriority, count);
    for (int k = 0; k < count; k++) {
      int i = (int) byPriority[k];
      int more = costSixteenths[i] - OMITTED_SIXTEENTHS;
      boolean must = interest.priority(i) == InterestSet.MUST;
      omitted[i] |= more > left && !must;
      left -= omitted[i] ? 0 : more;
    }
  }

  private void markSent(SnapshotHeader header) {
    int tick = header.tick;
    events.sent(tick);
    owner.sent(tick, header.withWords);
    for (int slot = contained.next(tick, 0); slot >= 0; slot = contained.next(tick, slot + 1)) {
      sentTick[slot] = tick;
    }
    for (int slot = known.next(tick, 0); slot >= 0; slot = known.next(tick, slot + 1)) {
      keptTick[slot] = tick;
    }
    if (header.hashed) {
      untilHash = HASH_INTERVAL;
    }
  }
}
