package ringmaster.server.journal;

import java.util.concurrent.locks.LockSupport;
import ringmaster.shared.time.Clock;

/**
 * Waits for agents on threads of their own. They may be parked, so each is woken when its turn has
 * come: first the agent, and the writer as soon as the agent has copied.
 *
 * <p>Spins a little first, since agents that are awake are about to be done; then parks in short
 * steps, since on a machine with few cores they may need this one.
 */
final class ThreadedBarrier implements JournalBarrier {
  private static final int SPINS = 200;
  private static final long STEP_NANOS = 20_000;

  private final JournalState state;
  private final Clock clock;
  private final Runnable wakeAgent;
  private final Runnable wakeWriter;

  ThreadedBarrier(JournalState state, Clock clock, Runnable wakeAgent, Runnable wakeWriter) {
    this.state = state;
    this.clock = clock;
    this.wakeAgent = wakeAgent;
    this.wakeWriter = wakeWriter;
  }

  @Override
  public boolean await(long sequence, long maxNanos) {
    boolean reached = isWritten(sequence) || waitFor(sequence, maxNanos);
    state.onBarrier(reached);
    return reached;
  }

  private boolean waitFor(long sequence, long maxNanos) {
    long startNanos = clock.nanoTime();
    wakeAgent.run();
    for (int step = 0; state.copiedSequence() < sequence; step++) {
      if (isHopeless(startNanos, maxNanos)) {
        return false;
      }
      pause(step);
    }
    wakeWriter.run();
    for (int step = 0; !isWritten(sequence); step++) {
      if (isHopeless(startNanos, maxNanos)) {
        return false;
      }
      pause(step);
    }
    return true;
  }

  private boolean isHopeless(long startNanos, long maxNanos) {
    return state.isLosing() || clock.nanoTime() - startNanos >= maxNanos;
  }

  private void pause(int step) {
    if (step < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(this, STEP_NANOS);
    }
  }

  private boolean isWritten(long sequence) {
    return state.writtenSequence() >= sequence;
  }
}
