package ringmaster.server.session;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.Limits;

/**
 * Who watches a match without a seat. Past the ring, since a match and its journal know nothing of
 * spectators: the control thread writes, the tick thread reads and follows.
 */
public final class Audience {
  private final AtomicReferenceArray<@Nullable Session> places =
      new AtomicReferenceArray<>(Limits.MAX_SPECTATORS);

  /** Places ever taken lie below: most matches have none, and cost one read. */
  private volatile int usedPlaces;

  /** Control thread: takes the first free place; there is one. */
  public void add(Session session) {
    int place = 0;
    while (places.get(place) != null) {
      place++;
    }
    places.set(place, session);
    usedPlaces = Math.max(usedPlaces, place + 1);
  }

  /** Control thread. */
  public void remove(Session session) {
    for (int place = 0; place < places.length(); place++) {
      places.compareAndSet(place, session, null);
    }
  }

  public int usedPlaces() {
    return usedPlaces;
  }

  /** Who has a place, or null. */
  public @Nullable Session at(int place) {
    return places.get(place);
  }
}
