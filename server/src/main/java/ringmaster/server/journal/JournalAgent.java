package ringmaster.server.journal;

import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.shared.agent.Agent;

/**
 * Copies every record of the ring into the journal's memory, and so frees the ring at once,
 * whatever the disk does. Touches no file and allocates nothing.
 *
 * <p>When the memory is full the agent drops records and remembers the gap. The gap ends when half
 * of the memory is free again: a disk that is slow but alive then gives a few long gaps, not one
 * per record. A GAP frame takes the place of what was lost.
 */
public final class JournalAgent implements Agent {
  private final Ring.Reader reader;
  private final JournalMemory memory;
  private final JournalState state;
  private final Ring.Handler copy = this::copy;

  private long gapFirstSequence;
  private long gapLastSequence;
  private long gapRecords;

  private boolean started;
  private long lastTurnNanos;
  private long seenTail;
  private long progressNanos;

  JournalAgent(Ring.Reader reader, JournalMemory memory, JournalState state) {
    this.reader = reader;
    this.memory = memory;
    this.state = state;
  }

  @Override
  public String role() {
    return "journal-agent";
  }

  @Override
  public int doWork(long nowNanos) {
    account(nowNanos);
    endGapIfRoom();
    return copyAll();
  }

  @Override
  public void onClose() {
    endGapIfRoom();
    copyAll();
  }

  private int copyAll() {
    int count = reader.drain(copy);
    state.onCopied(reader.sequence());
    return count;
  }

  private boolean copy(Record record, long sequence) {
    if (gapRecords > 0 || !memory.tryAddRecord(record, sequence)) {
      lose(sequence);
    }
    return true;
  }

  private void lose(long sequence) {
    if (gapRecords == 0) {
      gapFirstSequence = sequence;
    }
    gapLastSequence = sequence;
    gapRecords++;
    state.onLost(sequence);
  }

  private void endGapIfRoom() {
    if (gapRecords > 0 && memory.isHalfEmpty()) {
      memory.addGap(gapFirstSequence, gapLastSequence, gapRecords);
      gapRecords = 0;
      state.onGapEnd();
    }
  }

  /** Here and not in the writer, because the writer's thread may hang in the disk. */
  private void account(long nowNanos) {
    long tail = memory.tail();
    if (!started || tail != seenTail || memory.head() == tail) {
      seenTail = tail;
      progressNanos = nowNanos;
    }
    state.onStall(nowNanos - progressNanos);
    if (started && state.durability() == JournalState.Durability.NOT_DURABLE) {
      state.onNotDurable(nowNanos - lastTurnNanos);
    }
    lastTurnNanos = nowNanos;
    started = true;
  }
}
