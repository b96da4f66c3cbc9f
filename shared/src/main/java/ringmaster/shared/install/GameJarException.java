package ringmaster.shared.install;

/** A jar cannot be used; the message is one sentence that names its file. */
public final class GameJarException extends RuntimeException {
  GameJarException(String message) {
    super(message);
  }

  GameJarException(String message, Throwable cause) {
    super(message, cause);
  }
}
