package ringmaster.shared.install;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of an error in a game's code: what it was, and where in the game. */
public final class Blame {
  private Blame() {}

  /**
   * The innermost cause's first line, and the first place in the game's own code.
   *
   * @param jar whose code is meant; null for a game of the class path
   */
  public static String of(Throwable error, @Nullable String jar) {
    GameError told = GameError.of(error);
    return told + place(told.getStackTrace(), jar);
  }

  /**
   * The first place in the game's own code, as the end of a sentence: a class loader of a jar is
   * named after it. What no jar's code did, the first frame shows.
   *
   * @param jar whose code is meant; null for a game of the class path
   */
  public static String place(StackTraceElement[] trace, @Nullable String jar) {
    Optional<StackTraceElement> own =
        Arrays.stream(trace)
            .filter(frame -> jar != null && jar.equals(frame.getClassLoaderName()))
            .findFirst();
    return own.or(() -> Arrays.stream(trace).findFirst()).map(frame -> " at " + frame).orElse("");
  }
}
