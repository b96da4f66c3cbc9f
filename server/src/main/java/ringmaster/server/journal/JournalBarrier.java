package ringmaster.server.journal;

/** Where the tick thread waits until its input is written down: accepted means journaled. */
@FunctionalInterface
public interface JournalBarrier {
  /** For a server that keeps no journal: nothing to wait for. */
  JournalBarrier OFF = (sequence, maxNanos) -> true;

  /**
   * Waits until a record and all before it are in the page cache, or until it is clear that they
   * will not be in time. Allocates nothing. What it found shows in {@link JournalState#durability}.
   *
   * @param sequence of the record's last ring slot
   * @param maxNanos at which the wait ends in any case
   * @return whether the record is written
   */
  boolean await(long sequence, long maxNanos);
}
