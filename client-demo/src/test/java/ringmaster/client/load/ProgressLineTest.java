package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aTerminalKeepsOneLine() {
    ProgressLine line = new ProgressLine(out, true);
    line.say("one");
    line.say("two");
    line.end();
    assertEquals("\r\u001b[Kone\r\u001b[Ktwo\r\u001b[K", text());
  }

  @Test
  void elsewhereEveryFifthIsALine() {
    ProgressLine line = new ProgressLine(out, false);
    for (int i = 0; i < 11; i++) {
      line.say("at " + i);
    }
    line.end();
    assertEquals(List.of("at 0", "at 5", "at 10"), text().lines().toList());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
