package ringmaster.server.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import ringmaster.shared.time.SystemClock;

final class GuardTest {
  private static final int ROUNDS = 500;

  /** Over before a thread has its core. */
  private static final long NO_NANOS = 1;

  private final Guards guards = new Guards(new Patience(new SystemClock(), NO_NANOS, NO_NANOS));
  private final GuardRound round = guards.turnRound();

  private static void waitUntil(BooleanSupplier condition) {
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertTrue(condition.getAsBoolean(), "never happened");
  }

  @Test
  void whoHasNotBegunIsNotGivenUp() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      CountDownLatch ran = new CountDownLatch(1);
      Guard guard = guards.open("tag", "guarded");
      round.begin(guard, ran::countDown);
      round.await();
      assertTrue(ran.await(10, TimeUnit.SECONDS), "given up before it began");
      guard.close();
    }
  }

  /** However the end of the turn and the end of the patience fall together. */
  @Test
  void whoComesBackWhileItIsGivenUpIsNotLostForEver() {
    for (int i = 0; i < ROUNDS; i++) {
      Guard guard = guards.open("tag", "guarded");
      round.begin(guard, Thread::onSpinWait);
      round.await();
      guard.close();
    }
    waitUntil(() -> !guards.hasLost("tag"));
  }

  @Test
  void whoDoesNotComeBackIsLostUntilItDoes() {
    CountDownLatch release = new CountDownLatch(1);
    Guard guard = guards.open("tag", "guarded");
    round.begin(guard, () -> awaitUninterruptibly(release));
    round.await();
    assertTrue(guard.isLost());
    assertTrue(guards.hasLost("tag"));
    assertFalse(guards.hasLost("chase"));
    assertEquals(1, guards.lostSoFar());
    release.countDown();
    waitUntil(() -> !guards.hasLost("tag"));
    assertEquals(1, guards.lostSoFar());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
