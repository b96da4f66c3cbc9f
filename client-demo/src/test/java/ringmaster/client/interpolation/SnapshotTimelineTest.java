package ringmaster.client.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

final class SnapshotTimelineTest {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final TickRate RATE = new TickRate(60);

  private final SnapshotTimeline timeline = new SnapshotTimeline(RATE, 60);

  @Test
  void showsTwoIntervalsBackOnAQuietPath() {
    arrive(0, 200, 0, 5);
    assertEquals(2 * RATE.periodNanos(), timeline.delayNanos());
    long now = RATE.nanosOf(199) + 5 * NANOS_PER_MILLI;
    assertNear(RATE.nanosOf(197), timeline.viewNanos(now), 100);
    assertNear(197 * 16, timeline.viewSixteenths(now), 1);
  }

  @Test
  void jitterAddsToTheDelayUpToTheLimit() {
    arrive(0, 500, 15, 30);
    long delayMillis = timeline.delayNanos() / NANOS_PER_MILLI;
    assertTrue(delayMillis >= 42 && delayMillis <= 55, () -> delayMillis + " ms");
    arrive(500, 1000, 200, 300);
    assertEquals(100, timeline.delayNanos() / NANOS_PER_MILLI);
  }

  @Test
  void fewerSnapshotsThanMeantAreWaitedForAndLossIsNot() {
    arrive(0, 60, 0, 5);
    for (int tick = 60; tick < 120; tick += 2) {
      timeline.arrived(tick, RATE.nanosOf(tick) + 5 * NANOS_PER_MILLI);
    }
    assertEquals(4 * RATE.periodNanos(), timeline.delayNanos(), RATE.periodNanos() / 10.0);
    for (int tick = 120; tick < 180; tick++) {
      if (tick % 3 != 0) {
        timeline.arrived(tick, RATE.nanosOf(tick) + 5 * NANOS_PER_MILLI);
      }
    }
    assertEquals(2 * RATE.periodNanos(), timeline.delayNanos(), RATE.periodNanos() / 10.0);
  }

  @Test
  void neverGoesBack() {
    Rng rng = new Rng(1);
    long last = Long.MIN_VALUE;
    for (int tick = 0; tick < 500; tick++) {
      long now = RATE.nanosOf(tick) + rng.nextInt(30) * NANOS_PER_MILLI;
      timeline.arrived(tick, now);
      long view = timeline.viewNanos(RATE.nanosOf(tick) + 30 * NANOS_PER_MILLI);
      assertTrue(view >= last);
      last = view;
    }
  }

  @Test
  void aJumpOfTheServerIsFollowedAtOnce() {
    arrive(0, 100, 0, 5);
    timeline.arrived(100, RATE.nanosOf(100) + 2_000 * NANOS_PER_MILLI);
    long now = RATE.nanosOf(100) + 2_000 * NANOS_PER_MILLI;
    assertNear(RATE.nanosOf(98), timeline.viewNanos(now), 100);
  }

  private static void assertNear(long expected, long actual, long tolerance) {
    assertTrue(Math.abs(actual - expected) <= tolerance, () -> actual + ", not " + expected);
  }

  private void arrive(int fromTick, int toTick, int jitterMillis, int latencyMillis) {
    Rng rng = new Rng(7);
    for (int tick = fromTick; tick < toTick; tick++) {
      int jitter = jitterMillis == 0 ? 0 : rng.nextInt(2 * jitterMillis) - jitterMillis;
      timeline.arrived(tick, RATE.nanosOf(tick) + (latencyMillis + jitter) * NANOS_PER_MILLI);
    }
  }
}
