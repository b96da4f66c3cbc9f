package ringmaster.client.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.window.InputSink;
import ringmaster.client.window.Key;
import ringmaster.shared.command.Command;

final class ScriptTest {
  private static final long SECOND = 1_000_000_000;

  private final List<String> heard = new ArrayList<>();
  private final InputSink sink =
      new InputSink() {
        @Override
        public void key(Key key, boolean down, boolean repeat) {
          heard.add((down ? "down " : "up ") + key);
        }

        @Override
        public void typed(int codePoint) {
          heard.add("typed " + Character.toString(codePoint));
        }

        @Override
        public void pointerMoved(double x, double y) {
          heard.add("pointer " + x + " " + y);
        }

        @Override
        public void scrolled(double lines) {
          heard.add("scrolled");
        }

        @Override
        public void focused(boolean focused) {
          heard.add("focused");
        }
      };

  private void assertHeard(String... events) {
    assertEquals(List.of(events), heard);
    heard.clear();
  }

  @Test
  void linesHappenWhenTheyAreDue() {
    Script script =
        Script.parse(
            "moves",
            """
            # drive, then look left
            2.5 keyup w

              1 keydown W
            2 mouse 100 -20.5
            """);
    script.begin(sink, 1280, 720);
    assertHeard("pointer 640.0 360.0");
    script.play(SECOND - 1, sink);
    assertHeard();
    script.play(SECOND, sink);
    assertHeard("down W");
    script.play(3 * SECOND, sink);
    assertHeard("pointer 100.0 -20.5", "up W");
    script.play(100 * SECOND, sink);
    assertHeard();
  }

  @Test
  void linesOfOneTimeStayInOrder() {
    Script script = Script.parse("moves", "1 keydown a\n0 keydown b\n1 keyup a\n0 keyup b\n");
    script.play(SECOND, sink);
    assertHeard("down B", "up B", "down A", "up A");
  }

  @Test
  void aClickIsHeldForTwoTicks() {
    Script script = Script.parse("moves", "1 click 2");
    script.play(SECOND + 33_000_000, sink);
    assertHeard("down MOUSE_2");
    script.play(SECOND + 34_000_000, sink);
    assertHeard("up MOUSE_2");
  }

  @Test
  void textIsTypedToTheEndOfTheLine() {
    Script script = Script.parse("moves", "0 type # a  \uD83D\uDE80 \r\n0 type\n");
    script.play(0, sink);
    assertHeard(
        "typed #", "typed  ", "typed a", "typed  ", "typed  ", "typed \uD83D\uDE80", "typed  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fire | a line is SECONDS and what to do, like 1.5 keydown W",
        "-1 click 1 | a line is SECONDS and what to do, like 1.5 keydown W",
        "NaN click 1 | a line is SECONDS and what to do, like 1.5 keydown W",
        "9999999 click 1 | a line is SECONDS and what to do, like 1.5 keydown W",
        "1 jump | \"jump\" is none of keydown, keyup, mouse, click and type",
        "1 keydown Foo | \"Foo\" is no key; W, LEFT_SHIFT, F3 and MOUSE_1 are some",
        "1 keyup | \"\" is no key; W, LEFT_SHIFT, F3 and MOUSE_1 are some",
        "1 mouse 5 | mouse takes two numbers, like mouse 640 360, not \"5\"",
        "1 mouse 5 x | mouse takes two numbers, like mouse 640 360, not \"5 x\"",
        "1 click 6 | click takes a button from 1 (left) to 5, not \"6\"",
        "1 click left | click takes a button from 1 (left) to 5, not \"left\"",
      })
  void aWrongLineIsNamedWithTheCure(String line, String sentence) {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> Script.parse("moves.txt", "# first\n" + line));
    assertEquals("moves.txt, line 2: " + sentence, wrong.getMessage());
  }

  @Test
  void aFileIsNamedByItsPath(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("moves.txt"), "oops");
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Script.read(file));
    String message = String.valueOf(wrong.getMessage());
    assertTrue(message.startsWith(file + ", line 1: "), message);
  }

  @Test
  void whatIsNoTextIsNamedAsSuch(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("moves.txt"), new byte[] {(byte) 0xFF, 0x0A});
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Script.read(file));
    assertEquals(file + " is no text in UTF-8", wrong.getMessage());
  }

  /** From the file to the command, as an unattended run plays it. */
  @Test
  void theMousePointsTheTurretFromTheCentre() {
    Settings settings = new Settings();
    Controls controls = new Controls(settings, Map.of(Action.RAIL, 1), action -> {});
    controls.capturePointer(true);
    Script script = Script.parse("moves", "0.1 mouse 1640 360\n0.1 click 1");
    script.begin(controls, 1280, 720);
    script.play(SECOND, controls);
    assertEquals(-settings.mouseSensitivity, controls.aimRadians(), 1e-6f);
    assertEquals(1, Command.buttons(controls.takeCommand()));
  }
}
