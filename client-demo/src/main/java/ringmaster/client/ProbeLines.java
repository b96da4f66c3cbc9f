package ringmaster.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the demo client's probe writes: a file, standard output, or nowhere. */
final class ProbeLines implements Consumer<String>, AutoCloseable {
  private static final String STANDARD_OUTPUT = "-";

  private final String target;
  private final @Nullable PrintWriter out;
  private final boolean owned;

  private ProbeLines(String target, @Nullable PrintWriter out, boolean owned) {
    this.target = target;
    this.out = out;
    this.owned = owned;
  }

  /**
   * @param target a file, {@code -} for standard output, or null for nowhere
   */
  static ProbeLines open(@Nullable String target, PrintWriter standardOutput) {
    if (target == null) {
      return new ProbeLines("", null, false);
    }
    if (target.equals(STANDARD_OUTPUT)) {
      return new ProbeLines(target, standardOutput, false);
    }
    try {
      Path file = Path.of(target);
      return new ProbeLines(
          target, new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)), true);
    } catch (IOException | InvalidPathException e) {
      throw new RunFailed(cannotBeWritten(target), e);
    }
  }

  private static String cannotBeWritten(String target) {
    return "--probe: " + target + " cannot be written";
  }

  /**
   * A measurement without its lines is worth nothing, so the run ends where they cannot be kept.
   */
  @Override
  public void accept(String line) {
    if (out != null) {
      out.println(line);
      if (out.checkError()) {
        throw new RunFailed(cannotBeWritten(target));
      }
    }
  }

  @Override
  public void close() {
    if (owned && out != null) {
      out.close();
    }
  }
}
