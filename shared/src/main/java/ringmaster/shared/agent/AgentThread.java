package ringmaster.shared.agent;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import ringmaster.shared.time.Clock;

/**
 * Gives an agent a thread of its own: works while there is work, parks when there is none.
 *
 * <p>Whatever an agent throws is reported and its next turn comes all the same: a network thread
 * that dies leaves a silent server behind. An agent that cannot go on stops the process through its
 * own error handler.
 */
public final class AgentThread implements AutoCloseable {
  private final Agent agent;
  private final Clock clock;
  private final BiConsumer<Agent, Throwable> onError;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param onError told of whatever a turn threw, on the agent's thread
   */
  public AgentThread(Agent agent, Clock clock, BiConsumer<Agent, Throwable> onError) {
    this.agent = agent;
    this.clock = clock;
    this.onError = onError;
    thread = new Thread(this::run, agent.role());
    thread.setDaemon(true);
  }

  public AgentThread start() {
    thread.start();
    return this;
  }

  public Thread thread() {
    return thread;
  }

  /** Ends a park early. Any thread. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Stops after the current turn and waits up to a second for it. */
  @Override
  public void close() {
    running = false;
    wake();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      if (turn() == 0) {
        LockSupport.parkNanos(this, agent.restNanos(clock.nanoTime()));
      }
    }
    agent.onClose();
  }

  private int turn() {
    try {
      return agent.doWork(clock.nanoTime());
    } catch (Throwable t) {
      onError.accept(agent, t);
      return 0;
    }
  }
}
