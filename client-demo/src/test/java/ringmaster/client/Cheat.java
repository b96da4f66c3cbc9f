package ringmaster.client;

import ringmaster.shared.command.Command;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.CommandDatagram;

/** What a cheating client writes into its datagrams instead of what is true. */
enum Cheat {
  NONE,
  /** Three commands for every tick: the true one, and full speed with all buttons pressed. */
  THREE_TIMES_THE_COMMANDS(3) {
    @Override
    long command(long honest, int copy) {
      return copy == 0 ? honest : Command.of(Command.turn(honest), 127, Command.aim(honest), 7);
    }
  },
  /** As if on the slowest line there is. */
  OLDEST_VIEW {
    @Override
    int viewAge(int honest, Rng rng) {
      return CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS;
    }
  },
  NEWEST_VIEW {
    @Override
    int viewAge(int honest, Rng rng) {
      return 1;
    }
  },
  ANY_VIEW {
    @Override
    int viewAge(int honest, Rng rng) {
      return rng.nextInt(CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS + 1);
    }
  },
  /** Eleven ticks for ten, until it is a second ahead; then anew. */
  FAST_CLOCK {
    @Override
    int newestTick(CommandDatagram honest, int copy, long nowNanos) {
      return honest.newestTick() + (int) (nowNanos / 1_000_000_000.0 * 6 % 60);
    }
  },
  /** Every command once more for a time far off. */
  FAR_FUTURE(3) {
    @Override
    int newestTick(CommandDatagram honest, int copy, long nowNanos) {
      return honest.newestTick() + copy * copy * copy * 50;
    }
  },
  /** Some never sent, some long past. */
  ANY_ACKS {
    @Override
    int ackTick(CommandDatagram honest, Rng rng) {
      return Math.max(-1, honest.ackTick() + 3 - rng.nextInt(60));
    }
  };

  final int copies;

  Cheat() {
    this(1);
  }

  Cheat(int copies) {
    this.copies = copies;
  }

  int newestTick(CommandDatagram honest, int copy, long nowNanos) {
    return honest.newestTick();
  }

  int ackTick(CommandDatagram honest, Rng rng) {
    return honest.ackTick();
  }

  long command(long honest, int copy) {
    return honest;
  }

  int viewAge(int honest, Rng rng) {
    return honest;
  }
}
