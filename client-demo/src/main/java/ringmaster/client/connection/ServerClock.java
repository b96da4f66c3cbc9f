package ringmaster.client.connection;

import java.util.Arrays;
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
 * <p>That knows nothing of datagrams that are lost: what those carried comes with the next, a tick
 * later, or two where two were lost in a row. A cushion on top lets it come in time. A player pays
 * for it with as much delay of every command, so it must be worth it: misses are remembered for
 * {@value #MISS_MEMORY_SECONDS} s, {@value #MISSES_FORGIVEN} of them cost nothing, and each further
 * one is worth {@value #CUSHION_PER_MISS_MILLIS} ms. This finds a balance by itself, since the
 * cushion holds off the misses that feed it: none where one command in a thousand is missed, some
 * milliseconds for single losses, more than a tick for pairs as on a mobile network. It ends at a
 * little over two ticks: longer runs of losses would ask for more delay than they are worth. That
 * reaches the last {@value #CURABLE_MISSES} misses of a run at most, so no more are counted of
 * those within {@value #RUN_MILLIS} ms: one hiccup of a good line, which no cushion would have held
 * off, is not paid for with a minute of delay.
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

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** In which all but 1/e of the misses are forgotten. */
  private static final int MISS_MEMORY_SECONDS = 40;

  private static final double MISS_MEMORY_NANOS = (double) MISS_MEMORY_SECONDS * NANOS_PER_SECOND;
  private static final int MISSES_FORGIVEN = 2;
  private static final int CUSHION_PER_MISS_MILLIS = 5;
  private static final long CUSHION_PER_MISS_NANOS = CUSHION_PER_MISS_MILLIS * NANOS_PER_MILLI;
  private static final long CUSHION_OVER_TWO_TICKS_NANOS = 4 * NANOS_PER_MILLI;

  /** Of a run of misses, how many a full cushion, the margin and the path's jitter can hold off. */
  private static final int CURABLE_MISSES = 3;

  /** Misses closer together than this are of one run. */
  private static final int RUN_MILLIS = 250;

  private static final long RUN_NANOS = RUN_MILLIS * NANOS_PER_MILLI;

  /** How close to its goal the clock has arrived: misses on the way say nothing about the goal. */
  private static final long SETTLED_NANOS = 2 * NANOS_PER_MILLI;

  private static final int SETTLED_SAMPLES = 32;

  private final TickRate rate;
  private final long roundTripNanos;
  private final long originNanos;
  private final SlidingQuantile unsteeredMargins = new SlidingQuantile(WINDOW);
  private final SlidingQuantile recentMargins = new SlidingQuantile(RECENT);
  private final long[] steeringOfTick = new long[CommandHistory.SIZE];

  private long steeringNanos;
  private long goalNanos;
  private double missesRemembered;

  /** When the misses counted last were heard of, in a ring. */
  private final long[] countedNanos = new long[CURABLE_MISSES];

  private int oldestCounted;
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
    Arrays.fill(countedNanos, nowNanos - RUN_NANOS);
  }

  /** Command time when a word from the server arrives that was sent in a tick. */
  private long firstCommandNanos(int serverTick) {
    return rate.nanosOf(serverTick) + rate.periodNanos() + roundTripNanos + FIRST_LEAD_NANOS;
  }

  /** Moves on and returns the newest tick whose command is due; it may go back after a rebase. */
  public int dueTick(long nowNanos) {
    long elapsedNanos = Math.max(0, nowNanos - lastNanos);
    lastNanos += elapsedNanos;
    missesRemembered *= Math.max(0, 1 - elapsedNanos / MISS_MEMORY_NANOS);
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
    if (settled()) {
      missesRemembered = Math.min(mostMissesRemembered(), missesRemembered + counted(commands));
      aim();
    }
  }

  /** How many of so many misses count beside those of the run so far, which now include them. */
  private int counted(int commands) {
    int counted = 0;
    while (counted < commands && lastNanos - countedNanos[oldestCounted] >= RUN_NANOS) {
      countedNanos[oldestCounted] = lastNanos;
      oldestCounted = (oldestCounted + 1) % CURABLE_MISSES;
      counted++;
    }
    return counted;
  }

  /**
   * Being behind for the cushion's sake alone counts as settled: the later misses of a run count as
   * the first does.
   */
  private boolean settled() {
    long behindNanos = goalNanos - steeringNanos;
    return unsteeredMargins.count() >= SETTLED_SAMPLES
        && behindNanos > -SETTLED_NANOS
        && behindNanos < SETTLED_NANOS + cushionNanos();
  }

  private long cushionNanos() {
    return (long) (Math.max(0, missesRemembered - MISSES_FORGIVEN) * CUSHION_PER_MISS_NANOS);
  }

  private double mostMissesRemembered() {
    double mostNanos = 2 * rate.periodNanos() + CUSHION_OVER_TWO_TICKS_NANOS;
    return MISSES_FORGIVEN + mostNanos / CUSHION_PER_MISS_NANOS;
  }

  private void aim() {
    long wanted = MARGIN_NANOS + cushionNanos() - unsteeredMargins.quantile(LATE_FRACTION);
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
