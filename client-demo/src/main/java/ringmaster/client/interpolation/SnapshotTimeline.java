package ringmaster.client.interpolation;

import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/**
 * When snapshots arrive, and so how far back the others must be shown for the next one to be there
 * in time: two snapshot intervals and the path's jitter. The server may send fewer than it meant
 * to, over a poor path or to a spectator, so the interval is what arrives.
 */
public final class SnapshotTimeline {
  /** Sixteenths of a tick, the unit of a view's age. */
  public static final int SIXTEENTHS = 16;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long MAX_DELAY_NANOS = Limits.MAX_INTERPOLATION_MILLIS * 1_000_000L;

  /** Beyond this the server has jumped in time: following smoothly would take seconds. */
  private static final long JUMP_NANOS = 250_000_000;

  /** Half a second's snapshots at 60 Hz. */
  private static final int SMOOTHING = 32;

  /** Mean deviations that cover even jitter wholly: its mean deviation is half its reach. */
  private static final int DEVIATIONS = 2;

  /** Of so many gaps the least counts: lost snapshots do not make the interval longer. */
  private static final int GAPS = 4;

  private final TickRate rate;
  private final long leastIntervalNanos;

  /** Ticks between the last snapshots that arrived in order; 0 before there were so many. */
  private final int[] gapTicks = new int[GAPS];

  private int nextGap;
  private int newestTick = -1;

  /** Local time less tick time, as snapshots arrive. */
  private long offsetNanos;

  private long deviationNanos;
  private long viewNanos;
  private boolean started;

  /**
   * @param snapshotHz how many a second the server means to send
   */
  public SnapshotTimeline(TickRate rate, int snapshotHz) {
    this.rate = rate;
    leastIntervalNanos = NANOS_PER_SECOND / snapshotHz;
  }

  /** A snapshot of a tick arrived. */
  public void arrived(int tick, long nowNanos) {
    noteGap(tick);
    long offset = nowNanos - rate.nanosOf(tick);
    if (!started || Math.abs(offset - offsetNanos) > JUMP_NANOS) {
      started = true;
      offsetNanos = offset;
      deviationNanos = 0;
      viewNanos = nowNanos - offset - delayNanos();
      return;
    }
    deviationNanos += (Math.abs(offset - offsetNanos) - deviationNanos) / SMOOTHING;
    offsetNanos += (offset - offsetNanos) / SMOOTHING;
  }

  private void noteGap(int tick) {
    if (newestTick >= 0 && tick > newestTick) {
      gapTicks[nextGap] = tick - newestTick;
      nextGap = (nextGap + 1) % GAPS;
    }
    newestTick = Math.max(newestTick, tick);
  }

  private long intervalNanos() {
    int least = gapTicks[0];
    for (int gap : gapTicks) {
      least = Math.min(least, gap);
    }
    return Math.max(leastIntervalNanos, Math.min(rate.nanosOf(least), MAX_DELAY_NANOS));
  }

  /** How far behind the newest snapshot the others are shown. */
  public long delayNanos() {
    return Math.min(MAX_DELAY_NANOS, 2 * intervalNanos() + DEVIATIONS * deviationNanos);
  }

  /** Whether anything has arrived. */
  public boolean started() {
    return started;
  }

  /** The tick time to show now, from the beginning of tick 0; it never goes back by itself. */
  public long viewNanos(long nowNanos) {
    viewNanos = Math.max(viewNanos, nowNanos - offsetNanos - delayNanos());
    return viewNanos;
  }

  /** {@link #viewNanos} in sixteenths of a tick. */
  public long viewSixteenths(long nowNanos) {
    return viewNanos(nowNanos) * rate.hz() * SIXTEENTHS / NANOS_PER_SECOND;
  }
}
