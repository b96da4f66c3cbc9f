package ringmaster.server.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import ringmaster.shared.protocol.Limits;

/**
 * A fixed number of datagrams in memory: any thread puts in, one takes out, nobody waits or
 * allocates. What does not fit is dropped, as a network does.
 *
 * <p>This is Dmitry Vyukov's bounded queue for many producers. Each slot has a turn: the position
 * that may be put there next, or one more than the position that may be taken from it.
 */
final class DatagramRing {
  private static final long FULL = -1;

  private final int slotCount;
  private final AtomicLongArray turns;
  private final byte[][] bytes;
  private final int[] lengths;
  private final SocketAddress[] senders;
  private final AtomicLong putPosition = new AtomicLong();
  private long takePosition;

  DatagramRing(int slotCount) {
    this.slotCount = slotCount;
    turns = new AtomicLongArray(slotCount);
    bytes = new byte[slotCount][Limits.MAX_DATAGRAM_BYTES];
    lengths = new int[slotCount];
    senders = new SocketAddress[slotCount];
    for (int slot = 0; slot < slotCount; slot++) {
      turns.setPlain(slot, slot);
    }
  }

  /**
   * Copies a datagram in, from position to limit.
   *
   * @param datagram of at most {@link Limits#MAX_DATAGRAM_BYTES}
   * @return false if there is no room
   */
  boolean put(ByteBuffer datagram, SocketAddress from) {
    long position = claim();
    if (position == FULL) {
      return false;
    }
    int slot = slotOf(position);
    lengths[slot] = datagram.remaining();
    senders[slot] = from;
    datagram.get(bytes[slot], 0, lengths[slot]);
    turns.setRelease(slot, position + 1);
    return true;
  }

  private long claim() {
    while (true) {
      long position = putPosition.get();
      long turn = turns.getAcquire(slotOf(position));
      if (turn < position) {
        return FULL;
      }
      if (turn == position && putPosition.compareAndSet(position, position + 1)) {
        return position;
      }
    }
  }

  /** Hands over what is there, at most one round of the ring. Returns how much. One thread. */
  int drain(DatagramTransport.Handler handler, long nowNanos) {
    int taken = 0;
    while (taken < slotCount && take(handler, nowNanos)) {
      taken++;
    }
    return taken;
  }

  private boolean take(DatagramTransport.Handler handler, long nowNanos) {
    int slot = slotOf(takePosition);
    if (turns.getAcquire(slot) != takePosition + 1) {
      return false;
    }
    try {
      handler.received(bytes[slot], lengths[slot], senders[slot], nowNanos);
    } finally {
      // Also after a throw: a datagram that breaks its receiver must not come again.
      turns.setRelease(slot, takePosition + slotCount);
      takePosition++;
    }
    return true;
  }

  private int slotOf(long position) {
    return (int) (position % slotCount);
  }
}
