package ringmaster.server.bench;

import java.util.Arrays;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.shared.time.Clock;

/** What the ring itself costs: commands in, and out again to a reader that does nothing. */
final class RingCost {
  private static final int ROUNDS = 2_000;
  private static final int WARM_UP_ROUNDS = 1_000;

  /** A tick of 500 players who send two commands. */
  private static final int COMMANDS_PER_ROUND = 1_000;

  private final Ring ring = new Ring(1 << 16, 1 << 13);
  private final Ring.Reader reader = ring.newReader();
  private final Record record = new Record();
  private final Clock clock;

  RingCost(Clock clock) {
    this.clock = clock;
  }

  /** The median round's time for each command. */
  double nanosPerCommand() {
    long[] roundNanos = new long[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long beginNanos = clock.nanoTime();
      passCommands(round);
      if (round >= 0) {
        roundNanos[round] = clock.nanoTime() - beginNanos;
      }
    }
    Arrays.sort(roundNanos);
    return (double) roundNanos[ROUNDS / 2] / COMMANDS_PER_ROUND;
  }

  private void passCommands(int tick) {
    for (int i = 0; i < COMMANDS_PER_ROUND; i++) {
      ring.tryPublishTraffic(record.command(i, 1, tick, 0, i));
    }
    int drained = reader.drain((command, sequence) -> true);
    if (drained != COMMANDS_PER_ROUND) {
      throw new IllegalStateException("the ring lost commands: " + drained + " came out");
    }
  }
}
