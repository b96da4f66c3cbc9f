package ringmaster.server.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benches run and report what they promise; what they measure is another matter. */
final class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String... args) {
    CommandLine commandLine = new CommandLine(new BenchCommand());
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  @Test
  void tickReportsEachPhaseWithAndWithoutAJournal(@TempDir Path directory) throws IOException {
    String[] small = {
      "--players", "4", "--players-per-match", "2", "--ticks", "1", "--warmup", "120"
    };
    String[] args = {"tick", "--dir", directory.toString(), "--json", "-"};
    assertEquals(
        0, bench(Stream.of(args, small).flatMap(Stream::of).toArray(String[]::new)), err::toString);
    JsonObject report =
        JsonParser.parseString(out.toString().lines().toList().getLast()).getAsJsonObject();
    assertEquals(4, report.get("players").getAsInt());
    assertEquals(120, report.get("ticks").getAsInt(), "a whole block");
    for (String kind : Set.of("journalOff", "journalOn")) {
      assertEquals(
          Set.of("drain", "step", "capture", "settle", "publish"),
          report.getAsJsonObject(kind).getAsJsonObject("phaseMicros").keySet());
    }
    assertTrue(report.has("machine"));
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(0, left.count(), "what was written is removed");
    }
  }

  @Test
  void physicsReportsEachEngineInEachScene() {
    String[] args = {
      "physics", "--scene", "stack", "--scene", "rooms", "--steps", "3", "--warmup", "0"
    };
    String[] withJson =
        Stream.concat(Stream.of(args), Stream.of("--json", "-")).toArray(String[]::new);
    assertEquals(0, bench(withJson), err::toString);
    JsonObject report =
        JsonParser.parseString(out.toString().lines().toList().getLast()).getAsJsonObject();
    JsonObject scenes = report.getAsJsonObject("scenes");
    assertEquals(Set.of("stack", "rooms"), scenes.keySet());
    for (String name : scenes.keySet()) {
      JsonObject scene = scenes.getAsJsonObject(name);
      for (String engine : Set.of("ringmaster", "twoWorkers", "dyn4j", "gdxBox2d")) {
        JsonObject figures = scene.getAsJsonObject(engine);
        assertTrue(figures.get("p50Millis").getAsDouble() > 0, engine);
        assertTrue(figures.get("p99Millis").getAsDouble() > 0, engine);
        assertTrue(figures.get("maxPenetrationMeters").getAsDouble() < 0.5, engine);
        assertTrue(figures.has("kineticEnergy") && figures.has("settings"), engine);
      }
      assertEquals(Set.of("dyn4j", "gdxBox2d"), scene.getAsJsonObject("timesFasterThan").keySet());
      assertTrue(scene.has("twoWorkerSpeedup"));
      assertEquals(
          scene.getAsJsonObject("ringmaster").get("hash"),
          scene.getAsJsonObject("twoWorkers").get("hash"),
          "workers change nothing");
    }
    JsonObject state = report.getAsJsonObject("state");
    assertEquals(2_201, state.get("bodies").getAsInt());
    assertTrue(state.get("bytes").getAsInt() > 0);
    assertTrue(state.get("saveMillis").getAsDouble() > 0);
    assertTrue(state.get("restoreMillis").getAsDouble() > 0);
    assertTrue(report.has("machine"));
  }

  @Test
  void anUnknownSceneOrEngineIsRefusedWithTheKnownOnes() {
    assertEquals(2, bench("physics", "--scene", "nowhere"));
    assertTrue(err.toString().contains("pyramid"), err::toString);
    assertEquals(2, bench("physics", "--engine", "nobody"));
    assertTrue(err.toString().contains("gdxBox2d"), err::toString);
  }

  @Test
  void aDirectoryThatIsNotThereIsNamed(@TempDir Path directory) {
    String missing = directory.resolve("missing").toString();
    for (String bench : Set.of("journal", "tick")) {
      assertEquals(2, bench(bench, "--dir", missing));
      assertTrue(err.toString().contains("there is no directory " + missing), err::toString);
    }
  }

  @Test
  void playersMustFillTheirMatches() {
    assertEquals(2, bench("tick", "--players", "9", "--players-per-match", "4"));
    assertTrue(err.toString().contains("--players"), err::toString);
  }
}
