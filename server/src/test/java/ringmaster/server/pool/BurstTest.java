package ringmaster.server.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.physics.Workers;

/** Tasks that split their work into blocks. */
class BurstTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int MAX_BLOCKS = 64;

  /**
   * A chain of runs, each of which needs what the last one wrote. All memory that blocks read and
   * write is plain.
   */
  private static final class Chain implements Workers.Stage {
    private final int[] in = new int[MAX_BLOCKS];
    private final int[] out = new int[MAX_BLOCKS];
    private final int[] timesDone = new int[MAX_BLOCKS];
    private final AtomicIntegerArray busy;
    private final int[] byLane;

    Chain(int lanes) {
      busy = new AtomicIntegerArray(lanes);
      byLane = new int[lanes];
    }

    @Override
    public void block(int block, int lane) {
      if (busy.getAndIncrement(lane) != 0) {
        throw new IllegalStateException("lane " + lane + " was busy");
      }
      out[block] = 31 * in[block] + block;
      timesDone[block]++;
      byLane[lane]++;
      busy.getAndDecrement(lane);
    }

    void burst(Workers workers, int runs) {
      workers.begin();
      for (int run = 0; run < runs; run++) {
        int blocks = 1 + run * 7 % MAX_BLOCKS;
        workers.run(this, blocks);
        check(blocks);
      }
      workers.end();
    }

    private void check(int blocks) {
      for (int block = 0; block < blocks; block++) {
        assertEquals(31 * in[block] + block, out[block]);
        assertEquals(1, timesDone[block]);
        in[block] = out[block];
        timesDone[block] = 0;
      }
    }
  }

  /** As many blocks as lanes, none of which ends before all have begun. */
  private static final class Meeting implements Workers.Stage {
    private final AtomicInteger come = new AtomicInteger();
    private final AtomicIntegerArray byLane;

    Meeting(int lanes) {
      byLane = new AtomicIntegerArray(lanes);
    }

    @Override
    public void block(int block, int lane) {
      byLane.incrementAndGet(lane);
      come.incrementAndGet();
      await(() -> come.get() == byLane.length());
    }

    void assertOneInEachLane() {
      for (int lane = 0; lane < byLane.length(); lane++) {
        assertEquals(1, byLane.get(lane), "lane " + lane);
      }
    }
  }

  /** Waits so long only where a test fails. */
  private static void await(BooleanSupplier condition) {
    for (int attempt = 0; !condition.getAsBoolean(); attempt++) {
      assertTrue(attempt < 10_000_000, "it never came");
      Thread.yield();
    }
  }

  private static void awaitParked(WorkerPool pool, int worker) {
    await(() -> {
      ThreadInfo info = THREADS.getThreadInfo(pool.threadId(worker));
      return info != null && info.getThreadState() == Thread.State.WAITING;
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7})
  void eachBlockIsDoneOnceAndNoLaneIsShared(int workers) {
    try (WorkerPool pool = new WorkerPool(workers, workers)) {
      Workers own = pool.workersOf(0);
      assertEquals(workers + 1, own.lanes());
      Chain chain = new Chain(own.lanes());
      for (int burst = 0; burst < 200; burst++) {
        chain.burst(own, 100);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void severalTasksSplitTheirWorkAtOnce(int workers) {
    int tasks = 5;
    try (WorkerPool pool = new WorkerPool(workers, workers)) {
      Chain[] chains = new Chain[tasks];
      for (int i = 0; i < tasks; i++) {
        chains[i] = new Chain(workers + 1);
      }
      for (int round = 0; round < 30; round++) {
        pool.run((index, worker) -> chains[index].burst(pool.workersOf(worker), 100), tasks);
      }
    }
  }

  @Test
  void aWorkerThatParkedWithinABurstIsWoken() {
    try (WorkerPool pool = new WorkerPool(1, 1)) {
      Workers own = pool.workersOf(0);
      Meeting meeting = new Meeting(2);
      own.begin();
      awaitParked(pool, 1);
      own.run(meeting, 2);
      own.end();
      meeting.assertOneInEachLane();
    }
  }

  /** The thread that called the pool comes too, if it is not the one whose task is split. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void whoeverHasNoTaskComesAndHasALaneOfItsOwn(int owner) {
    Meeting meeting = new Meeting(4);
    AtomicInteger begun = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool(3, 3)) {
      pool.run(
          (index, worker) -> {
            begun.incrementAndGet();
            await(() -> begun.get() == 4);
            if (worker == owner) {
              Workers own = pool.workersOf(worker);
              own.begin();
              own.run(meeting, 4);
              own.end();
            }
          },
          4);
    }
    meeting.assertOneInEachLane();
  }

  @Test
  void noMoreThreadsHelpThanMay() {
    try (WorkerPool pool = new WorkerPool(5, 2)) {
      Workers own = pool.workersOf(0);
      Chain chain = new Chain(own.lanes());
      for (int burst = 0; burst < 100; burst++) {
        chain.burst(own, 100);
      }
      for (int lane = 3; lane < own.lanes(); lane++) {
        assertEquals(0, chain.byLane[lane]);
      }
    }
  }

  @Test
  void withoutHelpersTheCallerIsAlone() {
    try (WorkerPool none = new WorkerPool(0);
        WorkerPool idle = new WorkerPool(2, 0)) {
      assertSame(Workers.ALONE, none.workersOf(0));
      assertSame(Workers.ALONE, idle.workersOf(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aBlockThatThrowsDoesNotKeepTheOthersFromRunning(int workers) {
    AtomicIntegerArray runs = new AtomicIntegerArray(40);
    Workers.Stage stage =
        (block, lane) -> {
          runs.incrementAndGet(block);
          if (block % 10 == 3) {
            throw new StackOverflowError("on purpose");
          }
        };
    for (int times = 1; times <= 50; times++) {
      try (WorkerPool pool = new WorkerPool(workers, workers)) {
        Workers own = pool.workersOf(0);
        own.begin();
        IllegalStateException thrown =
            assertThrows(IllegalStateException.class, () -> own.run(stage, 40));
        assertInstanceOf(StackOverflowError.class, thrown.getCause());
        for (int block = 0; block < 40; block++) {
          assertEquals(times, runs.get(block));
        }
        own.run((block, lane) -> {}, 40);
        own.end();
      }
    }
  }

  @Test
  void aTaskThatThrowsLeavesNoBurstOpen() {
    try (WorkerPool pool = new WorkerPool(1, 1)) {
      Burst own = assertInstanceOf(Burst.class, pool.workersOf(0));
      assertThrows(
          IllegalStateException.class,
          () ->
              pool.run(
                  (index, worker) -> {
                    pool.workersOf(worker).begin();
                    throw new StackOverflowError("on purpose");
                  },
                  1));
      assertFalse(own.isOpen());
    }
  }

  @Test
  void aClosedPoolsThreadsEnd() {
    WorkerPool pool = new WorkerPool(2, 2);
    pool.workersOf(0).begin();
    pool.workersOf(0).end();
    awaitParked(pool, 1);
    awaitParked(pool, 2);
    pool.close();
    await(() -> THREADS.getThreadInfo(pool.threadId(1)) == null);
    await(() -> THREADS.getThreadInfo(pool.threadId(2)) == null);
  }

  @Test
  void aBurstAllocatesNothing() {
    try (WorkerPool pool = new WorkerPool(1, 1)) {
      Workers own = pool.workersOf(0);
      long[] sums = new long[2 * 16];
      Workers.Stage stage = (block, lane) -> sums[16 * lane] += block;
      long bytes = Long.MAX_VALUE;
      // Steady is what is compiled.
      for (int stretch = 0; stretch < 5 && bytes > 1_000; stretch++) {
        long before = allocatedBytes(pool);
        for (int burst = 0; burst < 200; burst++) {
          own.begin();
          for (int run = 0; run < 100; run++) {
            own.run(stage, 16);
          }
          own.end();
        }
        bytes = allocatedBytes(pool) - before;
      }
      assertTrue(bytes <= 1_000, bytes + " bytes in 20,000 runs");
    }
  }

  private static long allocatedBytes(WorkerPool pool) {
    return THREADS.getCurrentThreadAllocatedBytes()
        + THREADS.getThreadAllocatedBytes(pool.threadId(1));
  }
}
