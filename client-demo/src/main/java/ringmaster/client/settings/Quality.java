package ringmaster.client.settings;

/** How much work a frame is. */
public enum Quality {
  /** High on a graphics card, lowest where the processor draws. */
  AUTO,
  /** No shadows, few particles, no smoothing of edges. */
  LOWEST,
  LOW,
  MEDIUM,
  HIGH
}
