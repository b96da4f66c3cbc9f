package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.time.SystemClock;

/** The journal on threads of its own, which is how a server runs it. */
class JournalThreadsTest {
  /** Far beyond any pause of a busy machine: a wake-up that was lost would show as a hang. */
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  private final FaultyDisk disk = new FaultyDisk();
  private final ConcurrentLinkedQueue<Throwable> errors = new ConcurrentLinkedQueue<>();

  /** An agent that, once at rest, is on its own for an hour. */
  private record Sleeper(Agent agent) implements Agent {
    @Override
    public String role() {
      return agent.role();
    }

    @Override
    public int doWork(long nowNanos) {
      return agent.doWork(nowNanos);
    }

    @Override
    public long restNanos(long nowNanos) {
      return HOUR_NANOS;
    }

    @Override
    public void onClose() {
      agent.onClose();
    }
  }

  private AgentThread thread(Agent agent) {
    return new AgentThread(
            new Sleeper(agent), new SystemClock(), (failed, error) -> errors.add(error))
        .start();
  }

  @Test
  void theBarrierWakesAgentsThatWouldSleepForEver() throws IOException {
    JournalRig rig = new JournalRig(disk);
    AgentThread agent = thread(rig.agent);
    AgentThread writer = thread(rig.writer);
    JournalBarrier barrier =
        rig.journal.threadedBarrier(new SystemClock(), agent::wake, writer::wake);
    for (int tick = 0; tick < 2_000; tick++) {
      long sequence = rig.publishTick(tick);
      assertTrue(barrier.await(sequence, HOUR_NANOS));
    }
    rig.publishTick(2_000);
    agent.close();
    writer.close();
    assertEquals(2_001, JournalRig.summary(disk).records());
    assertEquals(0, errors.size());
  }

  @Test
  void theBarrierGivesUpWhenTimeIsOver() throws IOException {
    JournalRig rig = new JournalRig(disk);
    long sequence = rig.publishTick(1);
    JournalBarrier barrier =
        rig.journal.threadedBarrier(() -> rig.nowNanos += JournalRig.MILLI, () -> {}, () -> {});
    assertFalse(barrier.await(sequence, 2 * JournalRig.MILLI));
    assertEquals(JournalState.Durability.BEHIND, rig.state.durability());
    assertTrue(rig.nowNanos <= 4 * JournalRig.MILLI);
  }
}
