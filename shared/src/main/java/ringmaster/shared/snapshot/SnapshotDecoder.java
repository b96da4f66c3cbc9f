package ringmaster.shared.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitReader;

/**
 * A viewer's side of {@link SnapshotEncoder}: keeps what it held after each received tick, so that
 * differences can refer to it, and hands out what happened, each event once. Hostile bytes are
 * refused, never thrown at. Used by one thread.
 */
public final class SnapshotDecoder {
  /** What became of a snapshot. */
  public enum Outcome {
    /** Taken: to be acknowledged. */
    TAKEN,
    /** Not newer than what is there already. */
    STALE,
    /** Not a snapshot of this schema: the viewer must {@link #reset} and ask for all anew. */
    MALFORMED,
    /** Refers to a value this viewer does not have: likewise. */
    BASELINE_UNKNOWN,
    /** Decoded to something else than the server sees: likewise. */
    HASH_DIFFERS
  }

  private static final int HISTORY = Limits.FRAME_HISTORY;
  private static final int MASK = HISTORY - 1;

  private final SnapshotCodec codec;
  private final EventReceiver events;
  private final SymbolReader in;
  private final EntityReader entity;
  private final SlotSet contained;
  private final KnownSet known;
  private final EntityFrame[] frames = new EntityFrame[HISTORY];
  private final boolean[] changedBefore = new boolean[EntitySchema.MAX_TYPES];

  /** By frame and slot: the tick that the frame's value is of. */
  private final int[] asOfTick;

  private int newestTick;

  /**
   * @param viewerSeat the viewer's; of a spectator any number that is no seat
   */
  public SnapshotDecoder(SnapshotCodec codec, int viewerSeat) {
    this.codec = codec;
    events = new EventReceiver(codec.schema);
    in = new SymbolReader(codec.model);
    contained = new SlotSet(codec.schema.capacity(), HISTORY);
    known = new KnownSet(codec.schema.capacity());
    entity = new EntityReader(codec, in, contained, viewerSeat);
    frames[0] = new EntityFrame(codec.schema.withoutEvents());
    for (int i = 1; i < frames.length; i++) {
      frames[i] = frames[0].another();
    }
    asOfTick = new int[HISTORY * codec.schema.capacity()];
    reset();
  }

  /**
   * Forgets all entities; the server has to be told to do the same. Which events were handed out is
   * not forgotten: none comes twice.
   */
  public void reset() {
    newestTick = -1;
    contained.clear();
    known.clear();
    for (EntityFrame frame : frames) {
      frame.clear(-1);
    }
  }

  /** Newest tick taken; -1: none. */
  public int newestTick() {
    return newestTick;
  }

  /** All entities known after the newest tick taken; empty before the first. */
  public EntityFrame newest() {
    return frames[newestTick & MASK];
  }

  /** The tick that a slot's entity in the newest frame is as of: what did not fit is older. */
  public int asOfTick(int slot) {
    return asOfTick(newestTick, slot);
  }

  /** The same in an earlier frame, one that {@link #find} has. */
  public int asOfTick(int tick, int slot) {
    return asOfTick[row(tick) + slot];
  }

  private int row(int tick) {
    return (tick & MASK) * codec.schema.capacity();
  }

  /** What was known after a tick, if that tick was received and is kept; else null. */
  public @Nullable EntityFrame find(int tick) {
    EntityFrame frame = frames[tick & MASK];
    return tick >= 0 && frame.tick() == tick ? frame : null;
  }

  /**
   * Takes a snapshot whose header was read from {@code in}.
   *
   * @param sink told what happened that it was not told before, if the snapshot is taken
   */
  public Outcome decode(SnapshotHeader header, BitReader head, EventSink sink) {
    if (head.overrun() || !header.plausible()) {
      return Outcome.MALFORMED;
    }
    if (header.tick <= newestTick) {
      return Outcome.STALE;
    }
    int eventsPosition = head.position();
    if (!events.check(header.tick, head)) {
      return Outcome.MALFORMED;
    }
    in.range().wrap(head.array(), head.nextByte(), head.remainingBytes());
    EntityFrame frame = frames[header.tick & MASK];
    EntityFrame before = newest();
    if (frame != before) {
      frame.copyFrom(before);
      int slots = frame.capacity();
      System.arraycopy(asOfTick, row(newestTick), asOfTick, row(header.tick), slots);
    }
    Outcome outcome = readEntities(header, frame);
    if (outcome != Outcome.TAKEN) {
      frame.clear(-1);
      contained.drop(header.tick);
      known.drop();
      return outcome;
    }
    frame.stamp(header.tick);
    newestTick = header.tick;
    noteAge(header.tick);
    head.rewind(eventsPosition);
    events.handOut(header.tick, head, sink);
    return Outcome.TAKEN;
  }

