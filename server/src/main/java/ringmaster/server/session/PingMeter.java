package ringmaster.server.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How long a session's snapshots take there and their acks back. One snapshot at a time is looked
 * at, noted in one word by who sends it; the network thread answers with the same word:
 *
 * <pre>
 * bits  field
 *  8    epoch
 * 24    snapshot tick, plus 1; 0: none yet
 * 32    when it was sent, microseconds, modulo 2^32
 * </pre>
 *
 * A lost snapshot says nothing, and the next one is looked at.
 */
final class PingMeter {
  private static final VarHandle PROBE;
  private static final VarHandle ANSWERED;
  private static final VarHandle SMOOTHED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PROBE = lookup.findVarHandle(PingMeter.class, "probe", long.class);
      ANSWERED = lookup.findVarHandle(PingMeter.class, "answered", long.class);
      SMOOTHED = lookup.findVarHandle(PingMeter.class, "smoothedMicros", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static final int UNKNOWN = -1;

  /** Five times a second: often enough to follow, seldom enough to cost nothing. */
  private static final int INTERVAL_MICROS = 200_000;

  /** A new sample counts an eighth: a single late one does not make the number jump. */
  private static final int SMOOTHING = 8;

  private static final int NANOS_PER_MICRO = 1_000;
  private static final int MICROS_PER_MILLI = 1_000;

  // Written by whoever sends.
  private long probe;

  // Written by the network thread.
  private long answered;
  private int smoothedMicros = UNKNOWN;

  /** Sender: a snapshot is about to go out. */
  void sending(int epoch, int tick, long nowNanos) {
    int nowMicros = (int) (nowNanos / NANOS_PER_MICRO);
    boolean idle = probe == (long) ANSWERED.getAcquire(this);
    if (probe == 0 || (idle && nowMicros - (int) probe >= INTERVAL_MICROS)) {
      PROBE.setRelease(this, pack(epoch, tick, nowMicros));
    }
  }

  private static long pack(int epoch, int tick, int micros) {
    return (long) epoch << 56 | (tick + 1 & 0xFF_FFFFL) << 32 | micros & 0xFFFF_FFFFL;
  }

  /** Network thread: acks of an epoch arrived. */
  void acknowledged(int epoch, int newestTick, int mask, long nowNanos) {
    long asked = (long) PROBE.getAcquire(this);
    if (asked == answered) {
      return;
    }
    int behind = newestTick - ((int) (asked >>> 32 & 0xFF_FFFFL) - 1);
    boolean sameEpoch = (int) (asked >>> 56) == epoch;
    if (sameEpoch && behind < 0) {
      return; // still on its way
    }
    if (sameEpoch && (behind == 0 || (behind <= Integer.SIZE && (mask >>> behind - 1 & 1) != 0))) {
      take((int) (nowNanos / NANOS_PER_MICRO) - (int) asked);
    }
    ANSWERED.setRelease(this, asked);
  }

  private void take(int sampleMicros) {
    int before = smoothedMicros;
    int after = before < 0 ? sampleMicros : before + (sampleMicros - before) / SMOOTHING;
    SMOOTHED.setRelease(this, Math.max(0, after));
  }

  /** {@link #UNKNOWN} before the first ack. Any thread. */
  int millis() {
    int micros = (int) SMOOTHED.getAcquire(this);
    return micros < 0 ? UNKNOWN : (micros + MICROS_PER_MILLI / 2) / MICROS_PER_MILLI;
  }
}
