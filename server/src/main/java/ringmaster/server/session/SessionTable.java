package ringmaster.server.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.time.TickRate;

/**
 * All sessions, by secret id for the network threads and by number for the tick thread.
 *
 * <p>An id is drawn until its low bits name a free cell, so that looking up a datagram's id is one
 * array read, without hashing or boxing, whatever a stranger writes there.
 */
public final class SessionTable {
  private static final int CELLS = 1 << 16;

  /** A quarter full at most: drawing an id takes 1.3 attempts. */
  public static final int MAX_SESSIONS = CELLS / 4;

  private final AtomicReferenceArray<@Nullable Session> byId = new AtomicReferenceArray<>(CELLS);
  private final ConcurrentHashMap<Long, Session> byNumber = new ConcurrentHashMap<>();
  private final LongSupplier ids;
  private long lastNumber;

  /**
   * @param ids unguessable random numbers
   */
  public SessionTable(LongSupplier ids) {
    this.ids = ids;
  }

  /** Opens a session, or returns null when there are too many. Control thread. */
  public @Nullable Session open(
      String name, boolean bot, int lane, Seating seating, TickRate tickRate, long nowNanos) {
    if (byNumber.size() >= MAX_SESSIONS) {
      return null;
    }
    long id = ids.getAsLong();
    while (byId.get(cell(id)) != null) {
      id = ids.getAsLong();
    }
    Session session = new Session(id, ++lastNumber, name, bot, lane, seating, tickRate, nowNanos);
    byNumber.put(session.number(), session);
    byId.set(cell(id), session);
    return session;
  }

  /** Forgets a session. Control thread. */
  public void close(Session session) {
    byId.compareAndSet(cell(session.id()), session, null);
    byNumber.remove(session.number());
  }

  /** The session of a secret id, or null. Any thread. */
  public @Nullable Session find(long id) {
    Session session = byId.get(cell(id));
    return session != null && session.id() == id ? session : null;
  }

  /** The session of a journaled number, or null, as in a replay. Any thread. */
  public @Nullable Session findByNumber(long number) {
    return byNumber.get(number);
  }

  public int size() {
    return byNumber.size();
  }

  private static int cell(long id) {
    return (int) id & (CELLS - 1);
  }
}
