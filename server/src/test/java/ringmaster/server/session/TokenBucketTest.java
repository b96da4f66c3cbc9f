package ringmaster.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  private static int takeAll(TokenBucket bucket, long nowNanos) {
    int taken = 0;
    while (bucket.take(nowNanos)) {
      taken++;
    }
    return taken;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -3_600 * SECOND, Long.MAX_VALUE / 2})
  void itHoldsItsCapacityAndFillsAtItsRate(long startNanos) {
    TokenBucket bucket = new TokenBucket(10, 50, startNanos);
    assertEquals(50, takeAll(bucket, startNanos));
    assertEquals(10, takeAll(bucket, startNanos + SECOND));
    assertEquals(0, takeAll(bucket, startNanos + SECOND));
    assertEquals(50, takeAll(bucket, startNanos + 1_000 * SECOND));
  }

  @Test
  void aTokenThatIsNotWholeIsNone() {
    TokenBucket bucket = new TokenBucket(1, 1, 0);
    assertTrue(bucket.take(0));
    assertFalse(bucket.take(SECOND / 2));
    assertTrue(bucket.take(SECOND + 1));
  }

  @Test
  void whoKeepsToTheRateIsNeverRefused() {
    TokenBucket bucket = new TokenBucket(120, 840, 0);
    for (int i = 0; i < 100_000; i++) {
      assertTrue(bucket.take(i * SECOND / 60));
    }
  }

  @Test
  void theLongRunIsNoMoreThanTheRate() {
    TokenBucket bucket = new TokenBucket(120, 840, 0);
    int taken = 0;
    for (long millis = 0; millis < 100_000; millis++) {
      taken += takeAll(bucket, millis * 1_000_000);
    }
    assertEquals(840 + 100 * 120, taken, 2);
  }
}
