package ringmaster.server.ingress;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;

/**
 * The one ordered way in: records from any thread, in 64-byte slots of an LMAX Disruptor ring. A
 * longer record takes consecutive slots, claimed and published at once.
 *
 * <p>Publishing never waits. Readers are made before the first record; each sees every record, and
 * a slot is reused only when all readers have passed it.
 */
public final class Ring {
  public static final int SLOT_BYTES = 64;

  /** Takes the records of a {@link Reader}. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @param record valid during the call
     * @param sequence of the record's last slot
     * @return false to stop the drain after this record
     */
    boolean onRecord(Record record, long sequence);
  }

  private static final class Slot {
    final byte[] bytes = new byte[SLOT_BYTES];
  }

  private final RingBuffer<Slot> slots;
  private final int reservedSlots;

  /**
   * @param slotCount a power of two
   * @param reservedSlots kept free of player traffic, for ticks and control records
   */
  public Ring(int slotCount, int reservedSlots) {
    slots = RingBuffer.createMultiProducer(Slot::new, slotCount);
    this.reservedSlots = reservedSlots;
  }

  /** A consumer that sees each record from now on; to be made before anything is published. */
  public Reader newReader() {
    EventPoller<Slot> poller = slots.newPoller();
    slots.addGatingSequences(poller.getSequence());
    return new Reader(poller);
  }

  /** Publishes what a player sent. Returns false, with nothing done, when the ring is too full. */
  public boolean tryPublishTraffic(Record record) {
    return slots.hasAvailableCapacity(slotsOf(record.length()) + reservedSlots)
        && tryPublish(record);
  }

  /** Publishes a record. Returns false, with nothing done, when the ring is full. */
  public boolean tryPublish(Record record) {
    int length = record.length();
    int count = slotsOf(length);
    long last;
    try {
      last = slots.tryNext(count);
    } catch (InsufficientCapacityException e) {
      return false;
    }
    long first = last - count + 1;
    for (int i = 0; i < count; i++) {
      int from = i * SLOT_BYTES;
      System.arraycopy(
          record.bytes(), from, slots.get(first + i).bytes, 0, Math.min(SLOT_BYTES, length - from));
    }
    slots.publish(first, last);
    return true;
  }

  /** Sequence of the newest claimed slot. */
  public long cursor() {
    return slots.getCursor();
  }

  public int capacity() {
    return slots.getBufferSize();
  }

  /** Slots that could be claimed now. */
  public long remainingCapacity() {
    return slots.remainingCapacity();
  }

  /** Slots that a record of so many bytes takes. */
  public static int slotsOf(int lengthBytes) {
    return (lengthBytes + SLOT_BYTES - 1) / SLOT_BYTES;
  }

  /** One consumer's place in the ring. Used by one thread. */
  public static final class Reader {
    private final EventPoller<Slot> poller;
    private final EventPoller.Handler<Slot> assemble = this::assemble;
    private final Record record = new Record();
    private Handler handler = (unused, sequence) -> false;
    private int filledBytes;
    private int handled;

    private Reader(EventPoller<Slot> poller) {
      this.poller = poller;
    }

    /** Hands over the records published so far, until the handler says stop. Returns how many. */
    public int drain(Handler to) {
      handler = to;
      handled = 0;
      try {
        poller.poll(assemble);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return handled;
    }

    private boolean assemble(Slot slot, long sequence, boolean endOfBatch) {
      System.arraycopy(slot.bytes, 0, record.bytes(), filledBytes, SLOT_BYTES);
      filledBytes += SLOT_BYTES;
      if (filledBytes < record.length()) {
        return true;
      }
      filledBytes = 0;
      handled++;
      return handler.onRecord(record, sequence);
    }

    /** Sequence of the last slot this reader has passed. */
    public long sequence() {
      return poller.getSequence().get();
    }
  }
}
