package ringmaster.shared.snapshot;

import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * What precedes all else in a snapshot: which tick it is, what the server knows of the player's
 * commands, and the player's own exact state or a check of it. Bits, least significant first:
 *
 * <pre>
 * bits  field
 *  2    epoch of the match, modulo 4
 *  2    view, as the client numbered it, modulo 4
 * 16    tick, modulo 65,536: the client knows about when it is
 *  4    newest command received, as ticks ahead of the snapshot's tick and 4 more; 15: far
 * 16    if far: its ticks ahead, signed; -32768: none
 *  8    input margin, signed quarter milliseconds: how early that command came; -128: far
 * 12    if far: the margin
 *  4    ticks so far without a command of the player's, modulo 16
 *  7    baseline: the snapshot that it differs from, in ticks before its own; 0: none
 *  1    if there is a baseline: others follow
 * 32    if so: others that the viewer has acknowledged, the one before the baseline lowest
 *  1    complete: every entity that concerns the viewer is as of this tick
 *  1    hashed: a hash follows
 * 16    if hashed: hash of all entities that are as of this tick
 * 16    if hashed: datagrams of the viewer's that have arrived so far, modulo 65,536
 * 16    if hashed: ticks so far without a command of the player's, modulo 65,536
 *  1    with words: the owner words follow
 * 16    if not: their {@link OwnerCheck}
 *  5    if so: number of owner words up to the last that is not 0; at least 1 where there are any
 * then for each of these
 *  1    whether it is other than 0
 * 32    if so: the word
 * </pre>
 *
 * <p>Two bits of epoch and view are enough: each is raised at most once in a round trip, and no
 * datagram passes the replay window that is four of those late.
 *
 * <p>A flyweight, filled by the writer or by {@link #read}.
 */
public final class SnapshotHeader {
  /** Owner words a game may have. */
  public static final int MAX_OWNER_WORDS = 31;

  /** Clamp of the input margin, quarter milliseconds. */
  public static final int MAX_MARGIN = 2047;

  private static final int STAMP_BITS = 2;
  private static final int STAMP_MASK = (1 << STAMP_BITS) - 1;

  private static final int AHEAD_BITS = 4;
  private static final int FAR_AHEAD = (1 << AHEAD_BITS) - 1;
  private static final int MIN_NEAR_AHEAD = -4;
  private static final int NO_COMMAND = -32768;

  private static final int NEAR_MARGIN = 127;
  private static final int FAR_MARGIN = -128;

  private static final int MISSED_BITS = 4;
  private static final int MISSED_MASK = (1 << MISSED_BITS) - 1;

  /** Only the low bits count, and only they are read. */
  public int epoch;

  /** As {@link #epoch}. */
  public int view;

  public int tick;

  /** Newest command tick the server has received; -1: none. */
  public int newestCommandTick;

  public int marginQuarterMillis;

  /** Of the low bits 16 count where {@link #hashed}, else 4: see {@link #missedSince}. */
  public int missedCommands;

  /** Ticks from the baseline to this snapshot; 0: there is none. */
  public int baselineAge;

  /** Snapshots before the baseline that it differs from as well, as the mask of acks has them. */
  public int baselineMask;

  public boolean complete;
  public boolean hashed;

  /** Meaningful where {@link #hashed}. */
  public int hash16;

  /** Only the low 16 bits count, and only where {@link #hashed}: what is lost on the way up. */
  public int datagramsArrived;

  /** Whether the owner words go along; they are filled in all the same, for their check. */
  public boolean withWords;

  /** Read where not {@link #withWords}. */
  public int ownerCheck;

  /** Where read: as many as were written; all behind them are 0. */
  public int ownerWordCount;

  public final int[] ownerWords = new int[MAX_OWNER_WORDS];

  void write(BitWriter out) {
    out.bits(epoch, STAMP_BITS);
    out.bits(view, STAMP_BITS);
    out.bits(tick, 16);
    writeCommands(out);
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
      out.bits(datagramsArrived, 16);
      out.bits(missedCommands, 16);
    }
    out.flag(withWords);
    if (withWords) {
      writeWords(out);
    } else {
      out.bits(OwnerCheck.of(ownerWords, ownerWordCount), 16);
    }
  }

  private void writeCommands(BitWriter out) {
    int ahead = Math.clamp((long) newestCommandTick - tick, NO_COMMAND + 1, 32767);
    int near = ahead - MIN_NEAR_AHEAD;
    boolean isNear = newestCommandTick >= 0 && near >= 0 && near < FAR_AHEAD;
    out.bits(isNear ? near : FAR_AHEAD, AHEAD_BITS);
    if (!isNear) {
      out.bits(newestCommandTick < 0 ? NO_COMMAND : ahead, 16);
    }
    int margin = Math.clamp(marginQuarterMillis, -MAX_MARGIN, MAX_MARGIN);
    boolean isClose = Math.abs(margin) <= NEAR_MARGIN;
    out.bits(isClose ? margin : FAR_MARGIN, 8);
    if (!isClose) {
      out.bits(margin, 12);
    }
    out.bits(missedCommands, MISSED_BITS);
  }

  private void writeWords(BitWriter out) {
    int count = ownerWordCount;
    while (count > 1 && ownerWords[count - 1] == 0) {
      count--;
    }
    out.bits(count, 5);
    for (int i = 0; i < count; i++) {
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

  /** Whether it was sent in an epoch to a view, which their low bits tell. */
  public boolean isOf(int expectedEpoch, int expectedView) {
    return epoch == (expectedEpoch & STAMP_MASK) && view == (expectedView & STAMP_MASK);
  }

  /** Commands missed since a header read before, as far as the bits tell. */
  public int missedSince(int missedCommandsBefore) {
    return missedCommands - missedCommandsBefore & MISSED_MASK;
  }

  /**
   * Reads a header; whether it was all there shows in {@link BitReader#overrun()}.
   *
   * @param nearTick a tick within 32,767 of the snapshot's, which is nine minutes at 60 Hz: the
   *     newest one taken, or that of joining
   */
  public void read(BitReader in, int nearTick) {
    epoch = in.int32(STAMP_BITS);
    view = in.int32(STAMP_BITS);
    tick = nearTick + (short) (in.int32(16) - nearTick);
    readCommands(in);
    baselineAge = in.int32(SnapshotCodec.AGE_BITS);
    baselineMask = baselineAge != 0 && in.flag() ? in.int32(Limits.ACK_MASK_BITS) : 0;
    complete = in.flag();
    hashed = in.flag();
    hash16 = hashed ? in.int32(16) : 0;
    datagramsArrived = hashed ? in.int32(16) : 0;
    missedCommands = hashed ? in.int32(16) : missedCommands;
    withWords = in.flag();
    ownerCheck = withWords ? 0 : in.int32(16);
    ownerWordCount = withWords ? in.int32(5) : 0;
    for (int i = 0; i < MAX_OWNER_WORDS; i++) {
      ownerWords[i] = i < ownerWordCount && in.flag() ? in.int32(32) : 0;
    }
  }

  private void readCommands(BitReader in) {
    int near = in.int32(AHEAD_BITS);
    int ahead = near == FAR_AHEAD ? in.signed(16) : near + MIN_NEAR_AHEAD;
    newestCommandTick = ahead == NO_COMMAND ? -1 : tick + ahead;
    int margin = in.signed(8);
    marginQuarterMillis = margin == FAR_MARGIN ? in.signed(12) : margin;
    missedCommands = in.int32(MISSED_BITS);
  }
}
