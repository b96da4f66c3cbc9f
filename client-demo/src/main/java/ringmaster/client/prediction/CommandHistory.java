package ringmaster.client.prediction;

import ringmaster.shared.command.Command;

/** The commands of the last ticks: to send again until they are acknowledged, and to replay. */
public final class CommandHistory {
  /** Ticks kept, a power of two: more than two seconds at 120 Hz, and any round trip. */
  public static final int SIZE = 256;

  private static final int MASK = SIZE - 1;

  private final long[] commands = new long[SIZE];
  private final int[] viewAges = new int[SIZE];
  private int oldestTick;
  private int newestTick = -1;

  /**
   * Adds the command of a tick newer than all before. Ticks left out get the command before them:
   * the server, which never hears of those ticks, does the same.
   */
  public void add(int tick, long command, int viewAgeSixteenths) {
    if (newestTick < 0) {
      oldestTick = tick;
    } else {
      repeatNewestUntil(tick);
    }
    put(tick, command, viewAgeSixteenths);
    newestTick = tick;
    oldestTick = Math.max(oldestTick, tick - MASK);
  }

  private void repeatNewestUntil(int tick) {
    long command = commands[newestTick & MASK];
    for (int gap = Math.max(newestTick + 1, tick - MASK); gap < tick; gap++) {
      put(gap, command, 0);
    }
  }

  private void put(int tick, long command, int viewAgeSixteenths) {
    commands[tick & MASK] = command;
    viewAges[tick & MASK] = viewAgeSixteenths;
  }

  /**
   * Forgets all newer than a tick. Where that one is no longer kept itself, it becomes the only
   * one, and neutral.
   */
  public void truncate(int tick) {
    if (tick >= newestTick) {
      return;
    }
    if (tick < oldestTick) {
      oldestTick = tick;
      put(tick, Command.NEUTRAL, 0);
    }
    newestTick = tick;
  }

  /** The command of a tick; neutral where none is kept. */
  public long command(int tick) {
    return contains(tick) ? commands[tick & MASK] : Command.NEUTRAL;
  }

  /** Age of the view a command was aimed in, 1/16 tick; 0: none. */
  public int viewAgeSixteenths(int tick) {
    return contains(tick) ? viewAges[tick & MASK] : 0;
  }

  public boolean contains(int tick) {
    return tick >= oldestTick && tick <= newestTick;
  }

  public int oldestTick() {
    return oldestTick;
  }

  /** -1 before the first. */
  public int newestTick() {
    return newestTick;
  }
}
