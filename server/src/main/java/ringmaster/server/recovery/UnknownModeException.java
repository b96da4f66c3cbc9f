package ringmaster.server.recovery;

/** A journal holds a match of a game that the program does not have. */
public final class UnknownModeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownModeException(int matchId, String mode) {
    super("match " + matchId + " is of mode " + mode + ", and there is no such game");
  }
}
