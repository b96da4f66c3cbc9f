package ringmaster.server.bench.codec;

import java.util.Arrays;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.time.TickRate;

/**
 * A viewer's way there and back, in whole ticks: which snapshots arrive, and when the server knows.
 * An ack, like a command, goes out every tick and names the newest snapshot and 32 ticks before.
 */
final class Link {
  private static final int NEVER = -1;
  private static final int MASK = Limits.FRAME_HISTORY - 1;

  /** What is ready at the end of one tick is met at the beginning of another. */
  private static final int WAITING_TICKS = 1;

  /** Told which snapshots the server learns to have arrived; of many it has been told before. */
  interface Sink {
    void acknowledged(int tick);
  }

  private final Rng rng;
  private final float loss;
  private final int downTicks;
  private final int upTicks;
  private final SnapshotAcks received = new SnapshotAcks();

  /** By the tick of arrival: the snapshot's tick, or NEVER. */
  private final int[] snapshot = new int[MASK + 1];

  /** By the tick of arrival: the newest tick acknowledged, or NEVER, and those before it. */
  private final int[] ackTick = new int[MASK + 1];

  private final int[] ackMask = new int[MASK + 1];
  private int baselineTick = NEVER;

  Link(Conditions conditions, TickRate rate, long seed) {
    rng = new Rng(seed);
    loss = conditions.lossPercent() / 100f;
    int ticks = Math.round(conditions.rttMillis() * rate.hz() / 1000f) + WAITING_TICKS;
    downTicks = ticks / 2;
    upTicks = ticks - downTicks;
    Arrays.fill(snapshot, NEVER);
    Arrays.fill(ackTick, NEVER);
  }

  /** Sends a tick's snapshot. Returns whether it will arrive. */
  boolean send(int tick) {
    boolean arrives = !rng.nextBoolean(loss);
    snapshot[tick + downTicks & MASK] = arrives ? tick : NEVER;
    return arrives;
  }

  /** A tick comes: the viewer takes and acknowledges, the server learns. */
  void advance(int tick, Sink sink) {
    int at = tick & MASK;
    if (snapshot[at] != NEVER) {
      received.take(snapshot[at]);
      snapshot[at] = NEVER;
    }
    int arrival = tick + upTicks & MASK;
    ackTick[arrival] = rng.nextBoolean(loss) ? NEVER : received.newestTick();
    ackMask[arrival] = received.mask();
    if (ackTick[at] != NEVER) {
      tell(ackTick[at], ackMask[at], sink);
      ackTick[at] = NEVER;
    }
  }

  private void tell(int newest, int others, Sink sink) {
    baselineTick = Math.max(baselineTick, newest);
    sink.acknowledged(newest);
    for (int mask = others; mask != 0; mask &= mask - 1) {
      sink.acknowledged(newest - 1 - Integer.numberOfTrailingZeros(mask));
    }
  }

  /** The newest snapshot that the server knows to have arrived; -1: none. */
  int baselineTick() {
    return baselineTick;
  }
}
