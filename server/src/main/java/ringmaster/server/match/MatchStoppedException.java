package ringmaster.server.match;

import ringmaster.server.telemetry.FailureCause;

/** The server stopped a match whose game threw nothing, but cost the others too much. */
public final class MatchStoppedException extends RuntimeException {
  private final FailureCause why;

  /**
   * @param sentence what it did, with figures
   * @param where the game was; empty if that says nothing
   */
  public MatchStoppedException(FailureCause why, String sentence, StackTraceElement... where) {
    super(sentence);
    this.why = why;
    setStackTrace(where);
  }

  /** What it is counted as. */
  public FailureCause why() {
    return why;
  }

  /** A log is told what happened, not which class says so. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
