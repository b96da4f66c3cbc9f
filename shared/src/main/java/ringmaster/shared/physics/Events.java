package ringmaster.shared.physics;

/** What happened in the last step; cleared by the next. */
public final class Events {
  private final Touches begun;
  private final Touches ended;
  private final Touches entered;
  private final Touches left;
  private final Hits hits;

  Events(Bodies bodies) {
    begun = new Touches(bodies);
    ended = new Touches(bodies);
    entered = new Touches(bodies);
    left = new Touches(bodies);
    hits = new Hits(bodies);
  }

  void clear() {
    begun.clear();
    ended.clear();
    entered.clear();
    left.clear();
    hits.clear();
  }

  /** Compares what touches with what did after the step before. */
  void changed(Contacts contacts, int contact) {
    int flags = contacts.flags[contact];
    boolean touches = (flags & Contacts.POINTS) != 0;
    if (touches == ((flags & Contacts.TOUCHED) != 0)) {
      return;
    }
    contacts.mark(contact, Contacts.TOUCHED, touches);
    boolean sensor = (flags & Contacts.SENSOR) != 0;
    Touches list = touches ? (sensor ? entered : begun) : (sensor ? left : ended);
    list.add(contacts, contact);
  }

  /** Parts that began to touch. */
  public Touches begun() {
    return begun;
  }

  /** Parts that touch no more, or of which one was destroyed. */
  public Touches ended() {
    return ended;
  }

  /** Solid parts that came into a sensor; either of the two may be the sensor. */
  public Touches entered() {
    return entered;
  }

  /** Solid parts that left a sensor, or of which one was destroyed. */
  public Touches left() {
    return left;
  }

  /** Touches of parts that came together at a metre per second or faster. */
  public Hits hits() {
    return hits;
  }
}
