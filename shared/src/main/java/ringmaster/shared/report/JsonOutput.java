package ringmaster.shared.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --json} of each command means. */
public final class JsonOutput {
  private static final String STANDARD_OUTPUT = "-";

  private JsonOutput() {}

  /**
   * Writes one object, as one line.
   *
   * @param target a file, or - for standard output, where it is to be the last line
   */
  public static void write(String target, String json, PrintWriter standardOutput)
      throws IOException {
    if (target.equals(STANDARD_OUTPUT)) {
      standardOutput.println(json);
    } else {
      Files.writeString(Path.of(target), json + "\n");
    }
  }
}
