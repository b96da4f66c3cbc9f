package ringmaster.shared.game;

/**
 * A map that cannot be played on; the message is one sentence that names the file and the field.
 */
public final class MapFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MapFormatException(String message) {
    super(message);
  }

  public MapFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
