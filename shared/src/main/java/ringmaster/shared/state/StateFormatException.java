package ringmaster.shared.state;

/** Saved state that cannot be restored: truncated, too long, or out of range. */
public final class StateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StateFormatException(String message) {
    super(message);
  }
}
