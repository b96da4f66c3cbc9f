package ringmaster.testkit;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;

/** Any command there can be, for each seat another, changed now and then. */
final class RandomCommands implements TickCommands {
  /** A command is held for so many ticks on average: long enough to get somewhere with it. */
  private static final int MEAN_TICKS = 20;

  /** More than any server allows, 300 ms at 120 Hz being 576. */
  private static final int MAX_REWIND_SIXTEENTHS = 640;

  private final Rng rng;
  private final long[] commands;
  private final int[] rewinds;

  RandomCommands(int seats, long seed) {
    rng = new Rng(Rng.mix(seed));
    commands = new long[seats];
    rewinds = new int[seats];
  }

  /** Before each tick. */
  void change() {
    for (int seat = 0; seat < commands.length; seat++) {
      if (rng.nextInt(MEAN_TICKS) == 0) {
        commands[seat] = Command.sanitize(rng.nextLong());
        rewinds[seat] = rng.nextInt(MAX_REWIND_SIXTEENTHS);
      }
    }
  }

  @Override
  public long command(int seat) {
    return commands[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return rewinds[seat];
  }
}
