package ringmaster.shared.game;

import ringmaster.shared.command.Command;
import ringmaster.shared.state.StateVisitor;

/**
 * The commands of all seats between their arrival and their tick: match state, in columns.
 *
 * <p>Each tick takes exactly one command per seat: the one sent for it; else the last one again,
 * for up to half a second; else neutral. So sending more, or for other ticks, gains nothing. What
 * is repeated keeps its rewind: a player's view moves on with the ticks, and a trigger held over a
 * lost datagram is to hit what it would have hit.
 */
public final class WaitingCommands implements TickCommands {
  /**
   * Commands of one player that may wait: a quarter second at 60 Hz. A player's commands run so far
   * ahead just after the server stood still.
   */
  public static final int DEPTH = 16;

  private final int seats;
  private final int maxRepeats;
  private final int[] count;
  private final int[] ticks;
  private final long[] commands;
  private final int[] rewinds;
  private final long[] current;
  private final int[] currentRewind;
  private final int[] repeats;
  private final int[] missed;

  public WaitingCommands(int seats, int tickRateHz) {
    this.seats = seats;
    maxRepeats = tickRateHz / 2;
    count = new int[seats];
    ticks = new int[seats * DEPTH];
    commands = new long[seats * DEPTH];
    rewinds = new int[seats * DEPTH];
    current = new long[seats];
    currentRewind = new int[seats];
    repeats = new int[seats];
    missed = new int[seats];
  }

  /** The seat changes hands: nothing waits, and its command is neutral. */
  public void clear(int seat) {
    count[seat] = 0;
    current[seat] = Command.NEUTRAL;
    currentRewind[seat] = 0;
    repeats[seat] = maxRepeats;
    missed[seat] = 0;
  }

  /**
   * Keeps a command until its tick; when too many wait, the one for the earliest tick goes.
   *
   * @return whether none had to go
   */
  public boolean offer(int seat, int tick, int rewindSixteenths, long command) {
    boolean room = count[seat] < DEPTH;
    if (!room) {
      int earliest = earliest(seat);
      if (tick <= ticks[seat * DEPTH + earliest]) {
        return false;
      }
      remove(seat, earliest);
    }
    int at = seat * DEPTH + count[seat]++;
    ticks[at] = tick;
    rewinds[at] = rewindSixteenths;
    commands[at] = command;
    return room;
  }

  /** Settles on the command of each seat for a tick, and drops what came too late for it. */
  public void take(int tick) {
    for (int seat = 0; seat < seats; seat++) {
      boolean found = false;
      for (int i = count[seat] - 1; i >= 0; i--) {
        int at = seat * DEPTH + i;
        if (ticks[at] == tick) {
          current[seat] = commands[at];
          currentRewind[seat] = rewinds[at];
          found = true;
        }
        if (ticks[at] <= tick) {
          remove(seat, i);
        }
      }
      repeats[seat] = found ? 0 : repeats[seat] + 1;
      if (!found) {
        repeat(seat);
      }
    }
  }

  private void repeat(int seat) {
    missed[seat]++;
    if (repeats[seat] > maxRepeats) {
      repeats[seat] = maxRepeats;
      current[seat] = Command.NEUTRAL;
      currentRewind[seat] = 0;
    }
  }

  private int earliest(int seat) {
    int earliest = 0;
    for (int i = 1; i < DEPTH; i++) {
      if (ticks[seat * DEPTH + i] < ticks[seat * DEPTH + earliest]) {
        earliest = i;
      }
    }
    return earliest;
  }

  private void remove(int seat, int index) {
    int last = seat * DEPTH + --count[seat];
    int at = seat * DEPTH + index;
    ticks[at] = ticks[last];
    rewinds[at] = rewinds[last];
    commands[at] = commands[last];
  }

  /** Ticks so far for which the seat had no command of its own. */
  public int missed(int seat) {
    return missed[seat];
  }

  @Override
  public long command(int seat) {
    return current[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return currentRewind[seat];
  }

  /** All of it is match state. */
  public void visit(StateVisitor visitor) {
    for (int seat = 0; seat < seats; seat++) {
      count[seat] = visitor.count(count[seat], DEPTH);
    }
    visitor.ints(ticks, ticks.length);
    visitor.longs(commands, commands.length);
    visitor.ints(rewinds, rewinds.length);
    visitor.longs(current, seats);
    visitor.ints(currentRewind, seats);
    visitor.ints(repeats, seats);
    visitor.ints(missed, seats);
  }
}
