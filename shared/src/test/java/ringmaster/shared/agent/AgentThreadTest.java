package ringmaster.shared.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ringmaster.shared.time.SystemClock;

class AgentThreadTest {
  /** Throws in each turn, and never wants to rest. */
  private static final class Failing implements Agent {
    final AtomicInteger turns = new AtomicInteger();
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public String role() {
      return "failing";
    }

    @Override
    public int doWork(long nowNanos) {
      throw new IllegalStateException("turn " + turns.incrementAndGet());
    }

    @Override
    public long restNanos(long nowNanos) {
      return -1;
    }

    @Override
    public void onClose() {
      closed.countDown();
    }
  }

  @Test
  void anErrorThatIsFatalIsTheLastTurn() throws InterruptedException {
    Failing agent = new Failing();
    try (AgentThread thread =
        new AgentThread(agent, new SystemClock(), (failed, error) -> false).start()) {
      assertTrue(agent.closed.await(30, TimeUnit.SECONDS));
      thread.thread().join();
      assertEquals(1, agent.turns.get());
    }
  }

  @Test
  void otherErrorsAreFollowedByTheNextTurn() throws InterruptedException {
    Failing agent = new Failing();
    try (AgentThread thread =
        new AgentThread(agent, new SystemClock(), (failed, error) -> agent.turns.get() < 5)
            .start()) {
      assertTrue(agent.closed.await(30, TimeUnit.SECONDS));
      thread.thread().join();
      assertEquals(5, agent.turns.get());
    }
  }
}
