package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.Commands.Finished;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.WorldStage;

/** {@code play --scene} with a scene of the physics engine, as a process without a display. */
class PlaySceneIT {
  @TempDir private Path directory;

  @BeforeAll
  static void drawsHere() {
    Displays.requireHeadlessGraphics();
  }

  private Finished play(String scene, String seconds, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("play", "--headless", "--size", "480x270"));
    arguments.addAll(List.of("--scene", scene, "--seconds", seconds, "--probe", "-"));
    arguments.addAll(List.of(more));
    Finished finished = Commands.run(List.of("-Xmx512m"), arguments);
    assertEquals(0, finished.exitCode(), finished.output().toString());
    return finished;
  }

  private static JsonObject lastProbe(Finished finished) {
    return JsonParser.parseString(finished.last()).getAsJsonObject();
  }

  private static String hashAfter(String name, int steps) {
    Scene scene = Scenes.find(name).orElseThrow();
    WorldStage stage = new WorldStage(scene);
    scene.populate(stage, 0);
    for (int step = 0; step < steps; step++) {
      scene.drive(stage, 0, step);
      stage.world().step();
    }
    return "%016x".formatted(stage.world().hash());
  }

  @ParameterizedTest
  @CsvSource({
    "pyramid, contacts, 1036",
    "rain, 'aabbs,contacts', 225",
    "rooms, 'islands,joints', 69",
    "idle, sleep, 11001"
  })
  void aStepShowsTheStateThatTheSceneHasAnywhere(String scene, String layers, int bodies)
      throws IOException, InterruptedException {
    Path shot = directory.resolve("shot.png");
    Path plain = directory.resolve("plain.png");
    Finished finished = play(scene, "1", "--show", layers, "--shot", shot.toString());
    JsonObject line = lastProbe(finished);
    assertEquals("scene", line.get("screen").getAsString());
    assertEquals(bodies, line.get("bodies").getAsInt());
    assertEquals(bodies - 1, line.get("awake").getAsInt() + line.get("asleep").getAsInt());
    assertTrue(line.get("islands").getAsInt() > 0);
    assertEquals(60, line.get("step").getAsInt());
    assertEquals(hashAfter(scene, 60), line.get("hash").getAsString());
    play(scene, "1", "--shot", plain.toString());
    assertTrue(colors(shot) > 20, "outlines, surfaces and words");
    assertFalse(Arrays.equals(Files.readAllBytes(plain), Files.readAllBytes(shot)), "layers seen");
  }

  private static int colors(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(480, image.getWidth());
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colors.add(image.getRGB(x, y));
      }
    }
    return colors.size();
  }

  @Test
  void theSameFrameAlwaysLooksTheSame() throws IOException, InterruptedException {
    Path first = directory.resolve("first.png");
    Path second = directory.resolve("second.png");
    for (Path shot : List.of(first, second)) {
      play("rain", "1.5", "--show", "contacts,islands", "--shot", shot.toString());
    }
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void aScriptStepsAndPulls() throws IOException, InterruptedException {
    Path script = directory.resolve("script");
    Files.writeString(script, "0 keydown SPACE\n0.5 keydown N\n0.5 keyup N\n0.6 keydown N\n");
    Finished finished = play("stack", "2", "--script", script.toString());
    JsonObject line = lastProbe(finished);
    assertEquals(2, line.get("step").getAsInt());
    assertEquals(hashAfter("stack", 2), line.get("hash").getAsString());
    // The middle of the picture is the middle of the tower.
    Files.writeString(script, "0.1 keydown SPACE\n0.2 mouse 240 180\n0.2 keydown MOUSE_1\n");
    JsonObject pulled = lastProbe(play("stack", "2", "--script", script.toString()));
    assertEquals(1, pulled.get("joints").getAsInt());
  }

  @Test
  void wrongNamesAreAnsweredWithTheRightOnes() throws IOException, InterruptedException {
    Finished scene = Commands.run("play", "--scene", "nowhere");
    assertEquals(2, scene.exitCode());
    assertEquals(1, scene.output().size(), scene.output().toString());
    assertTrue(scene.last().contains("fight, crowd, crates, pyramid"), scene.last());
    Finished layer = Commands.run("play", "--scene", "stack", "--show", "contacts,colours");
    assertEquals(2, layer.exitCode());
    assertTrue(layer.last().contains("contacts, islands, sleep, aabbs, joints"), layer.last());
    assertTrue(layer.last().contains("colours"), layer.last());
    Finished staged = Commands.run("play", "--scene", "fight", "--show", "contacts");
    assertEquals(2, staged.exitCode());
    assertFalse(staged.last().contains("Exception"), staged.last());
  }
}
