package ringmaster.client.load;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Says how far a run is: on a terminal one line that changes every second, elsewhere a new line
 * every fifth time.
 */
public final class ProgressLine implements LoadGenerator.Watcher {
  private static final int PLAIN_INTERVAL = 5;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private int said;

  public ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard error. */
  public static ProgressLine onStandardError() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new ProgressLine(System.err, terminal);
  }

  @Override
  public void say(String sentence) {
    if (terminal) {
      out.print(START_OF_LINE + sentence);
      out.flush();
    } else if (said % PLAIN_INTERVAL == 0) {
      out.println(sentence);
    }
    said++;
  }

  /** Clears the line on a terminal. */
  public void end() {
    if (terminal) {
      out.print(START_OF_LINE);
      out.flush();
    }
  }
}
