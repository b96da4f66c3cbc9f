package ringmaster.server.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All guards of a server. Any thread. */
public final class Guards implements AutoCloseable {
  private final Patience patience;
  private final Set<Guard> open = ConcurrentHashMap.newKeySet();

  /** Given up, and not come back yet. */
  private final Set<Guard> lost = ConcurrentHashMap.newKeySet();

  private final AtomicLong lostSoFar = new AtomicLong();

  public Guards(Patience patience) {
    this.patience = patience;
  }

  /** Starts the thread of a match. */
  public Guard open(String mode, String threadName) {
    Guard guard = new Guard(this, mode, threadName);
    open.add(guard);
    return guard;
  }

  /** For matches that are made. */
  public GuardRound buildRound() {
    return new GuardRound(patience.clock(), patience.buildNanos());
  }

  /** For ticks. */
  public GuardRound turnRound() {
    return new GuardRound(patience.clock(), patience.turnNanos());
  }

  /**
   * Whether a thread that was given up is still inside a mode's code, and keeps a core from the
   * others: one such thread is enough, so no more of its matches are made meanwhile.
   */
  public boolean hasLost(String mode) {
    return !lost.isEmpty() && lost.stream().anyMatch(guard -> guard.mode().equals(mode));
  }

  /** Threads given up since the start, whether they came back or not. */
  public long lostSoFar() {
    return lostSoFar.get();
  }

  void lost(Guard guard) {
    open.remove(guard);
    lost.add(guard);
    if (guard.hasComeBack()) {
      lost.remove(guard); // while it was given up
    }
    lostSoFar.incrementAndGet();
  }

  void cameBack(Guard guard) {
    lost.remove(guard);
  }

  void closed(Guard guard) {
    open.remove(guard);
  }

  /** Ends all threads that are idle. */
  @Override
  public void close() {
    open.forEach(Guard::close);
  }
}