  private Outcome readEntities(SnapshotHeader header, EntityFrame frame) {
    contained.begin(header.tick);
    if (!beginKnown(header)) {
      return Outcome.BASELINE_UNKNOWN;
    }
    entity.begin(frame, header.tick);
    Arrays.fill(changedBefore, false);
    if (!readKnown(header.tick, frame)) {
      return Outcome.MALFORMED;
    }
    if (!readEntries(header, frame) || in.range().hasSurplus()) {
      return Outcome.MALFORMED;
    }
    boolean same = !header.hashed || header.hash16 == hash(frame, header.tick);
    return same ? Outcome.TAKEN : Outcome.HASH_DIFFERS;
  }

  /**
   * Of all that the server knows to be held: what this snapshot has, and what it left as it was.
   */
  private int hash(EntityFrame frame, int tick) {
    long hash = 0;
    for (int slot = known.next(tick, 0); slot >= 0; slot = known.next(tick, slot + 1)) {
      boolean kept = !contained.contains(tick, slot);
      EntityFrame held = kept ? find(known.valueTick(slot)) : frame;
      if (held != null) {
        hash = held.hash(hash, slot, EntityFrame.ACCESS_LEVELS - 1);
      }
    }
    return EntityFrame.fold(hash);
  }

  /** Returns whether this viewer has what the snapshot differs from. */
  private boolean beginKnown(SnapshotHeader header) {
    known.begin(header.tick);
    if (header.baselineAge == 0) {
      return true;
    }
    int baseline = header.tick - header.baselineAge;
    if (!known.has(baseline)) {
      return false;
    }
    known.addBaseline(baseline);
    for (int mask = header.baselineMask; mask != 0; mask &= mask - 1) {
      int other = baseline - 1 - Integer.numberOfTrailingZeros(mask);
      if (header.tick - other > KnownSet.MAX_AGE_TICKS || !contained.has(other)) {
        return false;
      }
      known.add(contained, other);
    }
    return true;
  }

  private boolean readKnown(int tick, EntityFrame frame) {
    for (int slot = 0; slot < frame.capacity(); slot++) {
      int valueTick = known.valueTick(slot);
      EntityFrame held = valueTick == KnownSet.NEVER ? null : find(valueTick);
      if (held != null && !readKnown(tick, frame, held, slot)) {
        return false;
      }
    }
    return true;
  }

  private boolean readKnown(int tick, EntityFrame frame, EntityFrame held, int slot) {
    int age = tick - held.tick();
    int activity = entity.activity(held, slot);
    int status = readStatus(held, age, slot, activity);
    boolean valid = true;
    switch (status) {
      case SnapshotCodec.OMITTED -> {
        known.keep(slot);
        keep(tick, frame, held, slot);
        return true;
      }
      case SnapshotCodec.LEFT -> {
        frame.remove(slot);
        return true;
      }
      case SnapshotCodec.REPLACED -> valid = entity.fresh(slot);
      default -> valid = readDifference(frame, held, slot, age, status, activity);
    }
    contained.add(tick, slot);
    known.renew(slot);
    return valid;
  }

  /** What a snapshot since the baseline said to forget concerns this viewer again. */
  private void keep(int tick, EntityFrame frame, EntityFrame held, int slot) {
    if (!frame.present(slot)) {
      frame.copyEntity(held, slot);
      asOfTick[row(tick) + slot] = held.tick();
    }
  }

  private int readStatus(EntityFrame held, int age, int slot, int activity) {
    int type = held.type(slot);
    int context = SnapshotCodec.statusContext(activity, changedBefore[type]);
    return in.symbol(codec.layout.status(ModelLayout.ageSet(age), type, context));
  }

  private boolean readDifference(
      EntityFrame frame, EntityFrame held, int slot, int age, int status, int activity) {
    boolean changed = status == SnapshotCodec.CHANGED;
    changedBefore[held.type(slot)] = changed;
    if (changed) {
      return entity.changed(held, slot, age, activity);
    }
    if (status == SnapshotCodec.SAME) {
      frame.copyEntity(held, slot);
    } else {
      entity.foretold(held, slot, age);
    }
    return true;
  }

  /** Reads what this viewer was not sure to hold: each takes a slot, so it ends. */
  private boolean readEntries(SnapshotHeader header, EntityFrame frame) {
    int before = SnapshotCodec.END;
    int slot = -1;
    int kind = in.symbol(codec.layout.entry(before));
    while (kind != SnapshotCodec.END) {
      boolean gone = kind == SnapshotCodec.GONE;
      if (before == SnapshotCodec.GONE && !gone) {
        slot = -1;
      }
      slot += 1 + in.magnitude(codec.layout.gap());
      boolean disordered = gone && before != SnapshotCodec.END && before != SnapshotCodec.GONE;
      if (slot >= frame.capacity() || disordered || contained.contains(header.tick, slot)) {
        return false;
      }
      if (gone) {
        frame.remove(slot);
      } else if (!entity.fresh(slot)) {
        return false;
      } else {
        contained.add(header.tick, slot);
        known.renew(slot);
      }
      before = kind;
      kind = in.symbol(codec.layout.entry(before));
    }
    return true;
  }

  private void noteAge(int tick) {
    for (int slot = contained.next(tick, 0); slot >= 0; slot = contained.next(tick, slot + 1)) {
      asOfTick[row(tick) + slot] = tick;
    }
  }
}
