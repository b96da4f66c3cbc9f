package ringmaster.shared.snapshot;

import ringmaster.shared.game.EventList;

/** Which events concern a viewer; those that do not are not sent. */
public interface EventInterest {
  /** Everything that happens. */
  EventInterest ALL = (events, event) -> true;

  /** Whether one of a tick's events concerns the viewer: the same answer for a whole snapshot. */
  boolean concerns(EventList events, int event);
}
