package ringmaster.client.play;

/** The demo client cannot start or go on, for a reason that one sentence explains. */
public final class PlayFailed extends RuntimeException {
  /**
   * @param sentence what is wrong and what to do; no line break
   */
  public PlayFailed(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong and what to do; no line break
   */
  public PlayFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
