package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** A thousand clients in a process leave no room for garbage. */
final class ClientAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUND_TURNS = 4_000;

  /**
   * The median of some rounds counts: when a class is first to be compiled well, the JVM makes its
   * string constants, once, on the account of the thread that ran it so often. That may spoil a
   * round or two. The least would be too kind: it passes garbage that is rarer than a round is
   * long.
   */
  private static final int ROUNDS = 5;

  /** Over a simulated network, so that a snapshot is decoded in the client's own turn. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void playingAllocatesNothing(boolean decodes) {
    Rig rig = Rig.joined(NetworkProfile.parse("4g"), decodes);
    rig.run(20);
    int newest = rig.play().commandTick();
    long[] roundsBytes = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      roundsBytes[round] = allocatedBytes(rig);
    }
    Arrays.sort(roundsBytes);
    assertEquals(600, rig.play().commandTick() - newest, 6);
    assertEquals(0, roundsBytes[ROUNDS / 2]);
  }

  /** By the client in a round of two seconds. */
  private static long allocatedBytes(Rig rig) {
    long bytes = 0;
    for (int turn = 0; turn < ROUND_TURNS; turn++) {
      rig.clock.advance(Rig.STEP_NANOS);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      rig.client.doWork(rig.clock.nanoTime());
      bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
      rig.server.advance(rig.clock.nanoTime());
    }
    return bytes;
  }
}
