package ringmaster.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/**
 * What the journal costs: agent and writer per record, and the tick thread's wait at 60 Hz. The one
 * argument is a directory on the disk to be measured; what is written there is removed.
 */
public final class JournalBenchmark {
  private static final int RECORDS_PER_TICK = 1_000;
  private static final int TICKS = 5_000;
  private static final int PACED_TICKS = 1_200;
  private static final long TICK_NANOS = 16_666_667;
  private static final long MAX_WAIT_NANOS = 2_000_000;

  private final Clock clock = new SystemClock();
  private final Record record = new Record();
  private final Ring ring = new Ring(65_536, 0);
  private final Ring.Reader tickReader = ring.newReader();
  private final Journal journal;

  private JournalBenchmark(Path directory) throws IOException {
    journal =
        new Journal(
            ring.newReader(), new FileDisk(directory), JournalSettings.defaults("benchmark"));
  }

  public static void main(String[] args) throws IOException {
    for (int round = 0; round < 3; round++) {
      onScratch(Path.of(args[0]), JournalBenchmark::measureTurns);
    }
    onScratch(Path.of(args[0]), JournalBenchmark::measureWait);
  }

  private interface Measurement {
    void run(JournalBenchmark benchmark);
  }

  private static void onScratch(Path parent, Measurement measurement) throws IOException {
    Path directory = Files.createTempDirectory(parent, "journal-benchmark");
    try {
      measurement.run(new JournalBenchmark(directory));
    } finally {
      FileDisk disk = new FileDisk(directory);
      for (String file : disk.files()) {
        Files.delete(directory.resolve(file));
      }
      Files.delete(directory);
    }
  }

  private void publishTick(int tick) {
    for (int i = 0; i < RECORDS_PER_TICK; i++) {
      ring.tryPublish(record.command(i, 1, tick, 0, i));
    }
    ring.tryPublish(record.tick(tick));
    tickReader.drain((drained, sequence) -> true);
  }

  private void measureTurns() {
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
    System.out.printf(
        "agent %.1f ns, writer %.1f ns per record; %d records, %d syncs, %.0f MB%n",
        (double) agentNanos / records,
        (double) writerNanos / records,
        records,
        journal.state().syncs(),
        journal.state().bytes() / 1e6);
  }

  private void measureWait() {
    Histogram waits = new Histogram(3);
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
        waits.recordValue(clock.nanoTime() - startNanos);
      }
    }
    System.out.printf(
        "wait per tick of %d records: p50 %.0f us, p99 %.0f us, max %.0f us; %d of %d missed%n",
        RECORDS_PER_TICK,
        waits.getValueAtPercentile(50) / 1e3,
        waits.getValueAtPercentile(99) / 1e3,
        waits.getMaxValue() / 1e3,
        missed,
        PACED_TICKS);
  }

  private AgentThread thread(Agent agent) {
    return new AgentThread(agent, clock, (failed, error) -> error.printStackTrace()).start();
  }
}
