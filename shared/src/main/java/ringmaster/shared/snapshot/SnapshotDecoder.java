package ringmaster.shared.snapshot;

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

  private static final int MASK = Limits.FRAME_HISTORY - 1;

  private final EntityCodec codec;
  private final EventReceiver events;
  private final EntityFrame[] frames = new EntityFrame[Limits.FRAME_HISTORY];
  private int newestTick;

  public SnapshotDecoder(EntitySchema schema) {
    codec = new EntityCodec(schema);
    events = new EventReceiver(schema);
    EntitySchema entities = schema.withoutEvents();
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new EntityFrame(entities);
    }
    reset();
  }

  /**
   * Forgets all entities; the server has to be told to do the same. Which events were handed out is
   * not forgotten: none comes twice.
   */
  public void reset() {
    newestTick = -1;
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
  public Outcome decode(SnapshotHeader header, BitReader in, EventSink sink) {
    if (in.overrun() || !header.plausible()) {
      return Outcome.MALFORMED;
    }
    if (header.tick <= newestTick) {
      return Outcome.STALE;
    }
    int eventsPosition = in.position();
    if (!events.check(header.tick, in)) {
      return Outcome.MALFORMED;
    }
    EntityFrame frame = frames[header.tick & MASK];
    EntityFrame before = newest();
    if (frame != before) {
      frame.copyFrom(before);
    }
    Outcome outcome = readEntities(header, frame, in);
    if (outcome != Outcome.TAKEN) {
      frame.clear(-1);
      return outcome;
    }
    frame.stamp(header.tick);
    newestTick = header.tick;
    in.rewind(eventsPosition);
    events.handOut(header.tick, in, sink);
    return Outcome.TAKEN;
  }

  private Outcome readEntities(SnapshotHeader header, EntityFrame frame, BitReader in) {
    int slot = -1;
    int age = 0;
    while (in.flag()) {
      slot = in.flag() ? slot + 1 : in.int32(10);
      if (slot >= frame.capacity() || in.overrun()) {
        return Outcome.MALFORMED;
      }
      int kind = in.int32(2);
      boolean valid;
      if (kind == SnapshotEncoder.DIFFERENCE) {
        age = in.flag() ? age : in.int32(7);
        EntityFrame baseline = find(header.tick - age);
        if (baseline == null || age == 0 || !baseline.present(slot)) {
          return in.overrun() ? Outcome.MALFORMED : Outcome.BASELINE_UNKNOWN;
        }
        valid = codec.readDifference(in, frame, baseline, slot);
      } else {
        valid = readPresence(kind, frame, slot, in);
      }
      if (!valid) {
        return Outcome.MALFORMED;
      }
    }
    if (in.overrun() || in.remainingBits() >= Byte.SIZE) {
      return Outcome.MALFORMED;
    }
    boolean same = !header.hashed || header.hash16 == frame.hash16();
    return same ? Outcome.TAKEN : Outcome.HASH_DIFFERS;
  }

  private boolean readPresence(int kind, EntityFrame frame, int slot, BitReader in) {
    if (kind == SnapshotEncoder.WHOLE) {
      return codec.readWhole(in, frame, slot);
    }
    frame.remove(slot);
    return kind == SnapshotEncoder.GONE;
  }
}
