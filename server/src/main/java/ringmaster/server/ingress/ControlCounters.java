package ringmaster.server.ingress;

import ringmaster.server.telemetry.Counter;
import ringmaster.shared.protocol.DisconnectReason;

/** What the control thread did. */
public final class ControlCounters {
  /** Players who took a seat. */
  public final Counter joined = new Counter();

  /** Those who asked what is played, and were told. */
  public final Counter asked = new Counter();

  /** Spectators who were let in. */
  public final Counter watched = new Counter();

  /** Lines of talk passed on. */
  public final Counter talk = new Counter();

  /** Lines of talk dropped: too many, the same again, or a spectator's. */
  public final Counter talkDropped = new Counter();

  private final Counter[] refused = counters();
  private final Counter[] ended = counters();

  private static Counter[] counters() {
    Counter[] counters = new Counter[DisconnectReason.values().length];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new Counter();
    }
    return counters;
  }

  /** Clients who were not let in, by reason. */
  public Counter refused(DisconnectReason reason) {
    return refused[reason.ordinal()];
  }

  /** Sessions that ended, by reason. */
  public Counter ended(DisconnectReason reason) {
    return ended[reason.ordinal()];
  }
}
