package ringmaster.shared.snapshot;

import java.util.Arrays;
import ringmaster.shared.protocol.Limits;

/**
 * Which entities a viewer is sure to hold when it decodes a snapshot, and of which tick each value
 * is. It follows from the baseline's set, from what the other snapshots held that the header names
 * as acknowledged, and from the snapshot itself: so both sides know it alike, whatever else the
 * viewer received.
 */
final class KnownSet {
  /** Of what is not known. */
  static final int NEVER = -1;

  /** Older values are no longer kept, and so not known. */
  static final int MAX_AGE_TICKS = Limits.FRAME_HISTORY - 1;

  private static final int HISTORY = Limits.FRAME_HISTORY;

  private final int capacity;
  private final SlotSet rows;

  /** By row and slot: ticks from the value to the row's tick. */
  private final byte[] ages;

  /** By slot: the tick of the value that a viewer has who decodes the snapshot at hand. */
  private final int[] valueTick;

  private int tick;

  KnownSet(int capacity) {
    this.capacity = capacity;
    rows = new SlotSet(capacity, HISTORY);
    ages = new byte[HISTORY * capacity];
    valueTick = new int[capacity];
    clear();
  }

  /** Forgets all snapshots. */
  void clear() {
    rows.clear();
    Arrays.fill(valueTick, NEVER);
  }

  /** Whether the set of a tick's snapshot is kept. */
  boolean has(int ofTick) {
    return rows.has(ofTick);
  }

  /** Begins the set of a tick's snapshot, whose viewer so far holds nothing. */
  void begin(int newTick) {
    tick = newTick;
    rows.begin(newTick);
    Arrays.fill(valueTick, NEVER);
  }

  /** Begins the set anew, whose viewer holds what was added. */
  void restart() {
    rows.begin(tick);
  }

  /** The viewer holds what the baseline left it with. */
  void addBaseline(int baselineTick) {
    int row = row(baselineTick);
    for (int slot = rows.next(baselineTick, 0);
        slot >= 0;
        slot = rows.next(baselineTick, slot + 1)) {
      int ofTick = baselineTick - ages[row + slot];
      valueTick[slot] = tick - ofTick <= MAX_AGE_TICKS ? ofTick : NEVER;
    }
  }

  /** The viewer holds what an earlier snapshot held. */
  void add(SlotSet contained, int ofTick) {
    for (int slot = contained.next(ofTick, 0); slot >= 0; slot = contained.next(ofTick, slot + 1)) {
      valueTick[slot] = Math.max(valueTick[slot], ofTick);
    }
  }

  /** The tick of the value that the viewer holds of a slot; {@link #NEVER}: it may hold none. */
  int valueTick(int slot) {
    return valueTick[slot];
  }

  /** After this snapshot the viewer still holds the value it had. */
  void keep(int slot) {
    rows.add(tick, slot);
    ages[row(tick) + slot] = (byte) (tick - valueTick[slot]);
  }

  /** After this snapshot the viewer holds its value. */
  void renew(int slot) {
    rows.add(tick, slot);
    ages[row(tick) + slot] = 0;
  }

  /** The first slot from one on that is in the set of a tick's snapshot; -1 if there is none. */
  int next(int ofTick, int fromSlot) {
    return rows.next(ofTick, fromSlot);
  }

  /** The snapshot at hand was none after all. */
  void drop() {
    rows.drop(tick);
  }

  private int row(int ofTick) {
    return (ofTick & HISTORY - 1) * capacity;
  }
}
