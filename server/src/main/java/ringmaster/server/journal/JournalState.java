package ringmaster.server.journal;

import org.jspecify.annotations.Nullable;
import ringmaster.server.telemetry.Counter;

/**
 * How the journal stands: what a player's accepted input is worth if the server dies now. Readable
 * by any thread; each field has one thread that writes it.
 *
 * <p><b>After a gap.</b> Records that found the memory full are not in the journal, nor surely are
 * those whose sync failed. A match that lived through such a gap cannot be brought back from the
 * journal, so the journal stays {@link Durability#NOT_DURABLE} although new records are written
 * again. Whoever runs the matches ends that:
 *
 * <pre>
 * long gap = state.gapLastSequence();
 * close, or checkpoint afresh, every match created at or before ring sequence gap;
 * state.declareDurable(gap);
 * </pre>
 */
public final class JournalState {
  /** What accepted input is worth. */
  public enum Durability {
    /** Every tick waited until its input was in the page cache. */
    DURABLE,
    /** The last tick went on while the writer had not caught up; nothing is lost so far. */
    BEHIND,
    /** Input was lost or is in doubt, or the disk refuses it now. */
    NOT_DURABLE
  }

  /** Before any record. */
  public static final long NONE = -1;

  // Written by the agent.
  private final Counter gaps = new Counter();
  private final Counter lostRecords = new Counter();
  private final Counter lastLostSequence = new Counter(NONE);
  private final Counter stallNanosMax = new Counter();
  private final Counter notDurableNanos = new Counter();
  private final Counter copiedSequence = new Counter(NONE);
  private volatile boolean losing;

  // Written by the writer.
  private final Counter records = new Counter();
  private final Counter bytes = new Counter();
  private final Counter writes = new Counter();
  private final Counter syncs = new Counter();
  private final Counter failures = new Counter();
  private final Counter writtenSequence = new Counter(NONE);
  private final Counter syncedSequence = new Counter(NONE);
  private final Counter doubtfulSequence = new Counter(NONE);
  private volatile boolean failing;
  private volatile @Nullable String lastFailure;

  // Written by the tick thread.
  private final Counter resolvedSequence = new Counter(NONE);
  private volatile boolean behind;

  JournalState() {}

  public Durability durability() {
    if (failing || gapLastSequence() > resolvedSequence.get()) {
      return Durability.NOT_DURABLE;
    }
    return behind ? Durability.BEHIND : Durability.DURABLE;
  }

  /**
   * Ring sequence of the newest record lost or in doubt, {@link #NONE} if none ever was. It grows
   * while a gap is open.
   */
  public long gapLastSequence() {
    return Math.max(lastLostSequence.get(), doubtfulSequence.get());
  }

  /**
   * Says that no match depends any more on input up to that sequence. To be called by the tick
   * thread.
   *
   * @return whether that covers every gap so far
   */
  public boolean declareDurable(long throughSequence) {
    resolvedSequence.raiseTo(throughSequence);
    return gapLastSequence() <= throughSequence;
  }

  /** Sequence of the newest ring slot that the agent has passed. */
  long copiedSequence() {
    return copiedSequence.get();
  }

  /** Whether the agent finds no room and drops records. */
  public boolean isLosing() {
    return losing;
  }

  /**
   * Sequence of the newest ring slot whose record is in the page cache, with all before it that
   * were not lost in a gap.
   */
  public long writtenSequence() {
    return writtenSequence.get();
  }

  /** As {@link #writtenSequence()}, for what would survive a crash of the machine. */
  public long syncedSequence() {
    return syncedSequence.get();
  }

  /** Records written. */
  public long records() {
    return records.get();
  }

  /** Bytes appended, headers and marks included. */
  public long bytes() {
    return bytes.get();
  }

  /** Gathered writes. */
  public long writes() {
    return writes.get();
  }

  public long syncs() {
    return syncs.get();
  }

  /** Disk errors, retries included. */
  public long failures() {
    return failures.get();
  }

  /** What the last disk error was, in one sentence; null if there was none. */
  public @Nullable String lastFailure() {
    return lastFailure;
  }

  public long gaps() {
    return gaps.get();
  }

  /** Records that are not in the journal. */
  public long lostRecords() {
    return lostRecords.get();
  }

  /** Longest time in which the writer had something to write and finished nothing. */
  public long stallNanosMax() {
    return stallNanosMax.get();
  }

  /** Time spent {@link Durability#NOT_DURABLE} in all. */
  public long notDurableNanos() {
    return notDurableNanos.get();
  }

  void onCopied(long sequence) {
    copiedSequence.raiseTo(sequence);
  }

  void onLost(long sequence) {
    if (!losing) {
      gaps.add(1);
      losing = true;
    }
    lostRecords.add(1);
    lastLostSequence.raiseTo(sequence);
  }

  void onGapEnd() {
    losing = false;
  }

  void onStall(long nanos) {
    stallNanosMax.raiseTo(nanos);
  }

  void onNotDurable(long nanos) {
    notDurableNanos.add(nanos);
  }

  void onAppended(long appendedBytes) {
    writes.add(1);
    bytes.add(appendedBytes);
  }

  void onWritten(int writtenRecords, long sequence) {
    records.add(writtenRecords);
    failing = false;
    writtenSequence.raiseTo(sequence);
  }

  void onSynced() {
    syncs.add(1);
    syncedSequence.raiseTo(writtenSequence.get());
  }

  void onSyncFailed() {
    doubtfulSequence.raiseTo(writtenSequence.get());
  }

  void onFailure(String sentence) {
    failures.add(1);
    lastFailure = sentence;
    failing = true;
  }

  boolean isFailing() {
    return failing;
  }

  void onBarrier(boolean reached) {
    behind = !reached;
  }
}
