package ringmaster.server.replication;

import java.util.Arrays;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/**
 * How often one viewer is sent a snapshot: fewer where many are lost or none finds room in the
 * budget, and more again once that is over. Fewer and fuller snapshots serve a poor path better:
 * each costs 28 bytes of headers before it says anything.
 *
 * <p>Judged once a second by what was sent in it. Between the loss that slows down and the one that
 * lets it speed up again there is a gap, and each return that fails makes the next one wait twice
 * as long: else a path that bears 30 a second, but not 60, would be tried every other second. A
 * second without a new ack says nothing good of the path, so it is not calm.
 */
final class SnapshotRate {
  /** Slower rates than the host's, as far as they divide the tick rate. */
  private static final int[] LOWER_HZ = {60, 30, 20, 10};

  /** Of snapshots that may be lost by chance on a path that is merely bad. */
  private static final float MUCH_LOSS = 0.3f;

  private static final float LITTLE_LOSS = 0.15f;

  /** Of what the budget earns in a second; above it a faster rate would soon be squeezed. */
  private static final float ROOMY = 0.75f;

  private static final int MIN_CALM_SECONDS = 2;
  private static final int MAX_CALM_SECONDS = 16;

  /** A return that ends so soon has failed. */
  private static final int TRIAL_SECONDS = 4;

  /** More than a second of ticks and a round trip, at any tick rate. */
  private static final int HISTORY = 512;

  /** One ack names this tick and so many before it. */
  private static final int NAMED_TICKS = Limits.ACK_MASK_BITS;

  private static final int NEVER = -1;

  /** Ticks from one snapshot to the next, fastest first. */
  private final int[] intervals;

  private final int secondTicks;
  private final int bytesPerSecond;
  private final int[] sentTick = new int[HISTORY];
  private final boolean[] arrived = new boolean[HISTORY];
  private int step;
  private int newestAck;

  /** Later snapshots tell of the present rate and path. */
  private int changedTick;

  private int reviewedTick;

  /** Newest ack by then. */
  private int reviewedAck;

  private int sentBytes;
  private int sent;
  private int squeezed;
  private int calmSeconds;
  private int calmNeeded;

  /** Seconds since it last returned to a faster rate. */
  private int trialSeconds;

  /**
   * @param interval ticks from one snapshot to the next where all is well
   */
  SnapshotRate(TickRate rate, int interval, int bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
    secondTicks = rate.hz();
    intervals = intervals(rate.hz(), interval);
    begin(0);
  }

  private static int[] intervals(int tickHz, int fastest) {
    int[] found = new int[1 + LOWER_HZ.length];
    found[0] = fastest;
    int count = 1;
    for (int hz : LOWER_HZ) {
      if (tickHz % hz == 0 && tickHz / hz > found[count - 1]) {
        found[count++] = tickHz / hz;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** From here on it is another viewer. */
  void begin(int tick) {
    Arrays.fill(sentTick, NEVER);
    newestAck = NEVER;
    step = 0;
    calmNeeded = MIN_CALM_SECONDS;
    trialSeconds = TRIAL_SECONDS;
    startOver(tick);
  }

  private void startOver(int tick) {
    changedTick = tick;
    calmSeconds = 0;
    startSecond(tick);
  }

  private void startSecond(int tick) {
    reviewedTick = tick;
    reviewedAck = newestAck;
    sentBytes = 0;
    sent = 0;
    squeezed = 0;
  }

  /** Ticks from one snapshot to the next. */
  int interval() {
    return intervals[step];
  }

  /**
   * A tick's snapshot went out.
   *
   * @param full whether it took what the budget had for it
   */
  void sent(int tick, int bytes, boolean full) {
    sentTick[tick % HISTORY] = tick;
    arrived[tick % HISTORY] = false;
    sentBytes += bytes;
    sent++;
    squeezed += full ? 1 : 0;
  }

  /** One was due, and the budget had no room. */
  void starved() {
    sent++;
    squeezed++;
  }

  /**
   * The viewer says that a tick's snapshot arrived; of one that was never sent that is nothing.
   * After a pause the acks cannot name all that came in it, and what they cannot name is not lost.
   */
  void acknowledged(int tick) {
    if (tick < 0 || sentTick[tick % HISTORY] != tick) {
      return;
    }
    arrived[tick % HISTORY] = true;
    if (tick - newestAck > NAMED_TICKS) {
      changedTick = Math.max(changedTick, tick - NAMED_TICKS);
    }
    newestAck = Math.max(newestAck, tick);
  }

  /** Once a second draws the conclusion. Returns whether the rate is another one now. */
  boolean review(int tick) {
    if (tick - reviewedTick < secondTicks) {
      return false;
    }
    trialSeconds = Math.min(trialSeconds + 1, TRIAL_SECONDS);
    float loss = loss();
    int before = step;
    if (loss > MUCH_LOSS || 2 * squeezed > sent) {
      slowDown();
    } else if (newestAck > reviewedAck && loss <= LITTLE_LOSS && hasRoomForMore()) {
      calmSeconds++;
      speedUpIfCalm();
    } else {
      calmSeconds = 0;
    }
    if (step != before) {
      startOver(tick);
    } else {
      startSecond(tick);
    }
    return step != before;
  }

  private void slowDown() {
    calmNeeded =
        trialSeconds < TRIAL_SECONDS
            ? Math.min(2 * calmNeeded, MAX_CALM_SECONDS)
            : MIN_CALM_SECONDS;
    calmSeconds = 0;
    step = Math.min(step + 1, intervals.length - 1);
  }

  private void speedUpIfCalm() {
    if (step > 0 && calmSeconds >= calmNeeded) {
      step--;
      trialSeconds = 0;
    }
  }

  /** Whether as many bytes each would fit the budget at the next faster rate. */
  private boolean hasRoomForMore() {
    int faster = intervals[Math.max(step - 1, 0)];
    return (long) sentBytes * interval() < (long) (ROOMY * bytesPerSecond * faster);
  }

  /** Share of the last second's snapshots that did not arrive, of those that could have. */
  private float loss() {
    int oldest = Math.max(newestAck - secondTicks, changedTick);
    int counted = 0;
    int lost = 0;
    for (int tick = oldest + 1; tick <= newestAck; tick++) {
      if (sentTick[tick % HISTORY] == tick) {
        counted++;
        lost += arrived[tick % HISTORY] ? 0 : 1;
      }
    }
    return counted == 0 ? 0 : (float) lost / counted;
  }
}
