package ringmaster.server.telemetry;

/** What made a tick take longer than its period. */
public enum OverrunCause {
  DRAIN,
  STEP,
  CAPTURE,
  SETTLE,
  PUBLISH,
  /** The collector paused all threads meanwhile. */
  COLLECTOR,
  /** The thread was ready but another one had its core. */
  SCHEDULER;

  static OverrunCause of(TickPhase phase) {
    return switch (phase) {
      case DRAIN -> DRAIN;
      case STEP -> STEP;
      case CAPTURE -> CAPTURE;
      case SETTLE -> SETTLE;
      case PUBLISH -> PUBLISH;
    };
  }
}
