package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/** No garbage on the tick path: nothing is allocated per tick in steady state. */
class TickAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TICKS = 2_000;
  private static final int MAX_STRETCHES = 5;

  /** A quarter byte per tick: what the JVM makes once, as it compiles anew, is not the tick's. */
  private static final long STRAY_BYTES = TICKS / 4;

  /** Steady is what is compiled: a stretch still partly interpreted is followed by another. */
  private static void assertAllocatesNothing(WholeServer server) {
    long bytes = STRAY_BYTES;
    for (int stretch = 0; stretch < MAX_STRETCHES && bytes >= STRAY_BYTES; stretch++) {
      bytes = allocatedBytes(server);
    }
    assertTrue(bytes < STRAY_BYTES, bytes + " bytes in " + TICKS + " ticks");
  }

  /** What the tick loop's own turns allocate while everything else has its turns as well. */
  private static long allocatedBytes(WholeServer server) {
    Agent tickLoop = server.core.tickLoop();
    long ticksBefore = server.core.telemetry().ticks.get();
    long allocated = 0;
    while (server.core.telemetry().ticks.get() < ticksBefore + TICKS) {
      server.turnWithout(tickLoop, 1_000_000);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      tickLoop.doWork(server.clock.nanoTime());
      allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return allocated;
  }

  @Test
  void aSteadyTickAllocatesNothing() throws IOException {
    try (WholeServer server = new WholeServer(2, 9, 600, 0, null, 1)) {
      server.fill(8, 2);
      server.run(40);
      assertEquals(16, server.core.sessions().size());
      long sentBefore = server.core.publisher().snapshots();
      assertAllocatesNothing(server);
      assertTrue(server.core.publisher().snapshots() - sentBefore >= 16L * TICKS);
    }
  }

  /** More changes than a player's budget holds: what waited longest has to be found. */
  @Test
  void aTickOfACrowdAllocatesNothing() throws IOException {
    try (WholeServer server = new WholeServer(1, 64, 600, 0, null, 1)) {
      server.fill(63, 1);
      server.run(20);
      assertEquals(63, server.core.sessions().size());
      assertAllocatesNothing(server);
    }
  }

  @Test
  void aSteadyTickWithASpectatorAllocatesNothing() throws IOException {
    try (WholeServer server = new WholeServer(1, 9, 600, 0, null, 1)) {
      server.fill(8, 2);
      server.run(1);
      ScriptedClient watcher =
          new ScriptedClient(
              server,
              server.control,
              new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "Watcher", "", 1, false, true));
      server.run(39);
      int takenBefore = watcher.taken;
      assertAllocatesNothing(server);
      assertTrue(watcher.taken - takenBefore >= TICKS / 2 - 3);
    }
  }

  /** With a journal, whose two agents are driven within the tick here. */
  @Test
  void aSteadyTickThatDrivesItsJournalAllocatesNothing() throws IOException {
    FaultyDisk disk = new FaultyDisk();
    try (WholeServer server = new WholeServer(1, 9, 600, 0, disk, 1)) {
      server.fill(8, 2);
      server.run(40);
      disk.reserveAll(64 * 1024 * 1024);
      assertAllocatesNothing(server);
    }
  }
}
