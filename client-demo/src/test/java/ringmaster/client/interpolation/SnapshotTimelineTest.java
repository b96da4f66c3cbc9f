package ringmaster.client.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/** Every snapshot of these tests arrives after a millisecond or more, as its test says. */
final class SnapshotTimelineTest {
  private static final long MILLI = 1_000_000;
  private static final TickRate RATE = new TickRate(60);
  private static final double PERIOD_MILLIS = 1000.0 / 60;

  /** The window, and the time that steering then takes. */
  private static final int FORGOTTEN_TICKS = 14 * 60;

  private static final double LONGEST_MILLIS = Limits.MAX_INTERPOLATION_MILLIS - PERIOD_MILLIS;

  private final SnapshotTimeline timeline = new SnapshotTimeline(RATE, 60);
  private final Path path = new Path();

  /** Brings snapshots and looks at the view once a millisecond. */
  private final class Path {
    private final Rng rng = new Rng(7);
    private final long[] arrivals = new long[10_000];
    private int sent;
    private long now;
    long view = Long.MIN_VALUE;
    long newestNanos;
    int frames;
    int underruns;

    /** How fast view time passed, of local time, at the least and at the most. */
    double slowest;

    double fastest;

    /** The snapshots of these ticks are sent, but of those divisible by {@code lostEvery}. */
    void send(int ticks, int everyTick, double latencyMillis, double jitterMillis, int lostEvery) {
      slowest = Double.MAX_VALUE;
      fastest = 0;
      frames = 0;
      underruns = 0;
      for (int end = sent + ticks; sent < end; sent++) {
        boolean lost = sent % everyTick != 0 || (lostEvery > 0 && sent % lostEvery == 0);
        double delayMillis = latencyMillis + jitterMillis * rng.nextFloat(-1, 1);
        arrivals[sent] = lost ? 0 : RATE.nanosOf(sent) + (long) (delayMillis * MILLI);
        goOn();
      }
    }

    private void goOn() {
      while (now < RATE.nanosOf(sent + 1)) {
        now += MILLI;
        for (int tick = Math.max(0, sent - 200); tick <= sent; tick++) {
          if (arrivals[tick] > now - MILLI && arrivals[tick] <= now) {
            timeline.arrived(tick, now);
            newestNanos = Math.max(newestNanos, RATE.nanosOf(tick));
          }
        }
        if (timeline.started()) {
          look();
        }
      }
    }

    private void look() {
      long next = timeline.viewNanos(now);
      assertTrue(next >= view, "the view went back");
      assertTrue(newestNanos - next <= Limits.MAX_INTERPOLATION_MILLIS * MILLI, "too old to claim");
      if (view != Long.MIN_VALUE) {
        slowest = Math.min(slowest, (next - view) / (double) MILLI);
        fastest = Math.max(fastest, (next - view) / (double) MILLI);
      }
      view = next;
      frames++;
      underruns += next > newestNanos ? 1 : 0;
    }
  }

  private double delayMillis() {
    return timeline.delayNanos() / (double) MILLI;
  }

  @Test
  void onAQuietPathOneIntervalIsEnough() {
    path.send(1200, 1, 5, 0, 0);
    assertEquals(PERIOD_MILLIS + 1, delayMillis(), 1.1);
    assertEquals(0, path.underruns);
    long expected = path.now - 5 * MILLI - timeline.delayNanos();
    assertEquals(expected, path.view, 1.5 * MILLI);
    assertEquals(path.view * 60 * 16 / 1e9, timeline.viewSixteenths(path.now), 1);
  }

  /** A path that needs more than may be claimed cannot be shown without gaps. */
  @ParameterizedTest
  @CsvSource({"5, 28, 3", "15, 48, 3", "25, 68, 3", "100, 83, 1"})
  void jitterIsWaitedForUpToTheLimit(double jitterMillis, double delayMillis, double within) {
    path.send(1200, 1, 105, jitterMillis, 0);
    assertEquals(delayMillis, delayMillis(), within);
    path.send(2400, 1, 105, jitterMillis, 0);
    boolean canBeMet = delayMillis < LONGEST_MILLIS - 1;
    assertTrue(!canBeMet || path.underruns < 0.005 * path.frames, "underruns " + path.underruns);
  }

