package ringmaster.server.telemetry;

/** The parts of a tick, in order. */
public enum TickPhase {
  /** Taking records from the ring and applying them. */
  DRAIN,
  /** Stepping and hashing all matches. */
  STEP,
  /** Quantising what there is to see, and waiting for the matches of games from jars. */
  CAPTURE,
  /** Waiting for the journal, and telling network threads how the matches stand. */
  SETTLE,
  /** Encoding and sending snapshots. */
  PUBLISH
}
