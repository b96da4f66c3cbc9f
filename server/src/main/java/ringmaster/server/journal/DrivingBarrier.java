package ringmaster.server.journal;

import ringmaster.shared.time.Clock;

/**
 * Waits by doing the work: gives both agents their turns until the record is written or neither
 * gets on. For a server driven by one thread, where virtual time stands still meanwhile.
 */
final class DrivingBarrier implements JournalBarrier {
  /** Each round writes up to 1 MiB; more than a whole memory is never waiting. */
  private static final int MAX_ROUNDS = 64;

  private final Journal journal;
  private final Clock clock;

  DrivingBarrier(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public boolean await(long sequence, long maxNanos) {
    boolean moving = true;
    for (int round = 0; round < MAX_ROUNDS && moving && !isWritten(sequence); round++) {
      moving = drive(clock.nanoTime());
    }
    boolean reached = isWritten(sequence);
    journal.state().onBarrier(reached);
    return reached;
  }

  private boolean drive(long nowNanos) {
    return journal.agent().doWork(nowNanos) + journal.writer().doWork(nowNanos) > 0;
  }

  private boolean isWritten(long sequence) {
    return journal.state().writtenSequence() >= sequence;
  }
}
