package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;

/** A ring with a journal behind it, driven by one thread in virtual time. */
final class JournalRig {
  static final long MILLI = 1_000_000;
  static final String FIRST = SegmentHeader.fileName(1);
  static final String SECOND = SegmentHeader.fileName(2);

  private static final int MEMORY_BYTES = 64 * 1024;

  final Ring ring = new Ring(4096, 0);
  final Journal journal;
  final JournalAgent agent;
  final JournalWriter writer;
  final JournalState state;
  final Record record = new Record();
  private final Ring.Reader tickReader = ring.newReader();
  long nowNanos;

  JournalRig(Disk disk) throws IOException {
    this(disk, 64 * 1024 * 1024);
  }

  JournalRig(Disk disk, int segmentBytes) throws IOException {
    JournalSettings settings =
        new JournalSettings(MEMORY_BYTES, segmentBytes, 100 * MILLI, "test build");
    journal = new Journal(ring.newReader(), disk, settings);
    agent = journal.agent();
    writer = journal.writer();
    state = journal.state();
  }

  /** Publishes one tick and returns its sequence. */
  long publishTick(long serverTick) {
    return publish(record.tick(serverTick));
  }

  /** Publishes a record that takes several slots. */
  long publishHashes(long serverTick, int count) {
    record.hashes(serverTick);
    for (int i = 0; i < count; i++) {
      record.addHash(i, serverTick * 31 + i);
    }
    return publish(record);
  }

  long publish(Record toPublish) {
    assertTrue(ring.tryPublish(toPublish));
    tickReader.drain((drained, sequence) -> true);
    return ring.cursor();
  }

  /** One turn of both, a millisecond later. */
  void turn() {
    nowNanos += MILLI;
    agent.doWork(nowNanos);
    writer.doWork(nowNanos);
  }

  void turns(int count) {
    for (int i = 0; i < count; i++) {
      turn();
    }
  }

  void close() {
    agent.onClose();
    writer.onClose();
  }

  /** What a journal says, one line per record or gap. */
  static final class Story implements JournalReader.Handler {
    final List<String> lines = new ArrayList<>();

    @Override
    public void onRecord(Record record, long sequence) {
      lines.add(sequence + " " + record.kind() + " " + record.serverTick() + " " + record.length());
    }

    @Override
    public void onGap(long firstSequence, long lastSequence, long lostRecords) {
      lines.add("gap " + firstSequence + ".." + lastSequence + " of " + lostRecords);
    }
  }

  static List<String> story(Disk disk) throws IOException {
    Story story = new Story();
    JournalReader.read(disk, story);
    return story.lines;
  }

  static JournalReader.Summary summary(Disk disk) throws IOException {
    return JournalReader.read(disk, new Story());
  }
}
