package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ringmaster.client.window.Window;
import ringmaster.client.window.WindowException;

/** What pictures need of the machine. Where it is missing tests are skipped, except under CI. */
final class Displays {
  private Displays() {}

  /** Skips the test, or under CI fails it, where nothing can be drawn without a display. */
  static void requireHeadlessGraphics() {
    String missing = "";
    try {
      Window.open(Window.Options.headless(64, 64)).close();
    } catch (WindowException e) {
      missing = String.valueOf(e.getMessage());
    }
    require(missing.isEmpty(), missing);
  }

  /** The same for a virtual display with a window manager, and keys pressed by a program. */
  static void requireVirtualDisplay() {
    List<String> absent =
        Stream.of("Xvfb", "openbox", "xdotool").filter(tool -> !onPath(tool)).toList();
    require(absent.isEmpty(), "not installed: " + String.join(", ", absent));
  }

  private static void require(boolean met, String sentence) {
    if (System.getenv("CI") == null) {
      assumeTrue(met, sentence);
    } else {
      assertTrue(met, sentence);
    }
  }

  private static boolean onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** A virtual display with a window manager. */
  static final class Virtual implements AutoCloseable {
    private final Process display;
    private final Process manager;

    /** As the DISPLAY variable has it. */
    final String name;

    Virtual(int width, int height) throws IOException, InterruptedException {
      String screen = width + "x" + height + "x24";
      display =
          new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader numbers = display.inputReader(StandardCharsets.UTF_8);
      name = ":" + numbers.readLine();
      ProcessBuilder openbox =
          new ProcessBuilder("openbox")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      openbox.environment().put("DISPLAY", name);
      manager = openbox.start();
    }

    /** Runs xdotool; it must succeed. Returns what it printed. */
    String xdotool(String... arguments) throws IOException, InterruptedException {
      Finished finished = tryXdotool(arguments);
      assertTrue(finished.exitCode == 0, String.join(" ", arguments) + ": " + finished.output);
      return finished.output;
    }

    /** Waits until a window of that name is there, and gives its number. */
    String awaitWindow(String title) throws IOException, InterruptedException {
      for (int attempt = 0; attempt < 300; attempt++) {
        Finished found = tryXdotool("search", "--onlyvisible", "--name", title);
        if (found.exitCode == 0 && !found.output.isBlank()) {
          return found.output.lines().findFirst().orElseThrow();
        }
        Thread.sleep(100);
      }
      throw new AssertionError("no window named " + title);
    }

    private record Finished(int exitCode, String output) {}

    private Finished tryXdotool(String... arguments) throws IOException, InterruptedException {
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toList());
      builder.environment().put("DISPLAY", name);
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      return new Finished(process.exitValue(), output.strip());
    }

    @Override
    public void close() {
      manager.destroy();
      display.destroy();
    }
  }
}
