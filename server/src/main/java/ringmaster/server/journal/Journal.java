package ringmaster.server.journal;

import java.io.IOException;
import ringmaster.server.ingress.Ring;
import ringmaster.shared.time.Clock;

/**
 * A journal to be written: the two agents and what they share. Stopping it means closing the
 * agent's thread first, which takes what the ring has left, then the writer's, which writes it.
 */
public final class Journal {
  private final JournalState state = new JournalState();
  private final JournalAgent agent;
  private final JournalWriter writer;

  /**
   * @param reader made before the ring's first record, and used by nobody else
   * @param disk empty: a journal is never appended to by another server
   */
  public Journal(Ring.Reader reader, Disk disk, JournalSettings settings) throws IOException {
    if (!disk.files().isEmpty()) {
      throw new IOException("a new journal needs an empty directory, but there is " + disk.files());
    }
    JournalMemory memory = new JournalMemory(settings.memoryBytes());
    agent = new JournalAgent(reader, memory, state);
    writer = new JournalWriter(disk, memory, state, settings);
  }

  public JournalAgent agent() {
    return agent;
  }

  public JournalWriter writer() {
    return writer;
  }

  public JournalState state() {
    return state;
  }

  /** The tick thread's way to wait when both agents have threads of their own. */
  public JournalBarrier threadedBarrier(Clock clock, Runnable wakeAgent, Runnable wakeWriter) {
    return new ThreadedBarrier(state, clock, wakeAgent, wakeWriter);
  }

  /** The way to wait when one thread drives everything: it drives both agents. */
  public JournalBarrier drivingBarrier(Clock clock) {
    return new DrivingBarrier(this, clock);
  }
}
