package ringmaster.server.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The frames of one gathered write: a prefix (segment header, mark) and what lies in the memory, in
 * two parts where it wraps. It can be taken back to its start and written again to another file.
 */
final class JournalBatch {
  /** Bounds how long one write takes and by how much a segment exceeds its size. */
  static final int MAX_BYTES = 1024 * 1024;

  private final JournalMemory memory;
  private final Frame frames;
  private final ByteBuffer prefix =
      ByteBuffer.allocateDirect(SegmentHeader.BYTES + Frame.HEADER_BYTES)
          .order(ByteOrder.LITTLE_ENDIAN);
  private final Frame prefixFrame = new Frame(prefix);
  private final ByteBuffer upToWrap;
  private final ByteBuffer afterWrap;
  private final ByteBuffer[] buffers;

  private int firstOffset;
  private long endPosition;
  private int frameCount;
  private int recordCount;
  private int gapCount;
  private long lastSequence;

  JournalBatch(JournalMemory memory) {
    this.memory = memory;
    frames = new Frame(memory.bytes());
    upToWrap = memory.bytes().duplicate();
    afterWrap = memory.bytes().duplicate();
    buffers = new ByteBuffer[] {prefix, upToWrap, afterWrap};
    clear();
  }

  void clear() {
    prefix.clear().limit(0);
    upToWrap.clear().limit(0);
    afterWrap.clear().limit(0);
    frameCount = 0;
    recordCount = 0;
    gapCount = 0;
  }

  /** Takes and seals the frames the memory holds, up to {@link #MAX_BYTES}. */
  void take() {
    long head = memory.head();
    long position = memory.tail();
    firstOffset = memory.offset(position);
    upToWrap.limit(firstOffset);
    int takenBytes = 0;
    while (position != head && takenBytes < MAX_BYTES) {
      int at = memory.offset(position);
      int frameBytes = frames.bytesOf(at);
      frames.seal(at);
      (at < firstOffset ? afterWrap : upToWrap).limit(at + frameBytes);
      recordCount += frames.kind(at) == Frame.RECORD ? 1 : 0;
      lastSequence = frames.sequence(at);
      gapCount += frames.kind(at) == Frame.GAP ? 1 : 0;
      frameCount++;
      takenBytes += frameBytes;
      position = memory.after(position, frameBytes);
    }
    endPosition = position;
    rewind();
  }

  /** Takes the batch back to its start, without a prefix. */
  void rewind() {
    prefix.clear().limit(0);
    upToWrap.position(firstOffset);
    afterWrap.position(0);
  }

  /** Puts a segment's header in front. */
  void prefixHeader(SegmentHeader header) {
    prefix.limit(SegmentHeader.BYTES);
    header.write(prefix);
  }

  /** Puts a SYNCED mark in front, behind a header if there is one. */
  void prefixSynced(long syncedSequence) {
    int at = prefix.limit();
    prefix.limit(at + Frame.HEADER_BYTES);
    prefixFrame.begin(at, Frame.SYNCED, 0, syncedSequence);
    prefixFrame.seal(at);
  }

  /** What to write, the written part excluded. */
  ByteBuffer[] buffers() {
    return buffers;
  }

  boolean isEmpty() {
    return frameCount == 0;
  }

  boolean isUntouched() {
    return prefix.position() == 0 && upToWrap.position() == firstOffset;
  }

  int remainingBytes() {
    return prefix.remaining() + upToWrap.remaining() + afterWrap.remaining();
  }

  int recordCount() {
    return recordCount;
  }

  int gapCount() {
    return gapCount;
  }

  /** Sequence of the last record taken, or of the last one lost in a gap taken. */
  long lastSequence() {
    return lastSequence;
  }

  /** Where the batch ends in the memory. */
  long endPosition() {
    return endPosition;
  }
}
