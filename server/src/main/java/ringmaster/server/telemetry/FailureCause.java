package ringmaster.server.telemetry;

/** What a game's failure came from. */
public enum FailureCause {
  /** The match could not be made. */
  BUILD,
  /** It threw in a tick, or as a player came or went. */
  TICK,
  /** It threw as it showed what there is to see. */
  CAPTURE,
  /** What it showed could not be sent. */
  SEND,
  /** It did not come back in time, or a thread of its mode that did not is still away. */
  OVERDUE,
  /** It allocated more than the collector should be asked to clear away. */
  ALLOCATION,
  /** A brain of it threw: a bot has left, and no match has ended. */
  BRAIN
}
