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
 *  1    complete: every entity the player may see is as of this tick
 *  1    hashed: a hash follows; only in a complete one
 * 16    if hashed: hash of all entities
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
    complete = in.flag();
    hashed = in.flag();
    hash16 = hashed ? in.int32(16) : 0;
    ownerWordCount = in.int32(5);
    for (int i = 0; i < ownerWordCount; i++) {
      ownerWords[i] = in.flag() ? in.int32(32) : 0;
    }
  }
}
