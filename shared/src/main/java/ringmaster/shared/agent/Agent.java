package ringmaster.shared.agent;

/**
 * A duty that some thread performs again and again.
 *
 * <p>An agent never blocks and never asks a clock, so that one thread can drive a whole server in
 * turn under a virtual clock, and {@link AgentThread} can give each its own under the real one.
 */
public interface Agent {
  /** The thread's name. */
  String role();

  /**
   * One turn of duty.
   *
   * @param nowNanos the time of this turn
   * @return how much work was done; 0 lets the thread rest
   */
  int doWork(long nowNanos);

  /** How long the thread may rest after a turn without work, if nobody wakes it. */
  default long restNanos(long nowNanos) {
    return 500_000;
  }

  /** Called once, on the agent's thread, after its last turn. */
  default void onClose() {}
}
