package ringmaster.client.connection;

import ringmaster.client.prediction.CommandHistory;
import ringmaster.shared.math.SlidingQuantile;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/**
 * Says when the command of each tick is to be sent, so that it arrives just before the server runs
 * that tick: late ones are lost, early ones are delay for nothing.
 *
 * <p>Command time is local time plus a steering term. The server reports by how much each newest
 * command beat its deadline. That margin, less the steering it was sent with, is what the path and
 * the two clocks alone would give: it stays comparable however the steering changed since, so the
 * loop needs no damping for a report that is a round trip old. The steering then moves, at a few
 * percent of real time, to where of the last 256 commands all but the slowest 2 % have still
 * {@value #MARGIN_MILLIS} ms left. No further though than the server has room for commands that
 * wait: a pause of either machine makes some very late, and running far ahead would be no cure.
 *
 * <p>Each command the server missed all the same adds a cushion, up to a little over a tick: with
 * that, what a lost datagram carried comes in time with the next one. It melts away slowly.
 */
public final class ServerClock {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int MARGIN_MILLIS = 4;

  /** Scheduling noise of both machines, above what the window has seen. */
  private static final long MARGIN_NANOS = MARGIN_MILLIS * NANOS_PER_MILLI;

  /** On top of a tick, at the start, while nothing is known of the path's jitter. */
  private static final long FIRST_LEAD_NANOS = 10 * NANOS_PER_MILLI;

  /** An error that steering would need seconds for is put right in one step. */
  private static final long REBASE_NANOS = 250 * NANOS_PER_MILLI;

  private static final double CATCH_UP_RATE = 0.05;
  private static final double FALL_BACK_RATE = 0.03;

  private static final int WINDOW = 256;

  /** A quarter of a second tells a server that slipped from a few early commands. */
  private static final int RECENT = 16;

  private static final double LATE_FRACTION = 0.02;

  /** Ticks a command may wait at the server in the median; jitter needs the rest of its room. */
  private static final int MAX_MEDIAN_WAIT_TICKS = Limits.MAX_WAITING_COMMANDS - 2;

  private static final long CUSHION_PER_MISS_NANOS = 2 * NANOS_PER_MILLI;
  private static final long CUSHION_OVER_TICK_NANOS = 4 * NANOS_PER_MILLI;
  private static final double CUSHION_MELT_RATE = 0.000_25;

  /** Misses while the clock is on its way to its goal say nothing about the goal. */
  private static final long SETTLED_NANOS = 2 * NANOS_PER_MILLI;

  private static final int SETTLED_SAMPLES = 32;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final TickRate rate;
  private final long roundTripNanos;
  private final long originNanos;
  private final SlidingQuantile unsteeredMargins = new SlidingQuantile(WINDOW);
  private final SlidingQuantile recentMargins = new SlidingQuantile(RECENT);
  private final long[] steeringOfTick = new long[CommandHistory.SIZE];

  private long steeringNanos;
  private long goalNanos;
  private long cushionNanos;
  private long lastNanos;

  /**
   * @param serverTick the match's tick when the server spoke last
   * @param roundTripNanos what a message there and back takes, as far as known
   * @param nowNanos when that was heard
   */
  public ServerClock(TickRate rate, int serverTick, long roundTripNanos, long nowNanos) {
    this.rate = rate;
    this.roundTripNanos = roundTripNanos;
    originNanos = nowNanos - firstCommandNanos(serverTick);
    lastNanos = nowNanos;
  }

  /** Command time when a word from the server arrives that was sent in a tick. */
  private long firstCommandNanos(int serverTick) {
    return rate.nanosOf(serverTick) + rate.periodNanos() + roundTripNanos + FIRST_LEAD_NANOS;
  }

  /** Moves on and returns the newest tick whose command is due; it may go back after a rebase. */
  public int dueTick(long nowNanos) {
    long elapsedNanos = Math.max(0, nowNanos - lastNanos);
    lastNanos += elapsedNanos;
    cushionNanos = Math.max(0, cushionNanos - (long) (elapsedNanos * CUSHION_MELT_RATE));
    steer(elapsedNanos);
    return tickAt(commandNanos());
  }

