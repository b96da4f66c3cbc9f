package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.client.Commands.Serving;

/** A real window, on a virtual display, with real key presses and a real mouse. */
class PlayWindowIT {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  /** As in the settings a player starts with. */
  private static final double RADIANS_PER_PIXEL = 2.5e-3;

  private static final int FIGHT_SECONDS = 100;

  @TempDir private Path directory;

  @BeforeAll
  static void drawsHere() {
    Displays.requireHeadlessGraphics();
    Displays.requireVirtualDisplay();
  }

  /** The client in its window, and what its probe says. */
  private final class Playing implements AutoCloseable {
    final Path probe = directory.resolve("probe");
    final Process process;
    final Displays.Virtual display;
    final String window;

    Playing(Displays.Virtual display, String... more) throws IOException, InterruptedException {
      this.display = display;
      List<String> arguments =
          new ArrayList<>(List.of("play", "--name", "Tester", "--size", WIDTH + "x" + HEIGHT));
      arguments.addAll(List.of("--probe", probe.toString()));
      arguments.addAll(List.of("--settings", directory.resolve("settings.json").toString()));
      arguments.addAll(List.of(more));
      process =
          Commands.start(
              List.of(),
              Map.of("DISPLAY", display.name, "WAYLAND_DISPLAY", "", "XDG_SESSION_TYPE", "x11"),
              arguments);
      window = display.awaitWindow("Ringmaster");
      display.xdotool("windowfocus", "--sync", window);
    }

    JsonObject last() throws IOException {
      if (!Files.exists(probe)) {
        return new JsonObject();
      }
      List<String> lines = Files.readAllLines(probe);
      return lines.isEmpty()
          ? new JsonObject()
          : JsonParser.parseString(lines.getLast()).getAsJsonObject();
    }

    JsonObject await(String what, Predicate<JsonObject> condition)
        throws IOException, InterruptedException {
      JsonObject line = last();
      for (int attempt = 0; attempt < 300 && !condition.test(line); attempt++) {
        assertTrue(process.isAlive(), "it ended while " + what + " was awaited");
        Thread.sleep(100);
        line = last();
      }
      assertTrue(condition.test(line), what + ": " + line);
      return line;
    }

    JsonObject awaitScreen(String screen) throws IOException, InterruptedException {
      return await(
          screen, line -> line.has("screen") && line.get("screen").getAsString().equals(screen));
    }

    void keys(String... names) throws IOException, InterruptedException {
      for (String name : names) {
        display.xdotool("key", name);
        Thread.sleep(150);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @Test
  void aPersonJoinsDrivesFightsTalksLooksAroundAndLeaves()
      throws IOException, InterruptedException {
    try (Displays.Virtual display = new Displays.Virtual(1280, 800);
        Serving server = new Serving(directory.resolve("data"), "--fill-bots", "5");
        Listener listener = new Listener(server.address());
        Playing play = new Playing(display)) {
      play.awaitScreen("browser");
      display.xdotool("mousemove", "--window", play.window, "400", "491", "click", "1");
      display.xdotool("type", server.address());
      play.keys("Return");
      JsonObject start = play.awaitScreen("game");
      drive(play, start);
      resize(play);
      talk(play, listener);
      fight(play);
      screens(play);
      assertEquals(0, server.terminate());
    }
  }

  private static JsonObject pose(JsonObject line) {
    return line.getAsJsonObject("pose");
  }

  private static boolean alive(JsonObject line) {
    return line.has("alive") && line.get("alive").getAsBoolean();
  }

  private static void drive(Playing play, JsonObject start)
      throws IOException, InterruptedException {
    JsonObject before = play.await("a body", PlayWindowIT::alive);
    play.display.xdotool("keydown", "w");
    play.await("motion", line -> alive(line) && distance(pose(before), pose(line)) > 1.5);
    play.display.xdotool("keyup", "w");
    play.display.xdotool("mousemove_relative", "--", "-160", "0");
    play.await(
        "the turret to turn",
        line -> Math.abs(angle(aim(line) - aim(before))) > 100 * RADIANS_PER_PIXEL);
    assertTrue(start.get("fps").getAsDouble() > 0);
  }

  private static double distance(JsonObject from, JsonObject to) {
    return Math.hypot(
        to.get("x").getAsDouble() - from.get("x").getAsDouble(),
        to.get("y").getAsDouble() - from.get("y").getAsDouble());
  }

  private static double aim(JsonObject line) {
    return pose(line).get("aim").getAsDouble();
  }

  private static double angle(double radians) {
    return Math.IEEEremainder(radians, 2 * Math.PI);
  }

  private static void resize(Playing play) throws IOException, InterruptedException {
    play.display.xdotool("windowsize", play.window, "800", "450");
    play.await("the new size", line -> line.get("width").getAsInt() == 800);
    play.keys("F11");
    play.await("the full screen", line -> line.get("width").getAsInt() == 1280);
    play.keys("F11");
    play.await("the window again", line -> line.get("width").getAsInt() == 800);
  }

  private static void talk(Playing play, Listener listener)
      throws IOException, InterruptedException {
    play.keys("Return");
    play.display.xdotool("type", "--delay", "40", "well met, w");
    play.keys("Return");
    assertEquals("well met, w", listener.awaitTalk());
  }

  /** Aims at the nearest tank, as a person would, until a shot counts. */
  private static void fight(Playing play) throws IOException, InterruptedException {
    play.display.xdotool("mousedown", "1", "mousedown", "3");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FIGHT_SECONDS);
    JsonObject line = play.last();
    while (line.get("hits").getAsInt() == 0 && System.nanoTime() < deadline) {
      if (alive(line) && line.has("nearest")) {
        turnTowards(play, line);
      }
      long second = line.get("second").getAsLong();
      line = play.await("the next second", next -> next.get("second").getAsLong() > second);
    }
    play.display.xdotool("mouseup", "1", "mouseup", "3");
    assertTrue(line.get("hits").getAsInt() > 0, "no hit in " + FIGHT_SECONDS + " s: " + line);
  }

  private static void turnTowards(Playing play, JsonObject line)
      throws IOException, InterruptedException {
    JsonObject nearest = line.getAsJsonObject("nearest");
    double dx = nearest.get("x").getAsDouble() - pose(line).get("x").getAsDouble();
    double dy = nearest.get("y").getAsDouble() - pose(line).get("y").getAsDouble();
    double turn = angle(Math.atan2(dy, dx) - aim(line));
    long pixels = Math.round(-turn / RADIANS_PER_PIXEL);
    play.display.xdotool("mousemove_relative", "--", Long.toString(pixels), "0");
  }

  /** Every screen, by the keyboard alone; then out. */
  private static void screens(Playing play) throws IOException, InterruptedException {
    play.display.xdotool("keydown", "Tab");
    Thread.sleep(300);
    play.display.xdotool("keyup", "Tab");
    play.keys("Escape");
    play.awaitScreen("menu");
    play.keys("Down", "Return");
    play.awaitScreen("settings");
    play.keys("Escape");
    play.awaitScreen("menu");
    play.keys("Escape");
    play.awaitScreen("game");
    play.keys("Escape", "Down", "Down", "Return");
    play.awaitScreen("browser");
    play.keys("alt+F4"); // the window manager asks the window to close
    assertTrue(play.process.waitFor(20, TimeUnit.SECONDS), "closing the window ends it");
    assertEquals(0, play.process.exitValue());
  }
}
