package ringmaster.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ringmaster.shared.game.Game;

/** Tells a game's own code from the engine's, the test kit's and the JDK's. */
final class OwnCode {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");
  private static final List<String> ENGINE = List.of("ringmaster.shared.", "ringmaster.testkit.");

  private final String gamePackage;

  OwnCode(Game game) {
    gamePackage = game.getClass().getPackageName();
  }

  /** Whether a class of that full name is the author's: games of the engine itself have one too. */
  boolean contains(String className) {
    return packageOf(className).equals(gamePackage)
        || (!beginsWith(className, JDK) && !beginsWith(className, ENGINE));
  }

  /**
   * The innermost line of the author's; where none is, the innermost outside the JDK: what the
   * engine met was asked of it by somebody.
   */
  Optional<StackTraceElement> line(StackTraceElement[] trace) {
    Optional<StackTraceElement> own =
        Arrays.stream(trace).filter(frame -> contains(frame.getClassName())).findFirst();
    return own.or(() ->
        Arrays.stream(trace).filter(frame -> !beginsWith(frame.getClassName(), JDK)).findFirst());
  }

  /** The end of a sentence: {@code " at "} and that line, or nothing. */
  String at(StackTraceElement[] trace) {
    return line(trace).map(frame -> " at " + frame).orElse("");
  }

  private static boolean beginsWith(String className, List<String> prefixes) {
    return prefixes.stream().anyMatch(className::startsWith);
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