  private void steer(long elapsedNanos) {
    long error = goalNanos - steeringNanos;
    if (Math.abs(error) > REBASE_NANOS) {
      steeringNanos = goalNanos;
    } else {
      long most = (long) (elapsedNanos * CATCH_UP_RATE);
      long least = -(long) (elapsedNanos * FALL_BACK_RATE);
      steeringNanos += Math.clamp(error, least, most);
    }
  }

  private long commandNanos() {
    return lastNanos - originNanos + steeringNanos;
  }

  /** The newest tick that begins at or before a time: the inverse of {@link TickRate#nanosOf}. */
  private int tickAt(long nanos) {
    long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
    long rest = Math.floorMod(nanos, NANOS_PER_SECOND);
    return (int) (seconds * rate.hz() + ((rest + 1) * rate.hz() - 1) / NANOS_PER_SECOND);
  }

  /** How long ago, at the last {@link #dueTick}, a tick's command was due. */
  public long lateNanos(int tick) {
    return commandNanos() - rate.nanosOf(tick);
  }

  /** How long ago a tick's command was due; negative before. */
  long lateNanos(int tick, long nowNanos) {
    return lateNanos(tick) + nowNanos - lastNanos;
  }

  /** The command of a tick is sent now. */
  public void issued(int tick) {
    steeringOfTick[tick & (CommandHistory.SIZE - 1)] = steeringNanos;
  }

  /**
   * The server reports on a command it had not reported on before.
   *
   * @param commandTick one of the last {@link CommandHistory#SIZE} issued
   * @param marginNanos how early it arrived; negative: late
   */
  public void reported(int commandTick, long marginNanos) {
    long steered = steeringOfTick[commandTick & (CommandHistory.SIZE - 1)];
    long unsteered = marginNanos - steered;
    unsteeredMargins.add(unsteered);
    recentMargins.add(unsteered);
    if (recentMargins.count() == RECENT && steeringNanos > mostSteering() + rate.periodNanos()) {
      slipBack();
    }
    aim();
  }

  /** The server had to do without so many more commands. */
  public void missed(int commands) {
    boolean settled =
        unsteeredMargins.count() >= SETTLED_SAMPLES
            && Math.abs(goalNanos - steeringNanos) < SETTLED_NANOS;
    if (settled) {
      long most = rate.periodNanos() + CUSHION_OVER_TICK_NANOS;
      cushionNanos = Math.min(most, cushionNanos + commands * CUSHION_PER_MISS_NANOS);
      aim();
    }
  }

  private void aim() {
    long wanted = MARGIN_NANOS + cushionNanos - unsteeredMargins.quantile(LATE_FRACTION);
    goalNanos = Math.min(wanted, mostSteering());
  }

  private long mostSteering() {
    return MAX_MEDIAN_WAIT_TICKS * rate.periodNanos() - recentMargins.quantile(0.5);
  }

  /**
   * The server's ticks have become later than they were, and it has no room for what arrives. What
   * is known of the path's jitter stays true in terms of the new schedule.
   */
  private void slipBack() {
    unsteeredMargins.shift(recentMargins.quantile(0.5) - unsteeredMargins.quantile(0.5));
    aim();
    steeringNanos = goalNanos;
  }

  /**
   * Starts anew from what the server's tick is known to be: for when it reports on no command any
   * more, because this clock is further ahead than the server accepts.
   */
  public void restartFrom(int serverTick) {
    steeringNanos = originNanos - lastNanos + firstCommandNanos(serverTick);
    goalNanos = steeringNanos;
    unsteeredMargins.clear();
    recentMargins.clear();
  }

  /** What a message there and back took when the clock was made. */
  public long roundTripNanos() {
    return roundTripNanos;
  }
}
