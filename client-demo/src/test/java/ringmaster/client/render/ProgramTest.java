package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;

/** A shader that is wrong says where. */
final class ProgramTest {
  /** broken.frag includes a file of 7 lines above its sixth. */
  @Test
  void theDriversErrorIsFoundInTheFile() {
    try (Window window = HeadlessWindows.open(16, 16)) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> new Program("sky.vert", "broken.frag"));
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.startsWith("shaders/broken.frag, line 6 does not compile: "),
          window.glVersion() + ": " + message);
      assertTrue(message.contains("brightness"), message);
    }
  }

  @Test
  void shadersThatDoNotFitTogetherAreNamed() {
    try (Window window = HeadlessWindows.open(16, 16)) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> new Program("sky.vert", "misfit.frag"));
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.startsWith("shaders/sky.vert and shaders/misfit.frag do not fit together"),
          window.glVersion() + ": " + message);
    }
  }

  @Test
  void aMissingFileIsNamed() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> new ShaderSource("nothing.frag", List.of()));
    assertEquals("there is no shaders/nothing.frag on the class path", e.getMessage());
  }

  /** As Mesa, NVIDIA, and AMD or Apple write it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0:3(9): error: what is this",
        "0(3) : error C1503: what is this",
        "ERROR: 0:3: what is this"
      })
  void everyDriversWayOfNamingALineIsRead(String log) {
    ShaderSource source = new ShaderSource("plain.frag", List.of("A 1"));
    assertEquals("shaders/plain.frag, line 1 does not compile: " + log, source.explain(log));
  }

  @Test
  void aLogWithoutALineNamesTheFile() {
    ShaderSource source = new ShaderSource("plain.frag", List.of());
    assertEquals(
        "shaders/plain.frag does not compile: out of memory", source.explain("out of memory\n"));
  }
}
