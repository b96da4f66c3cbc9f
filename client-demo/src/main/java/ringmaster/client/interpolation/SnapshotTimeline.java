package ringmaster.client.interpolation;

import ringmaster.shared.math.SlidingQuantile;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/**
 * Which moment of the match to show now: as late a one as has, nearly always, a snapshot after it.
 *
 * <p>Of every tick it is noted when the first later snapshot arrived: only from then on could what
 * follows the tick be shown in between two snapshots. The view is set back behind local time by
 * what was enough for all but {@value #LATE_FRACTION} of the ticks of the last {@value
 * #WINDOW_SECONDS} seconds. That one figure holds whatever makes snapshots late: the interval
 * between them and its changes, jitter, reordering, and loss in bursts. A longer delay is known to
 * be needed after two late snapshots, a shorter one to suffice after the whole window.
 *
 * <p>View time never goes back and is not moved in steps: it passes at {@value #STEERING} faster or
 * slower than local time on its way to its goal. Two bounds are above that: no older than the
 * server takes a shot's view to be, and not far ahead of a server that stands still.
 */
public final class SnapshotTimeline {
  /** Sixteenths of a tick, the unit of a view's age. */
  public static final int SIXTEENTHS = 16;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double LATE_FRACTION = 0.002;
  private static final int WINDOW_SECONDS = 12;
  private static final double STEERING = 0.05;

  /** While there is nothing to show anyway, the view may as well wait for what comes. */
  private static final double STEERING_WITHOUT_SNAPSHOTS = 0.5;

  /** Scheduling noise, above what the window has seen. */
  private static final long SPARE_NANOS = NANOS_PER_MILLI;

  /** A server that leaps ahead so far is followed at once; steering would take seconds. */
  private static final long LEAP_NANOS = 250 * NANOS_PER_MILLI;

  /** Arrivals whose earliest tells how fast the path is, and soon that it has become slower. */
  private static final int RECENT = 16;

  /** Shown behind the first snapshot, in intervals, until more is known. */
  private static final int FIRST_DELAY_INTERVALS = 2;

  private final TickRate rate;
  private final long firstDelayNanos;
  private final long maxDelayNanos;

  /** By tick: its time less the local time at which a later snapshot was there. */
  private final SlidingQuantile slacks;

  /** By snapshot: its tick's time less the local time of its arrival. */
  private final SlidingQuantile leads = new SlidingQuantile(RECENT);

  private int newestTick = -1;

  /** View time less local time, as it is to become. */
  private long goalNanos;

  private long viewNanos = Long.MIN_VALUE;
  private long lastNanos;

  /**
   * @param snapshotHz how many a second the server means to send
   */
  public SnapshotTimeline(TickRate rate, int snapshotHz) {
    this.rate = rate;
    firstDelayNanos = FIRST_DELAY_INTERVALS * NANOS_PER_SECOND / snapshotHz;
    // Less a tick: a command whose datagram is lost comes with the acks of the next one.
    maxDelayNanos = Limits.MAX_INTERPOLATION_MILLIS * NANOS_PER_MILLI - rate.periodNanos();
    slacks = new SlidingQuantile(WINDOW_SECONDS * rate.hz());
  }

  /** A snapshot of a tick arrived. One that was overtaken is of no use to the view. */
  public void arrived(int tick, long nowNanos) {
    if (tick <= newestTick) {
      return;
    }
    long lead = rate.nanosOf(tick) - nowNanos;
    if (!started() || lead - fastestLead() > LEAP_NANOS) {
      begin(lead, nowNanos);
    } else {
      leads.add(lead);
      noteSlacks(tick, nowNanos);
    }
    newestTick = tick;
    goalNanos = Math.max(slacks.quantile(LATE_FRACTION) - SPARE_NANOS, oldestLead());
  }

  private void begin(long lead, long nowNanos) {
    slacks.clear();
    leads.clear();
    leads.add(lead);
    slacks.add(lead - Math.min(firstDelayNanos, maxDelayNanos));
    viewNanos = Math.max(viewNanos, nowNanos + slacks.quantile(0));
    lastNanos = nowNanos;
  }

  /** What no delay that is allowed could have shown in time says nothing of the right one. */
  private void noteSlacks(int tick, long nowNanos) {
    int oldest = Math.max(newestTick, tick - Limits.FRAME_HISTORY);
    for (int before = oldest; before < tick; before++) {
      long slack = rate.nanosOf(before) - nowNanos;
      if (slack >= oldestLead()) {
        slacks.add(slack);
      }
    }
  }

  private long fastestLead() {
    return leads.quantile(1);
  }

  private long oldestLead() {
    return fastestLead() - maxDelayNanos;
  }

  /** Whether anything has arrived. */
  public boolean started() {
    return newestTick >= 0;
  }

  /** The tick time to show now, from the beginning of tick 0; it never goes back. */
  public long viewNanos(long nowNanos) {
    long elapsedNanos = Math.max(0, nowNanos - lastNanos);
    lastNanos += elapsedNanos;
    long newestNanos = rate.nanosOf(newestTick);
    long steered = steer(viewNanos + elapsedNanos, elapsedNanos, newestNanos);
    long bounded = Math.clamp(steered, newestNanos - maxDelayNanos, newestNanos + LEAP_NANOS);
    viewNanos = Math.max(viewNanos, bounded);
    return viewNanos;
  }

  private long steer(long freeNanos, long elapsedNanos, long newestNanos) {
    long error = lastNanos + goalNanos - freeNanos;
    if (error > LEAP_NANOS) {
      return freeNanos + error;
    }
    double slowing = freeNanos > newestNanos ? STEERING_WITHOUT_SNAPSHOTS : STEERING;
    long least = -(long) (elapsedNanos * slowing);
    return freeNanos + Math.clamp(error, least, (long) (elapsedNanos * STEERING));
  }

  /** {@link #viewNanos} in sixteenths of a tick. */
  public long viewSixteenths(long nowNanos) {
    return viewNanos(nowNanos) * rate.hz() * SIXTEENTHS / NANOS_PER_SECOND;
  }

  /**
   * The interpolation delay: how far the view lies behind what the path, at its fastest, could have
   * brought by now. As of the last view; 0 before the first.
   */
  public long delayNanos() {
    return started() ? lastNanos + fastestLead() - viewNanos : 0;
  }
}
