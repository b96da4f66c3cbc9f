package ringmaster.shared.snapshot;

import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * What precedes all else in a snapshot: which tick it is, what the server knows of the player's
 * commands, and the player's own exact state. Bits, least significant first:
 *
 * <pre>
 * bits  field
 *  8    epoch of the match
 *  4    view, as the client numbered it
 * 32    tick
 * 16    newest command received, as ticks ahead of the snapshot's tick, signed; -32768: none
 * 12    input margin, signed quarter milliseconds: how early that command came
 *  8    ticks so far without a command of their own, modulo 256
 *  7    baseline: the snapshot that it differs from, in ticks before its own; 0: none
 *  1    if there is a baseline: others follow
 * 32    if so: others that the viewer has acknowledged, the one before the baseline lowest
 *  1    complete: every entity that concerns the viewer is as of this tick
 *  1    hashed: a hash follows
 * 16    if hashed: hash of all entities that are as of this tick
 *  5    number of owner words
 * then for each owner word
 *  1    whether it is other than 0
 * 32    if so: the word
 * </pre>
 *
 * A flyweight, filled by the writer or by {@link #read}.
 */
public final class SnapshotHeader {
  /** Owner words a game may have. */
  public static final int MAX_OWNER_WORDS = 31;

  /** Clamp of the input margin, quarter milliseconds. */
  public static final int MAX_MARGIN = 2047;

  private static final int NO_COMMAND = -32768;

  public int epoch;
  public int view;
  public int tick;

  /** Newest command tick the server has received; -1: none. */
  public int newestCommandTick;

  public int marginQuarterMillis;
  public int missedCommands;

  /** Ticks from the baseline to this snapshot; 0: there is none. */
  public int baselineAge;

  /** Snapshots before the baseline that it differs from as well, as the mask of acks has them. */
  public int baselineMask;

  public boolean complete;
  public boolean hashed;

  /** Meaningful where {@link #hashed}. */
  public int hash16;

  public int ownerWordCount;
  public final int[] ownerWords = new int[MAX_OWNER_WORDS];

  void write(BitWriter out) {
    out.bits(epoch, 8);
    out.bits(view, 4);
    out.bits(tick, 32);
    int ahead = Math.clamp(newestCommandTick - tick, NO_COMMAND + 1, 32767);
    out.bits(newestCommandTick < 0 ? NO_COMMAND : ahead, 16);
    out.bits(Math.clamp(marginQuarterMillis, -MAX_MARGIN, MAX_MARGIN), 12);
    out.bits(missedCommands, 8);
    out.bits(baselineAge, SnapshotCodec.AGE_BITS);
    if (baselineAge != 0) {
      out.flag(baselineMask != 0);
      if (baselineMask != 0) {
        out.bits(baselineMask, Limits.ACK_MASK_BITS);
      }
    }
    out.flag(complete);
    out.flag(hashed);
    if (hashed) {
      out.bits(hash16, 16);
    }
    out.bits(ownerWordCount, 5);
    for (int i = 0; i < ownerWordCount; i++) {
      out.flag(ownerWords[i] != 0);
      if (ownerWords[i] != 0) {
        out.bits(ownerWords[i], 32);
      }
    }
  }

  /** Whether a match can have come to this tick. */
  public boolean plausible() {
    return tick >= 0 && tick <= Limits.MAX_TICK;
  }

  /** Reads a header; whether it was all there shows in {@link BitReader#overrun()}. */
  public void read(BitReader in) {
    epoch = in.int32(8);
    view = in.int32(4);
    tick = in.int32(32);
    int ahead = in.signed(16);
    newestCommandTick = ahead == NO_COMMAND ? -1 : tick + ahead;
    marginQuarterMillis = in.signed(12);
    missedCommands = in.int32(8);
    baselineAge = in.int32(SnapshotCodec.AGE_BITS);
    baselineMask = baselineAge != 0 && in.flag() ? in.int32(Limits.ACK_MASK_BITS) : 0;
    complete = in.flag();
    hashed = in.flag();
    hash16 = hashed ? in.int32(16) : 0;
    ownerWordCount = in.int32(5);
    for (int i = 0; i < ownerWordCount; i++) {
      ownerWords[i] = in.flag() ? in.int32(32) : 0;
    }
  }
}
