package ringmaster.client;

/** A run that failed for a reason which one sentence explains; the process exits with 1. */
public final class RunFailed extends RuntimeException {
  /**
   * @param sentence what went wrong and, where it helps, what to do; no line break
   */
  public RunFailed(String sentence) {
    super(sentence);
  }

  public RunFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
