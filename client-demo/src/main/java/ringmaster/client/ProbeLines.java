package ringmaster.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the demo client's probe writes: a file, standard output, or nowhere. */
final class ProbeLines implements Consumer<String>, AutoCloseable {
  private static final String STANDARD_OUTPUT = "-";

  private final @Nullable PrintWriter out;
  private final boolean owned;

  private ProbeLines(@Nullable PrintWriter out, boolean owned) {
    this.out = out;
    this.owned = owned;
  }

  /**
   * @param target a file, {@code -} for standard output, or null for nowhere
   */
  static ProbeLines open(@Nullable String target, PrintWriter standardOutput) {
    if (target == null) {
      return new ProbeLines(null, false);
    }
    if (target.equals(STANDARD_OUTPUT)) {
      return new ProbeLines(standardOutput, false);
    }
    try {
      Path file = Path.of(target);
      return new ProbeLines(
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)), true);
    } catch (IOException e) {
      throw new RunFailed("--probe: " + target + " cannot be written", e);
    }
  }

  @Override
  public void accept(String line) {
    if (out != null) {
      out.println(line);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (owned && out != null) {
      out.close();
    }
  }
}
