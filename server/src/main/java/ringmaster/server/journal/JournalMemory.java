package ringmaster.server.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;
import ringmaster.server.ingress.Record;

/**
 * Frames on their way from the agent, which adds them, to the writer, which removes them: a ring of
 * bytes for one producer and one consumer.
 *
 * <p>Positions only grow; a frame lies at {@code position & mask}. No frame is split: one starts a
 * new lap wherever the largest frame would not fit into the rest of this one, which both sides know
 * from the position alone.
 */
final class JournalMemory {
  static final int MIN_BYTES = 64 * 1024;

  private final ByteBuffer bytes;
  private final Frame frames;
  private final int mask;
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  /** The agent's last look at the tail: the writer's cache line is read only when it matters. */
  private long seenTail;

  /**
   * @param capacityBytes a power of two
   */
  JournalMemory(int capacityBytes) {
    if (capacityBytes < MIN_BYTES || Integer.bitCount(capacityBytes) != 1) {
      throw new IllegalArgumentException(
          "journal memory must be a power of two of at least "
              + MIN_BYTES
              + " bytes, not "
              + capacityBytes);
    }
    // Outside the heap, since a write of heap bytes would copy them there first.
    bytes = ByteBuffer.allocateDirect(capacityBytes).order(ByteOrder.LITTLE_ENDIAN);
    frames = new Frame(bytes);
    mask = capacityBytes - 1;
  }

  /** Agent. Returns false, with nothing done, when there is no room. */
  boolean tryAddRecord(Record record, long sequence) {
    int length = record.length();
    if (!hasRoom(length)) {
      return false;
    }
    int at = begin(Frame.RECORD, length, sequence);
    bytes.put(at + Frame.HEADER_BYTES, record.bytes(), 0, length);
    publish(length);
    return true;
  }

  /** Agent. To be called only when {@link #isHalfEmpty}. */
  void addGap(long firstLost, long lastLost, long lostRecords) {
    int at = begin(Frame.GAP, Frame.GAP_PAYLOAD_BYTES, lastLost);
    bytes.putLong(at + Frame.HEADER_BYTES, firstLost);
    bytes.putLong(at + Frame.HEADER_BYTES + Long.BYTES, lostRecords);
    publish(Frame.GAP_PAYLOAD_BYTES);
  }

  /** Agent. */
  boolean isHalfEmpty() {
    seenTail = tail.getAcquire();
    return head.getPlain() - seenTail <= capacityBytes() / 2;
  }

  private boolean hasRoom(int payloadBytes) {
    long next = after(head.getPlain(), Frame.HEADER_BYTES + payloadBytes);
    if (next - seenTail > capacityBytes()) {
      seenTail = tail.getAcquire();
    }
    return next - seenTail <= capacityBytes();
  }

  private int begin(int kind, int payloadBytes, long sequence) {
    int at = offset(head.getPlain());
    frames.begin(at, kind, payloadBytes, sequence);
    return at;
  }

  private void publish(int payloadBytes) {
    head.setRelease(after(head.getPlain(), Frame.HEADER_BYTES + payloadBytes));
  }

  /** Writer. Where the frames added so far end. */
  long head() {
    return head.getAcquire();
  }

  /** Where the first frame not removed begins. */
  long tail() {
    return tail.getAcquire();
  }

  /** Writer. Makes room of everything before a position. */
  void removeUpTo(long position) {
    tail.setRelease(position);
  }

  /** The position after a frame of that many bytes at {@code position}. */
  long after(long position, int frameBytes) {
    long next = position + frameBytes;
    return capacityBytes() - offset(next) < Frame.MAX_BYTES ? (next | mask) + 1 : next;
  }

  int offset(long position) {
    return (int) position & mask;
  }

  int capacityBytes() {
    return mask + 1;
  }

  /** The bytes behind the positions, for the writer's views. */
  ByteBuffer bytes() {
    return bytes;
  }
}
