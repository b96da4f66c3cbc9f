package ringmaster.server.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerPoolTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 8})
  void eachIndexIsRunOnceInEachRound(int workers) {
    AtomicIntegerArray runs = new AtomicIntegerArray(300);
    try (WorkerPool pool = new WorkerPool(workers)) {
      int[] expected = new int[300];
      for (int round = 0; round < 3_000; round++) {
        int count = round * 7 % 300;
        pool.run((index, worker) -> runs.incrementAndGet(index), count);
        for (int i = 0; i < count; i++) {
          expected[i]++;
        }
      }
      for (int i = 0; i < 300; i++) {
        assertEquals(expected[i], runs.get(i), "index " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void noTwoTasksShareAWorkerAtOnce(int workers) {
    AtomicIntegerArray busy = new AtomicIntegerArray(workers + 1);
    try (WorkerPool pool = new WorkerPool(workers)) {
      for (int round = 0; round < 500; round++) {
        pool.run(
            (index, worker) -> {
              if (busy.getAndIncrement(worker) != 0) {
                throw new IllegalStateException("worker " + worker + " was busy");
              }
              busy.getAndDecrement(worker);
            },
            50);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void aTaskThatThrowsDoesNotKeepTheOthersFromRunning(int workers) {
    AtomicIntegerArray runs = new AtomicIntegerArray(100);
    try (WorkerPool pool = new WorkerPool(workers)) {
      for (int round = 1; round <= 50; round++) {
        IllegalStateException thrown =
            assertThrows(
                IllegalStateException.class,
                () ->
                    pool.run(
                        (index, worker) -> {
                          runs.incrementAndGet(index);
                          if (index % 10 == 3) {
                            throw new StackOverflowError("on purpose");
                          }
                        },
                        100));
        assertInstanceOf(StackOverflowError.class, thrown.getCause());
        for (int i = 0; i < 100; i++) {
          assertEquals(round, runs.get(i));
        }
        pool.run((index, worker) -> {}, 100);
      }
    }
  }

  @Test
  void nothingToRunIsNothingRun() {
    try (WorkerPool pool = new WorkerPool(2)) {
      pool.run(
          (index, worker) -> {
            throw new AssertionError("there is nothing to run");
          },
          0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aRoundAllocatesNothing(int workers) {
    long[] sums = new long[64];
    WorkerPool.Task task = (index, worker) -> sums[index]++;
    try (WorkerPool pool = new WorkerPool(workers)) {
      long[] before = new long[workers + 1];
      long bytes = Long.MAX_VALUE;
      // Steady is what is compiled.
      for (int stretch = 0; stretch < 5 && bytes > 1_000; stretch++) {
        for (int worker = 0; worker <= workers; worker++) {
          before[worker] = allocatedBytes(pool, worker);
        }
        for (int round = 0; round < 20_000; round++) {
          pool.run(task, sums.length);
        }
        bytes = 0;
        for (int worker = 0; worker <= workers; worker++) {
          bytes += allocatedBytes(pool, worker) - before[worker];
        }
      }
      assertTrue(bytes <= 1_000, bytes + " bytes in 20,000 rounds");
    }
  }

  private static long allocatedBytes(WorkerPool pool, int worker) {
    return worker == 0
        ? THREADS.getCurrentThreadAllocatedBytes()
        : THREADS.getThreadAllocatedBytes(pool.threadId(worker));
  }
}
