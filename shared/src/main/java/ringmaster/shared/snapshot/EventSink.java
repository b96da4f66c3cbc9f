package ringmaster.shared.snapshot;

import ringmaster.shared.game.EventList;

/** Takes what happened in the match, as a {@link SnapshotDecoder} learns of it. */
public interface EventSink {
  /** Nobody wants to know. */
  EventSink NONE = (tick, events) -> {};

  /**
   * Something happened in a tick. Called once for each tick that had events, in order of ticks.
   *
   * @param events valid during the call
   */
  void happened(int tick, EventList events);
}
