package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class DatagramRingTest {
  private static final SocketAddress NOBODY = new LoopbackAddress("nobody", new DatagramRing(1));

  private static boolean put(DatagramRing ring, int number) {
    return ring.put(ByteBuffer.allocate(4).putInt(number).flip(), NOBODY);
  }

  private static List<Integer> drain(DatagramRing ring) {
    List<Integer> numbers = new ArrayList<>();
    ring.drain((datagram, _, _, _) -> numbers.add(ByteBuffer.wrap(datagram).getInt()), 0);
    return numbers;
  }

  @Test
  void keepsTheOrderRoundAfterRound() {
    DatagramRing ring = new DatagramRing(4);
    for (int round = 0; round < 10; round++) {
      assertTrue(put(ring, round));
      assertTrue(put(ring, round + 1));
      assertTrue(put(ring, round + 2));
      assertEquals(List.of(round, round + 1, round + 2), drain(ring));
    }
    assertEquals(List.of(), drain(ring));
  }

  @Test
  void whatDoesNotFitIsRefusedUntilThereIsRoom() {
    DatagramRing ring = new DatagramRing(2);
    assertTrue(put(ring, 1));
    assertTrue(put(ring, 2));
    assertFalse(put(ring, 3));
    assertEquals(List.of(1, 2), drain(ring));
    assertTrue(put(ring, 4));
    assertEquals(List.of(4), drain(ring));
  }

  @Test
  void datagramThatBreaksItsReceiverDoesNotComeAgain() {
    DatagramRing ring = new DatagramRing(2);
    put(ring, 1);
    put(ring, 2);
    assertThrows(
        IllegalStateException.class,
        () ->
            ring.drain(
                (_, _, _, _) -> {
                  throw new IllegalStateException("provoked");
                },
                0));
    assertEquals(List.of(2), drain(ring));
  }

  @Test
  void manyThreadsPutInAndNothingIsLostOrTurnedRound() {
    DatagramRing ring = new DatagramRing(64);
    int perThread = 50_000;
    for (int thread = 0; thread < 3; thread++) {
      int first = thread * perThread;
      Thread.ofPlatform().daemon().start(() -> putAll(ring, first, perThread));
    }
    int[] next = {0, perThread, 2 * perThread};
    int taken = 0;
    while (taken < 3 * perThread) {
      for (int number : drain(ring)) {
        assertEquals(next[number / perThread]++, number);
        taken++;
      }
    }
    assertEquals(List.of(), drain(ring));
  }

  private static void putAll(DatagramRing ring, int first, int count) {
    for (int number = first; number < first + count; number++) {
      while (!put(ring, number)) {
        LockSupport.parkNanos(10_000);
      }
    }
  }
}
