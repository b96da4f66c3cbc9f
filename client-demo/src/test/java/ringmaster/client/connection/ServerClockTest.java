package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ringmaster.shared.time.TickRate;

/** How early commands come over a path that always takes as long, whatever is missed. */
final class ServerClockTest {
  private static final TickRate RATE = new TickRate(60);
  private static final long STEP_NANOS = 250_000;
  private static final long PATH_NANOS = 10_000_000;

  /** Above what the path alone asks for. */
  private static final double MARGIN_MILLIS = 4;

  private static final double CUSHION_PER_MISS_MILLIS = 5;
  private static final double MOST_CUSHION_MILLIS = 2 * 1000 / 60.0 + 4;
  private static final double TOLERANCE_MILLIS = 0.6;

  private final ServerClock clock = new ServerClock(RATE, 0, 2 * PATH_NANOS, 0);
  private long nowNanos;
  private int tick;
  private double marginMillis;

  /** The server's ticks begin at their nominal times: a client joins as tick 0 does. */
  private ServerClockTest run(double seconds) {
    long untilNanos = nowNanos + (long) (seconds * 1e9);
    while (nowNanos < untilNanos) {
      nowNanos += STEP_NANOS;
      int due = clock.dueTick(nowNanos);
      if (due > tick) {
        tick = due;
        clock.issued(tick);
        long marginNanos = RATE.nanosOf(tick) - nowNanos - PATH_NANOS;
        clock.reported(tick, marginNanos);
        marginMillis = marginNanos / 1e6;
      }
    }
    return this;
  }

  /** One after the other, with time for the clock to follow each. */
  private ServerClockTest miss(int commands) {
    for (int i = 0; i < commands; i++) {
      clock.missed(1);
      run(0.2);
    }
    return this;
  }

  /** Each as its tick goes by. */
  private ServerClockTest missInARow(int commands) {
    for (int i = 0; i < commands; i++) {
      clock.missed(1);
      run(1.0 / 60);
    }
    return this;
  }

  private void assertMargin(double expectedMillis, double toleranceMillis) {
    assertEquals(expectedMillis, marginMillis, toleranceMillis);
  }

  @Test
  void withoutMissesThereIsNoCushion() {
    run(10).assertMargin(MARGIN_MILLIS, TOLERANCE_MILLIS);
  }

  @Test
  void aFewMissesAreForgiven() {
    run(10).miss(2).assertMargin(MARGIN_MILLIS, TOLERANCE_MILLIS);
  }

  @Test
  void eachFurtherMissMakesCommandsEarlier() {
    double cushionMillis = 3 * CUSHION_PER_MISS_MILLIS;
    run(10).miss(5).assertMargin(MARGIN_MILLIS + cushionMillis, 1);
  }

  /** None of them says less for being heard of while the clock follows the ones before. */
  @Test
  void threeMissesInARowCountInFull() {
    run(10).missInARow(3).run(0.5);
    assertMargin(MARGIN_MILLIS + CUSHION_PER_MISS_MILLIS, TOLERANCE_MILLIS);
  }

  /** No cushion would have held it off, and the path loses nothing else. */
  @Test
  void aHiccupCostsOnlyAFewMilliseconds() {
    run(10).missInARow(9).run(5);
    assertMargin(MARGIN_MILLIS + 3.2, TOLERANCE_MILLIS);
    run(20).assertMargin(MARGIN_MILLIS, TOLERANCE_MILLIS);
  }

  /** Whether the server tells of misses one by one, or late and of many together. */
  @Test
  void aHiccupHeardOfAtOnceCostsNoMore() {
    run(10);
    clock.missed(9);
    run(0.2);
    clock.missed(9);
    run(5).assertMargin(MARGIN_MILLIS + 3.2, TOLERANCE_MILLIS);
  }

  @Test
  void eachHiccupCounts() {
    run(10).missInARow(9).run(0.3).missInARow(9).run(0.5);
    assertMargin(MARGIN_MILLIS + 4 * CUSHION_PER_MISS_MILLIS, 1);
  }

  @Test
  void theCushionEndsAtALittleOverTwoTicks() {
    run(10).miss(40).assertMargin(MARGIN_MILLIS + MOST_CUSHION_MILLIS, 1);
  }

  /** Even after a hole in which all was missed. */
  @Test
  void theCushionMeltsAwayInAboutAMinute() {
    run(10).miss(200).run(65).assertMargin(MARGIN_MILLIS, TOLERANCE_MILLIS);
  }

  @Test
  void missesBeforeThePathIsKnownMakeNoCushion() {
    clock.missed(20);
    run(10).assertMargin(MARGIN_MILLIS, TOLERANCE_MILLIS);
  }
}
