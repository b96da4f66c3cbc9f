package ringmaster.shared.protocol;

import ringmaster.shared.command.Command;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * Body of a datagram from client to server: commands not yet acknowledged, newest first, and which
 * snapshots have arrived. Bits, least significant first:
 *
 * <pre>
 * bits field
 *  8   epoch of the match, from Welcome or NextMatch
 *  4   view: raised by a client that lost track and wants everything anew
 *  1   words wanted: its own body is not where it foretold
 * 32   newest snapshot tick received, plus 1; 0: none
 * 32   mask: bit i acknowledges the snapshot of (newest - 1 - i)
 * 32   newest command's tick; the others' ticks follow downwards without a gap
 *  5   number of commands, minus 1
 *      per command:
 *  1     same as the one before (never for the first)
 * 36     if not same: command
 * 12     if not same: age of the view it was aimed in, 1/16 tick behind the command's tick; 0: none
 * </pre>
 *
 * A flyweight: one instance writes or reads datagram after datagram.
 */
public final class CommandDatagram {
  /** Largest view age: 4,095 sixteenths are 255 ticks. */
  public static final int MAX_VIEW_AGE_SIXTEENTHS = 4095;

  /** View numbers are taken modulo this. */
  public static final int VIEWS = 16;

  private static final int HEAD_BITS = 8 + 4 + 1 + 32 + 32 + 32 + 5;

  /** Longest body in bytes. */
  public static final int MAX_BYTES =
      (HEAD_BITS + Limits.MAX_COMMANDS_PER_DATAGRAM * (1 + Command.BITS + 12) + 7) / 8;

  private final long[] commands = new long[Limits.MAX_COMMANDS_PER_DATAGRAM];
  private final int[] viewAges = new int[Limits.MAX_COMMANDS_PER_DATAGRAM];
  private int epoch;
  private int view;
  private boolean wordsWanted;
  private int ackTick;
  private int ackMask;
  private int newestTick;
  private int count;

  /** Starts a datagram to be written; commands are added newest first. */
  public void begin(int newEpoch, int newView, int newAckTick, int newAckMask, int newestCommand) {
    epoch = newEpoch;
    view = newView;
    wordsWanted = false;
    ackTick = newAckTick;
    ackMask = newAckMask;
    newestTick = newestCommand;
    count = 0;
  }

  /**
   * Whether the next snapshots shall carry the owner words, whatever the server takes for known.
   */
  public void wantWords(boolean wanted) {
    wordsWanted = wanted;
  }

  /**
   * Adds the next older command; beyond {@link Limits#MAX_COMMANDS_PER_DATAGRAM} it is left out.
   */
  public void add(long command, int viewAgeSixteenths) {
    if (count < commands.length) {
      commands[count] = command;
      viewAges[count] = viewAgeSixteenths;
      count++;
    }
  }

  /** Writes what was begun; there must be at least one command. */
  public void write(BitWriter out) {
    out.bits(epoch, 8);
    out.bits(view, 4);
    out.flag(wordsWanted);
    out.bits(ackTick + 1, 32);
    out.bits(ackMask, 32);
    out.bits(newestTick, 32);
    out.bits(count - 1, 5);
    for (int i = 0; i < count; i++) {
      boolean same = i > 0 && commands[i] == commands[i - 1] && viewAges[i] == viewAges[i - 1];
      out.flag(same);
      if (!same) {
        out.bits(commands[i], Command.BITS);
        out.bits(viewAges[i], 12);
      }
    }
  }

  /**
   * Reads a body.
   *
   * @return false if it is no command datagram; then the fields mean nothing
   */
  public boolean read(BitReader in) {
    epoch = in.int32(8);
    view = in.int32(4);
    wordsWanted = in.flag();
    ackTick = in.int32(32) - 1;
    ackMask = in.int32(32);
    newestTick = in.int32(32);
    count = in.int32(5) + 1;
    for (int i = 0; i < count; i++) {
      if (in.flag() && i > 0) {
        commands[i] = commands[i - 1];
        viewAges[i] = viewAges[i - 1];
      } else {
        commands[i] = Command.sanitize(in.bits(Command.BITS));
        viewAges[i] = in.int32(12);
      }
    }
    return !in.overrun() && in.remainingBits() < 8 && newestTick >= 0 && ackTick >= -1;
  }

  public int epoch() {
    return epoch;
  }

  public int view() {
    return view;
  }

  /** Whether the client asks for its owner words. */
  public boolean wordsWanted() {
    return wordsWanted;
  }

  /** Newest snapshot tick received; -1: none. */
  public int ackTick() {
    return ackTick;
  }

  public int ackMask() {
    return ackMask;
  }

  public int newestTick() {
    return newestTick;
  }

  public int count() {
    return count;
  }

  /** The command of tick {@code newestTick() - index}. */
  public long command(int index) {
    return commands[index];
  }

  /** Age of the view the command was aimed in, 1/16 tick; 0: none. */
  public int viewAgeSixteenths(int index) {
    return viewAges[index];
  }
}
