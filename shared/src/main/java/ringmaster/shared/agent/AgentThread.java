package ringmaster.shared.agent;

import java.util.concurrent.locks.LockSupport;
import ringmaster.shared.time.Clock;

/**
 * Gives an agent a thread of its own: works while there is work, parks when there is none.
 *
 * <p>What an agent throws goes to an error handler. A network thread that dies leaves a silent
 * server behind, so its next turn comes all the same; a thread without which nothing is right any
 * more ends there, and its handler stops the process.
 */
public final class AgentThread implements AutoCloseable {
  /** Decides about an agent that threw. */
  @FunctionalInterface
  public interface ErrorHandler {
    /**
     * @return whether the agent's next turn shall come
     */
    boolean goOn(Agent agent, Throwable error);
  }

  private final Agent agent;
  private final Clock clock;
  private final ErrorHandler onError;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param onError asked about whatever a turn threw, on the agent's thread
   */
  public AgentThread(Agent agent, Clock clock, ErrorHandler onError) {
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
      running = running && onError.goOn(agent, t);
      return 0;
    }
  }
}
