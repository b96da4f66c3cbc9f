package ringmaster.client.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A machine that cannot show a window is told so in one sentence, with what to do. */
@EnabledOnOs(OS.LINUX)
final class WindowFailureTest {
  /** Opens a window in a process of its own, whose environment can be spoilt. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] args) {
      boolean headless = args[0].equals("headless");
      Window.Options options =
          headless ? Window.Options.headless(64, 64) : Window.Options.desktop("test", 64, 64);
      try (Window window = Window.open(options)) {
        System.out.println("opened " + window.width());
      } catch (WindowException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void noDisplay() throws Exception {
    String said = open("desktop", Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""));
    assertTrue(said.startsWith("there is no display to open a window on (X11: "), said);
    assertTrue(said.endsWith("--headless"), said);
  }

  @Test
  void nothingElseIsWrittenWhenAllIsWell() throws Exception {
    HeadlessWindows.open(16, 16).close(); // or skip
    assertEquals("opened 64", open("headless", Map.of()));
  }

  @Test
  void openGlTooOld() throws Exception {
    try (Window window = HeadlessWindows.open(16, 16)) {
      assumeTrue(
          window.glVersion().contains("Mesa"), "only Mesa can be told to pretend that it is old");
    }
    String said = open("headless", Map.of("MESA_GL_VERSION_OVERRIDE", "3.1"));
    assertTrue(said.startsWith("OpenGL 3.3 or newer is needed and this graphics driver"), said);
    assertTrue(said.contains("OpenGL 3.1"), said);
  }

  @Test
  void noEgl() throws Exception {
    String said = open("headless", Map.of("__EGL_VENDOR_LIBRARY_FILENAMES", "/nowhere.json"));
    assertTrue(said.startsWith("cannot draw without a display"), said);
    assertTrue(said.contains("libegl1 libgl1 libgl1-mesa-dri"), said);
  }

  @Test
  void nativesThatCannotBeLoaded() {
    String said =
        String.valueOf(
            WindowException.noNatives(new UnsatisfiedLinkError("no lwjgl\nin this or that folder"))
                .getMessage());
    assertTrue(said.contains("(no lwjgl)"), said);
    assertEquals(1, said.lines().count());
  }

  /** All that the process wrote, on either stream. */
  private static String open(String how, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                how));
    builder.redirectErrorStream(true).environment().putAll(environment);
    environment.forEach((name, value) -> {
      if (value.isEmpty()) {
        builder.environment().remove(name);
      }
    });
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
