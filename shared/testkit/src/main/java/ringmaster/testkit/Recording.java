package ringmaster.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;

/** What went into each tick of a match: all that another needs to come to the same state. */
final class Recording {
  /**
   * What went into one tick.
   *
   * @param comings seats that were taken, and the complements of those that were left, in order
   */
  private record Input(List<Integer> comings, long[] commands, int[] rewinds)
      implements TickCommands {
    @Override
    public long command(int seat) {
      return commands[seat];
    }

    @Override
    public int rewindSixteenths(int seat) {
      return rewinds[seat];
    }
  }

  private final List<Input> inputs = new ArrayList<>();
  private final List<Integer> comings = new ArrayList<>();

  /** A player takes a seat before the next tick. */
  void joined(int seat) {
    comings.add(seat);
  }

  /** A player leaves before the next tick. */
  void left(int seat) {
    comings.add(~seat);
  }

  /** The tick whose players came and went is stepped with these commands. */
  void stepped(TickCommands commands, int seats) {
    long[] taken = new long[seats];
    int[] rewinds = new int[seats];
    for (int seat = 0; seat < seats; seat++) {
      taken[seat] = commands.command(seat);
      rewinds[seat] = commands.rewindSixteenths(seat);
    }
    inputs.add(new Input(List.copyOf(comings), taken, rewinds));
    comings.clear();
  }

  /** The first seat whose command of the newest tick differs from another recording's; or -1. */
  int seatThatDiffers(Recording other) {
    return Arrays.mismatch(inputs.getLast().commands(), other.inputs.getLast().commands());
  }

  /** Steps a run until it has come through so many ticks. */
  void play(Run run, int ticks) {
    while (run.ticks() < ticks) {
      step(run, Workers.ALONE);
    }
  }

  /** Steps a run by the tick it has come to. */
  void step(Run run, Workers workers) {
    Input input = inputs.get(run.ticks());
    for (int coming : input.comings()) {
      if (coming >= 0) {
        run.join(coming);
      } else {
        run.leave(~coming);
      }
    }
    run.step(input, workers);
  }
}
