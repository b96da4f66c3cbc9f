package ringmaster.server.guard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import ringmaster.server.telemetry.CpuTime;

/**
 * A thread on which everything of one match happens that its game does, from making it on.
 *
 * <pre>
 * IDLE  --begin-->    BUSY     its thread runs one turn
 * BUSY  --turn ends-> IDLE
 * BUSY  --give up-->  LOST     nobody waits any more; the thread ends when the turn does
 * IDLE  --close-->    CLOSED   the thread ends
 * </pre>
 *
 * Nobody but its own thread may touch the match while it is BUSY, and nobody ever again once it is
 * LOST: no thread can be stopped from outside. Turns allocate nothing here.
 */
public final class Guard {
  private static final int IDLE = 0;
  private static final int BUSY = 1;
  private static final int LOST = 2;
  private static final int CLOSED = 3;

  private final AtomicInteger state = new AtomicInteger(IDLE);
  private final Guards guards;
  private final String mode;
  private final Thread thread;
  private @Nullable Runnable turn;
  private @Nullable GuardRound round;
  private long turnBytes;

  /** Whether the thread runs its turn, and does not only have to. */
  private volatile boolean inTurn;

  /** Whether a thread that was given up has come back after all. */
  private volatile boolean cameBack;

  Guard(Guards guards, String mode, String threadName) {
    this.guards = guards;
    this.mode = mode;
    thread = new Thread(this::work, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  String mode() {
    return mode;
  }

  /** Lets the thread, which is idle, run something once, and then tell the round. */
  void begin(Runnable newTurn, GuardRound newRound) {
    turn = newTurn;
    round = newRound;
    state.set(BUSY);
    LockSupport.unpark(thread);
  }

  /**
   * Gives the thread up if it is still in its turn. One that has not begun waits for a core of a
   * busy machine, and will have it; that is not the game's doing. Returns whether it is given up.
   */
  boolean giveUp() {
    boolean willBegin = !inTurn && thread.isAlive();
    if (willBegin || !state.compareAndSet(BUSY, LOST)) {
      return false;
    }
    guards.lost(this);
    thread.interrupt();
    return true;
  }

  /** Whether the thread was given up. */
  public boolean isLost() {
    return state.get() == LOST;
  }

  boolean hasComeBack() {
    return cameBack;
  }

  /** Bytes that the last turn allocated. To be asked when it has ended. */
  public long turnBytes() {
    return turnBytes;
  }

  /** Where the thread is now: what a lost one does not come back from. */
  public StackTraceElement[] stackTrace() {
    return thread.getStackTrace();
  }

  /** Lets an idle thread end; a lost one ends by itself, or never. */
  public void close() {
    if (state.compareAndSet(IDLE, CLOSED)) {
      guards.closed(this);
      LockSupport.unpark(thread);
    }
  }

  private void work() {
    while (awaitTurn()) {
      GuardRound begunBy = round; // once it is IDLE, another round may begin the next turn
      run();
      if (!state.compareAndSet(BUSY, IDLE)) {
        cameBack = true;
        guards.cameBack(this);
        return;
      }
      if (begunBy != null) {
        begunBy.cameBack();
      }
    }
  }

  /** Returns whether there is one. */
  private boolean awaitTurn() {
    while (state.get() == IDLE) {
      LockSupport.park(this);
      Thread.interrupted(); // a game that interrupts its own thread must not keep it from parking
    }
    return state.get() == BUSY;
  }

  private void run() {
    Runnable now = turn;
    inTurn = true;
    long bytesBefore = CpuTime.currentThreadAllocatedBytes();
    if (now != null) {
      now.run();
    }
    turnBytes = CpuTime.currentThreadAllocatedBytes() - bytesBefore;
    inTurn = false;
  }
}
