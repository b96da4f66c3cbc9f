package ringmaster.shared.netsim;

/**
 * Slots in order of their due time; equal times in order of arrival. A binary heap over columns, so
 * that adding and removing allocate nothing.
 */
final class DeliveryQueue {
  /** Slots 0..size-1 of this column form the heap. */
  private final int[] heap;

  private final int[] free;
  private final long[] dueNanos;
  private final long[] arrivals;
  private int size;
  private int freeCount;
  private long nextArrival;

  DeliveryQueue(int capacity) {
    heap = new int[capacity];
    free = new int[capacity];
    dueNanos = new long[capacity];
    arrivals = new long[capacity];
    for (int slot = 0; slot < capacity; slot++) {
      free[slot] = slot;
    }
    freeCount = capacity;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return freeCount == 0;
  }

  long earliestNanos() {
    return dueNanos[heap[0]];
  }

  /** Takes a free slot and queues it. */
  int add(long slotDueNanos) {
    int slot = free[--freeCount];
    dueNanos[slot] = slotDueNanos;
    arrivals[slot] = nextArrival++;
    siftUp(size++, slot);
    return slot;
  }

  /** Takes the earliest slot out of the queue; it is in use until {@link #release}. */
  int removeEarliest() {
    int earliest = heap[0];
    size--;
    if (size > 0) {
      siftDown(heap[size]);
    }
    return earliest;
  }

  void release(int slot) {
    free[freeCount++] = slot;
  }

  private void siftUp(int from, int slot) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isBefore(slot, heap[parent])) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = slot;
  }

  private void siftDown(int slot) {
    int at = 0;
    int child = earlierChild(at);
    while (child < size && isBefore(heap[child], slot)) {
      heap[at] = heap[child];
      at = child;
      child = earlierChild(at);
    }
    heap[at] = slot;
  }

  private int earlierChild(int parent) {
    int left = 2 * parent + 1;
    int right = left + 1;
    return right < size && isBefore(heap[right], heap[left]) ? right : left;
  }

  /** By difference, since a monotonic clock may wrap. */
  private boolean isBefore(int slot, int other) {
    long nanos = dueNanos[slot] - dueNanos[other];
    return nanos != 0 ? nanos < 0 : arrivals[slot] < arrivals[other];
  }
}
