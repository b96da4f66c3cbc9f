package ringmaster.shared.install;

/**
 * What a game threw, put into words on the thread it was thrown on. An exception is code of its
 * game too: asked for its message later, on a thread that serves everybody, it could hold that
 * thread up. Here nothing of the game's is left, only text and places.
 */
public final class GameError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int MAX_CAUSES = 16;
  private static final int MAX_CHARS = 300;

  GameError(String said, StackTraceElement... where) {
    super(said);
    setStackTrace(where);
  }

  /** The innermost cause's first line, and where that was thrown. */
  public static GameError of(Throwable thrown) {
    if (thrown instanceof GameError told) {
      return told;
    }
    try {
      Throwable cause = innermost(thrown);
      return new GameError(firstLine(cause.toString()), cause.getStackTrace());
    } catch (Throwable unreadable) {
      return new GameError(thrown.getClass().getName() + " whose message could not be read");
    }
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable innermost = thrown;
    for (int depth = 0; depth < MAX_CAUSES; depth++) {
      Throwable cause = innermost.getCause();
      if (cause == null) {
        return innermost;
      }
      innermost = cause;
    }
    return innermost;
  }

  private static String firstLine(String said) {
    String line = said.lines().findFirst().orElse("");
    return line.length() > MAX_CHARS ? line.substring(0, MAX_CHARS) + "..." : line;
  }

  /** A log is told what the game threw, not what it was put into. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