  @ParameterizedTest
  @CsvSource({"2, 34", "3, 51", "4, 68"})
  void fewerSnapshotsASecondAreWaitedForAtOnce(int everyTick, double delayMillis) {
    path.send(600, 1, 5, 0, 0);
    path.send(20, everyTick, 5, 0, 0);
    path.send(120, everyTick, 5, 0, 0);
    assertEquals(delayMillis, delayMillis(), 3);
    path.send(240, everyTick, 5, 0, 0);
    assertEquals(0, path.underruns);
    path.send(FORGOTTEN_TICKS, 1, 5, 0, 0);
    assertEquals(PERIOD_MILLIS + 1, delayMillis(), 1.1, "and no longer once there are more");
  }

  @Test
  void lossThatGoesOnIsWaitedForAndALoneOneIsNot() {
    path.send(1200, 1, 5, 0, 1199);
    assertEquals(PERIOD_MILLIS + 1, delayMillis(), 1.1);
    path.send(1200, 1, 5, 0, 50);
    assertEquals(2 * PERIOD_MILLIS + 1, delayMillis(), 1.1);
    path.send(1200, 1, 5, 0, 50);
    assertEquals(0, path.underruns);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10, 30})
  void timeIsSteeredByAFewPercentAndNeverStepped(double jitterMillis) {
    path.send(300, 1, 40, 0, 0);
    path.send(300, 1, 40, jitterMillis, 0);
    assertTrue(path.fastest <= 1.051, "fastest " + path.fastest);
    path.send(900, 1, 40, 0, 0);
    assertTrue(path.slowest >= 0.949, "slowest " + path.slowest);
    assertTrue(path.fastest <= 1.051, "fastest " + path.fastest);
  }

  /** A router's queue fills: all comes 150 ms later, and later on no more. */
  @Test
  void aPathThatBecomesSlowerIsFollowedWithinTwoSeconds() {
    path.send(600, 1, 10, 0, 0);
    path.send(120, 1, 160, 0, 0);
    path.send(300, 1, 160, 0, 0);
    assertEquals(0, path.underruns);
    path.send(FORGOTTEN_TICKS, 1, 10, 0, 0);
    assertEquals(PERIOD_MILLIS + 1, delayMillis(), 2);
  }

  /** Nothing comes for a while, and what comes then is as late as it was before. */
  @ParameterizedTest
  @ValueSource(ints = {6, 12, 120, 600})
  void aHoleLeavesNothingBehind(int ticks) {
    path.send(FORGOTTEN_TICKS, 1, 10, 3, 0);
    double before = delayMillis();
    path.send(ticks, 20_000, 10, 3, 0);
    assertTrue(path.underruns > 0);
    path.send(30, 1, 10, 3, 0);
    path.send(60, 1, 10, 3, 0);
    assertEquals(0, path.underruns);
    assertEquals(before, delayMillis(), LONGEST_MILLIS - before, "the delay");
    path.send(FORGOTTEN_TICKS, 1, 10, 3, 0);
    assertEquals(before, delayMillis(), 2, "the delay");
  }

  /** The server's process stood still: its ticks are later for good. */
  @ParameterizedTest
  @ValueSource(ints = {100, 2_000})
  void aServerThatStoodStillIsWaitedFor(int pauseMillis) {
    path.send(600, 1, 10, 0, 0);
    path.send(pauseMillis * 60 / 1_000, 1, pauseMillis + 10, 0, 0);
    path.send(90, 1, pauseMillis + 10, 0, 0);
    path.send(300, 1, pauseMillis + 10, 0, 0);
    assertEquals(0, path.underruns);
    assertEquals(PERIOD_MILLIS + 1, delayMillis(), 2);
  }

  @Test
  void aServerThatLeapsAheadIsFollowedAtOnce() {
    path.send(300, 1, 10, 0, 0);
    int leapt = path.sent + 1_000;
    timeline.arrived(leapt, path.now);
    double behindMillis = (RATE.nanosOf(leapt) - timeline.viewNanos(path.now)) / (double) MILLI;
    assertEquals(2 * PERIOD_MILLIS, behindMillis, 0.1);
  }

  @Test
  void whatIsRepeatedOrOvertakenChangesNothing() {
    path.send(600, 1, 10, 0, 0);
    double before = delayMillis();
    for (int tick = path.sent - 200; tick < path.sent - 10; tick++) {
      timeline.arrived(tick, path.now);
    }
    path.send(60, 1, 10, 0, 0);
    assertEquals(before, delayMillis(), 0.1);
    assertEquals(0, path.underruns);
  }
}
