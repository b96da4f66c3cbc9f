package ringmaster.server.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class RingTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int SLOTS = 64;
  private static final int RESERVED = 16;

  private final Ring ring = new Ring(SLOTS, RESERVED);
  private final Ring.Reader reader = ring.newReader();
  private final Record record = new Record();

  private Record command(int tick) {
    return record.command(1, 0, tick, 0, 0);
  }

  /** A record of so many slots. */
  private Record hashes(long serverTick, int slots) {
    record.hashes(serverTick);
    while (Ring.slotsOf(record.length()) < slots) {
      record.addHash(1, serverTick * 31 + record.hashCount());
    }
    return record;
  }

  @Test
  void whenTrafficIsRefusedTicksAndControlStillFit() {
    int traffic = 0;
    while (ring.tryPublishTraffic(command(traffic))) {
      traffic++;
    }
    assertEquals(SLOTS - RESERVED, traffic);
    for (int i = 0; i < RESERVED; i++) {
      assertTrue(ring.tryPublish(record.tick(i)));
    }
    assertFalse(ring.tryPublish(record.tick(99)));
    assertEquals(0, ring.remainingCapacity());
    List<RecordKind> kinds = new ArrayList<>();
    assertEquals(SLOTS, reader.drain((drained, sequence) -> kinds.add(drained.kind())));
    assertEquals(RESERVED, kinds.stream().filter(RecordKind.TICK::equals).count());
    assertTrue(ring.tryPublishTraffic(command(1)));
  }

  @Test
  void aRefusedRecordLeavesNothingBehind() {
    while (ring.tryPublish(hashes(1, 5))) {}
    long cursor = ring.cursor();
    assertFalse(ring.tryPublish(hashes(2, 5)));
    assertEquals(cursor, ring.cursor());
    assertTrue(ring.tryPublish(hashes(3, 4)), "four slots are left");
  }

  @Test
  void theSlowestReaderHoldsTheRing() {
    Ring.Reader slow = ring.newReader();
    while (ring.tryPublish(record.tick(1))) {}
    reader.drain((drained, sequence) -> true);
    assertFalse(ring.tryPublish(record.tick(2)));
    slow.drain((drained, sequence) -> sequence < 9);
    assertEquals(9, slow.sequence());
    assertEquals(10, ring.remainingCapacity());
  }

  @Test
  void aDrainStopsWhereItIsTold() {
    for (int i = 0; i < 10; i++) {
      ring.tryPublish(record.tick(i));
    }
    long[] last = {-1};
    assertEquals(
        4,
        reader.drain((drained, sequence) -> {
          last[0] = drained.serverTick();
          return last[0] < 3;
        }));
    assertEquals(3, last[0]);
    assertEquals(6, reader.drain((drained, sequence) -> true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void recordsOfAllLengthsComeBackAcrossTheWrap(long seed) {
    Rng rng = new Rng(seed);
    ArrayDeque<Long> expected = new ArrayDeque<>();
    long next = 0;
    for (int round = 0; round < 5_000; round++) {
      for (int i = rng.nextInt(6); i > 0; i--) {
        if (ring.tryPublish(hashes(next, 1 + rng.nextInt(16)))) {
          expected.add(next++);
        }
      }
      int most = rng.nextInt(5);
      int[] taken = {0};
      reader.drain((drained, sequence) -> {
        assertEquals(expected.remove(), drained.serverTick(), "seed " + seed);
        for (int i = 0; i < drained.hashCount(); i++) {
          assertEquals(drained.serverTick() * 31 + i, drained.hash(i), "seed " + seed);
        }
        return ++taken[0] < most;
      });
    }
    assertTrue(next > 5_000);
  }

  @Test
  void eachProducersRecordsComeInItsOwnOrder() throws InterruptedException {
    int producers = 4;
    int each = 20_000;
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      int producer = p;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                Record own = new Record();
                for (int i = 0; i < each; ) {
                  own.hashes(i);
                  for (int j = 0; j < 1 + i % 20; j++) {
                    own.addHash(producer, i);
                  }
                  boolean done = i % 2 == 0 ? ring.tryPublish(own) : ring.tryPublishTraffic(own);
                  if (done) {
                    i++;
                  } else {
                    Thread.onSpinWait();
                  }
                }
              }));
    }
    long[] expected = new long[producers];
    int total = 0;
    while (total < producers * each) {
      total +=
          reader.drain((drained, sequence) -> {
            int producer = drained.hashMatchId(0);
            assertEquals(expected[producer]++, drained.serverTick());
            assertEquals(1 + drained.serverTick() % 20, drained.hashCount());
            assertEquals(producer, drained.hashMatchId(drained.hashCount() - 1));
            return true;
          });
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void publishingAndDrainingAllocateNothing() {
    Ring.Handler handler = (drained, sequence) -> true;
    long bytes = Long.MAX_VALUE;
    // Steady is what is compiled.
    for (int stretch = 0; stretch < 5 && bytes > 1_000; stretch++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20_000; i++) {
        ring.tryPublishTraffic(command(i));
        ring.tryPublish(hashes(i, 16));
        while (ring.tryPublish(record)) {} // until it is refused
        reader.drain(handler);
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertTrue(bytes <= 1_000, bytes + " bytes in 20,000 rounds");
  }
}
