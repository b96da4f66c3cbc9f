package ringmaster.server.bench;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.Journal;
import ringmaster.server.journal.JournalBarrier;
import ringmaster.server.journal.JournalSettings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** A ring with a journal behind it, and somebody who plays the tick thread. */
final class JournalRig {
  static final int RECORDS_PER_TICK = 1_000;

  private static final int TICKS = 5_000;
  private static final int PACED_TICKS = 1_200;
  private static final long TICK_NANOS = 16_666_667;
  private static final long MAX_WAIT_NANOS = 2_000_000;

  /** What the journal's own turns cost, driven by one thread. */
  record Turns(
      double agentNanosPerRecord,
      double writerNanosPerRecord,
      long records,
      long syncs,
      long bytes) {}

  /**
   * How long ticks at 60 Hz wait for a journal on threads of its own.
   *
   * @param missed ticks that gave up waiting
   */
  record Wait(double p50Micros, double p99Micros, double maxMicros, int missed, int ticks) {}

  private final Clock clock = new SystemClock();
  private final Record record = new Record();
  private final Ring ring = new Ring(65_536, 0);
  private final Ring.Reader tickReader = ring.newReader();
  private final Journal journal;

  JournalRig(Disk disk) throws IOException {
    journal = new Journal(ring.newReader(), disk, JournalSettings.defaults("benchmark"));
  }

  private void publishTick(int tick) {
    for (int i = 0; i < RECORDS_PER_TICK; i++) {
      ring.tryPublish(record.command(i, 1, tick, 0, i));
    }
    ring.tryPublish(record.tick(tick));
    tickReader.drain((drained, sequence) -> true);
  }

  Turns measureTurns() {
    long agentNanos = 0;
    long writerNanos = 0;
    for (int tick = 0; tick < TICKS; tick++) {
      publishTick(tick);
      long startNanos = clock.nanoTime();
      journal.agent().doWork(startNanos);
      long copiedNanos = clock.nanoTime();
      journal.writer().doWork(copiedNanos);
      agentNanos += copiedNanos - startNanos;
      writerNanos += clock.nanoTime() - copiedNanos;
    }
    journal.writer().onClose();
    long records = journal.state().records();
    return new Turns(
        (double) agentNanos / records,
        (double) writerNanos / records,
        records,
        journal.state().syncs(),
        journal.state().bytes());
  }

  Wait measureWait() {
    Histogram nanos = new Histogram(3);
    int missed = 0;
    try (AgentThread agent = thread(journal.agent());
        AgentThread writer = thread(journal.writer())) {
      JournalBarrier barrier = journal.threadedBarrier(clock, agent::wake, writer::wake);
      long dueNanos = clock.nanoTime();
      for (int tick = 0; tick < PACED_TICKS; tick++) {
        dueNanos += TICK_NANOS;
        LockSupport.parkNanos(dueNanos - clock.nanoTime());
        publishTick(tick);
        long startNanos = clock.nanoTime();
        missed += barrier.await(ring.cursor(), MAX_WAIT_NANOS) ? 0 : 1;
        nanos.recordValue(clock.nanoTime() - startNanos);
      }
    }
    return new Wait(
        nanos.getValueAtPercentile(50) / 1e3,
        nanos.getValueAtPercentile(99) / 1e3,
        nanos.getMaxValue() / 1e3,
        missed,
        PACED_TICKS);
  }

  private AgentThread thread(Agent agent) {
    return new AgentThread(
            agent,
            clock,
            (failed, error) -> {
              error.printStackTrace();
              return false;
            })
        .start();
  }
}
