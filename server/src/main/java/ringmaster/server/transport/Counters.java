package ringmaster.server.transport;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One count per constant of an enum, in place of a log line per event: strangers decide how often
 * these things happen. Counting allocates nothing; any thread may count and read.
 */
public final class Counters<E extends Enum<E>> {
  private final AtomicLongArray counts;

  Counters(Class<E> events) {
    counts = new AtomicLongArray(events.getEnumConstants().length);
  }

  void count(E event) {
    add(event, 1);
  }

  void add(E event, long amount) {
    counts.getAndAdd(event.ordinal(), amount);
  }

  /** How often since the start, or how many in sum. */
  public long get(E event) {
    return counts.getOpaque(event.ordinal());
  }
}
