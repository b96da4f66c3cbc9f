package ringmaster.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingMeterTest {
  private static final long MILLI = 1_000_000;

  private final PingMeter meter = new PingMeter();

  /** Sends a snapshot each 16 ms, each acked so much later. */
  private void play(long startNanos, int snapshots, long roundTripMillis) {
    for (int tick = 0; tick < snapshots; tick++) {
      long now = startNanos + tick * 16 * MILLI;
      int acked = tick - (int) (roundTripMillis / 16);
      if (acked >= 0) {
        long late = now + roundTripMillis % 16 * MILLI;
        meter.acknowledged(3, acked, -1, late);
      }
      meter.sending(3, tick, now);
    }
  }

  @Test
  void beforeTheFirstAckNothingIsKnown() {
    meter.sending(0, 5, 0);
    assertEquals(PingMeter.UNKNOWN, meter.millis());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000_000_000_000L, -3_600_000_000_000L, (1L << 32) * 1000 - 50_000_000})
  void theWayThereAndBackIsMeasuredAtAnyTimeOfTheClock(long startNanos) {
    play(startNanos, 100, 37);
    assertEquals(37, meter.millis());
  }

  @Test
  void aWayLongerThanAnIntervalIsMeasuredToo() {
    play(0, 500, 900);
    assertEquals(900, meter.millis());
  }

  @Test
  void aLostSnapshotIsNotMistakenForASlowOne() {
    meter.sending(0, 1, 0);
    meter.acknowledged(0, 3, 0b01, 50 * MILLI); // 3 and 2 arrived
    assertEquals(PingMeter.UNKNOWN, meter.millis());
    meter.sending(0, 20, 320 * MILLI);
    meter.acknowledged(0, 20, -1, 340 * MILLI);
    assertEquals(20, meter.millis());
  }

  @Test
  void anAckInTheMaskCounts() {
    meter.sending(0, 1, 0);
    meter.acknowledged(0, 3, 0b10, 30 * MILLI);
    assertEquals(30, meter.millis());
  }

  @Test
  void theNextMatchIsMeasuredAnew() {
    meter.sending(0, 900, 0);
    meter.acknowledged(1, -1, 0, 5 * MILLI);
    meter.sending(1, 4, 300 * MILLI);
    meter.acknowledged(1, 4, 0, 312 * MILLI);
    assertEquals(12, meter.millis());
  }

  @Test
  void oneLateAckMovesItByAnEighth() {
    play(0, 100, 16);
    long now = 10_000 * MILLI;
    meter.sending(3, 1_000, now);
    meter.acknowledged(3, 1_000, 0, now + 96 * MILLI);
    assertEquals(26, meter.millis());
  }
}
