package ringmaster.client.connection;

import org.jspecify.annotations.Nullable;

/**
 * Receivers by session id: open addressing with linear probing, so that a look-up per datagram
 * boxes nothing. Session ids are random and need no further scrambling.
 */
final class SessionTable {
  private static final int FIRST_CAPACITY = 64;

  private long[] ids = new long[FIRST_CAPACITY];
  private DatagramHub.@Nullable Receiver[] receivers = new DatagramHub.Receiver[FIRST_CAPACITY];
  private int size;

  DatagramHub.@Nullable Receiver find(long id) {
    return receivers[slot(id)];
  }

  void put(long id, DatagramHub.Receiver receiver) {
    if (2 * size >= ids.length) {
      rebuild(2 * ids.length);
    }
    int slot = slot(id);
    if (receivers[slot] == null) {
      size++;
    }
    ids[slot] = id;
    receivers[slot] = receiver;
  }

  void remove(long id) {
    int slot = slot(id);
    if (receivers[slot] != null) {
      receivers[slot] = null;
      rebuild(ids.length); // a hole would cut off those that were probed past it
    }
  }

  /** The slot of an id, or the empty one where it would go. */
  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) id & mask;
    while (receivers[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(int capacity) {
    long[] oldIds = ids;
    DatagramHub.@Nullable Receiver[] oldReceivers = receivers;
    ids = new long[capacity];
    receivers = new DatagramHub.Receiver[capacity];
    size = 0;
    for (int i = 0; i < oldIds.length; i++) {
      DatagramHub.Receiver receiver = oldReceivers[i];
      if (receiver != null) {
        put(oldIds[i], receiver);
      }
    }
  }
}
