package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the probe's lines go, and what happens when they cannot. */
final class ProbeLinesTest {
  /** As a full disk or a reader that has gone. */
  private static final class FullWriter extends Writer {
    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aLineIsThereAtOnce() {
    StringWriter text = new StringWriter();
    try (ProbeLines lines = ProbeLines.open("-", new PrintWriter(text))) {
      lines.accept("{}");
      assertEquals("{}", text.toString().strip());
    }
  }

  @Test
  void aLineThatCannotBeWrittenEndsTheRun() {
    try (ProbeLines lines = ProbeLines.open("-", new PrintWriter(new FullWriter()))) {
      RunFailed failed = assertThrows(RunFailed.class, () -> lines.accept("{}"));
      assertEquals("--probe: - cannot be written", failed.getMessage());
    }
  }

  @Test
  void aFolderCannotBeWritten(@TempDir Path folder) {
    RunFailed failed =
        assertThrows(
            RunFailed.class,
            () -> ProbeLines.open(folder.toString(), new PrintWriter(new StringWriter())));
    assertEquals("--probe: " + folder + " cannot be written", failed.getMessage());
  }
}
