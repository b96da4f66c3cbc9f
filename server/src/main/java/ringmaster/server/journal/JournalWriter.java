package ringmaster.server.journal;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.shared.agent.Agent;

/**
 * Appends what the agent copied to segments on the disk: one gathered write a turn, a sync each
 * interval. Runs on a thread of its own, the only one that may wait for the disk.
 *
 * <p>Segments are not allocated in advance: the JDK has no call for it, and writing 64 MiB of zeros
 * would cost the disk as much as the journal itself. Growing files also let the reader take the end
 * of the file for the end of the journal.
 *
 * <p>Any disk error abandons the segment. The batch at hand is written again, from its start, to a
 * new one, after a pause that doubles up to a second. A failed sync is an error like any other, and
 * besides puts everything since the last good one in doubt: Linux reports lost pages once and calls
 * the next sync a success.
 */
public final class JournalWriter implements Agent {
  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);

  private static final long FIRST_RETRY_NANOS = 10_000_000;
  private static final long MAX_RETRY_NANOS = 1_000_000_000;

  private final Disk disk;
  private final JournalMemory memory;
  private final JournalBatch batch;
  private final JournalState state;
  private final JournalSettings settings;

  /** The segment being written, or to be created next. */
  private int segmentNumber = 1;

  private Disk.@Nullable Output output;
  private long segmentBytes;
  private long previousSegmentBytes;

  private long appendedBatchBytes;
  private boolean syncedMarkDue;
  private long dirtySinceNanos;
  private long retryAtNanos;
  private long retryNanos = FIRST_RETRY_NANOS;

  JournalWriter(Disk disk, JournalMemory memory, JournalState state, JournalSettings settings) {
    this.disk = disk;
    this.memory = memory;
    batch = new JournalBatch(memory);
    this.state = state;
    this.settings = settings;
  }

  @Override
  public String role() {
    return "journal-writer";
  }

  @Override
  public int doWork(long nowNanos) {
    if (state.isFailing() && nowNanos - retryAtNanos < 0) {
      return 0;
    }
    try {
      return turn(nowNanos);
    } catch (IOException e) {
      fail(e);
      retryAtNanos = nowNanos + retryNanos;
      retryNanos = Math.min(2 * retryNanos, MAX_RETRY_NANOS);
      return 0;
    }
  }

  private int turn(long nowNanos) throws IOException {
    takeBatch();
    if (isSyncDue(nowNanos)) {
      sync();
      return 1;
    }
    return batch.isEmpty() ? 0 : append(nowNanos);
  }

  private void takeBatch() {
    if (batch.isEmpty()) {
      batch.take();
    }
  }

  /**
   * A sync takes about as long as ten writes, so it waits for a turn that has nothing to write,
   * which comes right after a tick's input; but not for ever.
   */
  private boolean isSyncDue(long nowNanos) {
    long dueNanos = settings.syncIntervalNanos();
    return output != null
        && isDirty()
        && nowNanos - dirtySinceNanos >= (batch.isEmpty() ? dueNanos : 2 * dueNanos);
  }

  private boolean isDirty() {
    return state.syncedSequence() != state.writtenSequence();
  }

  private void sync() throws IOException {
    try {
      Objects.requireNonNull(output).sync();
    } catch (IOException e) {
      state.onSyncFailed();
      abandonSegment();
      throw e;
    }
    state.onSynced();
    syncedMarkDue = true;
  }

  private int append(long nowNanos) throws IOException {
    if (batch.isUntouched()) {
      prepareSegment();
      prefixBatch();
    }
    long appendedBytes = Objects.requireNonNull(output).append(batch.buffers());
    state.onAppended(appendedBytes);
    appendedBatchBytes += appendedBytes;
    if (batch.remainingBytes() == 0) {
      commit(nowNanos);
    }
    return (int) appendedBytes;
  }

  private void prepareSegment() throws IOException {
    if (output != null && segmentBytes >= settings.segmentBytes()) {
      endSegment();
    }
    if (output == null) {
      output = disk.create(SegmentHeader.fileName(segmentNumber));
    }
  }

  /** Synced first, so that a torn end can only be that of the last segment. */
  private void endSegment() throws IOException {
    if (isDirty()) {
      sync();
    }
    abandonSegment();
  }

  private void prefixBatch() {
    batch.rewind();
    if (segmentBytes == 0) {
      batch.prefixHeader(
          new SegmentHeader(
              segmentNumber,
              state.writtenSequence(),
              previousSegmentBytes,
              settings.buildVersion()));
    }
    if (syncedMarkDue) {
      batch.prefixSynced(state.syncedSequence());
    }
  }

  private void commit(long nowNanos) {
    if (!isDirty()) {
      dirtySinceNanos = nowNanos;
    }
    segmentBytes += appendedBatchBytes;
    appendedBatchBytes = 0;
    syncedMarkDue = false;
    logRecovery();
    memory.removeUpTo(batch.endPosition());
    state.onWritten(batch.recordCount(), batch.lastSequence());
    batch.clear();
  }

  private void logRecovery() {
    if (state.isFailing()) {
      retryNanos = FIRST_RETRY_NANOS;
      log.info("Journal is written again.");
    }
    if (batch.gapCount() > 0) {
      log.warn(
          "Journal has a gap, {} records are lost so far: matches that ran then cannot be"
              + " recovered.",
          state.lostRecords());
    }
  }

  private void fail(IOException e) {
    String sentence =
        "cannot write " + SegmentHeader.fileName(segmentNumber) + ": " + e.getMessage();
    if (!state.isFailing()) {
      log.error("Journal is not durable: {}.", sentence);
    }
    state.onFailure(sentence);
    if (output != null && isDirty()) {
      syncBeforeAbandoning();
    }
    abandonSegment();
    batch.rewind();
    appendedBatchBytes = 0;
  }

  /** What was written before the failure is still worth keeping. */
  private void syncBeforeAbandoning() {
    try {
      sync();
    } catch (IOException e) {
      log.error("Journal cannot be synced either: {}.", e.getMessage());
    }
  }

  /** Closes the segment. The next one takes its number if nothing in it counts. */
  private void abandonSegment() {
    if (output != null) {
      closeQuietly(output);
      output = null;
    }
    if (segmentBytes > 0) {
      segmentNumber++;
      previousSegmentBytes = segmentBytes;
      segmentBytes = 0;
    }
  }

  private static void closeQuietly(Disk.Output output) {
    try {
      output.close();
    } catch (IOException e) {
      log.warn("Journal segment cannot be closed: {}.", e.getMessage());
    }
  }

  /** Writes what the agent has left, once, and syncs it. */
  @Override
  public void onClose() {
    try {
      takeBatch();
      while (!batch.isEmpty() && append(dirtySinceNanos) > 0) {
        takeBatch();
      }
      if (!batch.isEmpty()) {
        log.error("Journal ends early: the disk takes nothing.");
      }
      endSegment();
    } catch (IOException e) {
      fail(e);
    }
  }
}
