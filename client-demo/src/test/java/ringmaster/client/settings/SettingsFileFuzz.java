package ringmaster.client.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.settings.SettingsFile.Loaded;

/** Whatever stands in the file, there are settings to play with. */
final class SettingsFileFuzz {
  private static final int ROUNDS = 1_000;
  private static final byte[] MODEL =
      new Gson().toJson(new Settings()).getBytes(StandardCharsets.UTF_8);

  /** What breaks a parser or a reader sooner than chance does. */
  private static final List<String> PIECES =
      List.of(
          "null",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "-1",
          "1e400",
          "NaN",
          ",",
          ":",
          "\\u0000",
          "[[[[[[",
          "true",
          "\"W\"",
          "0.5",
          "\uFEFF",
          "9".repeat(400),
          "{\"a\":".repeat(300));

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyBytesGiveUsableSettings(long seed) throws IOException {
    Random random = new Random(seed);
    Path path = directory.resolve("settings.json");
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = round % 4 == 0 ? noise(random) : mutation(random);
      Files.write(path, bytes);
      try {
        check(new SettingsFile(path).load());
      } catch (RuntimeException | AssertionError e) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        throw new AssertionError("seed " + seed + " round " + round + ": " + text, e);
      }
      Files.deleteIfExists(directory.resolve("settings.json.corrupt-1"));
    }
  }

  /** Usable is what a second reading leaves as it is. */
  private void check(Loaded loaded) throws IOException {
    assertTrue(loaded.warnings().size() <= 11);
    for (Action action : Action.values()) {
      assertNotNull(loaded.settings().bindings.get(action));
    }
    SettingsFile again = new SettingsFile(directory.resolve("again.json"));
    again.save(loaded.settings());
    Loaded second = again.load();
    assertEquals(List.of(), second.warnings());
    assertEquals(new Gson().toJson(loaded.settings()), new Gson().toJson(second.settings()));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] mutation(Random random) {
    StringBuilder text = new StringBuilder(new String(MODEL, StandardCharsets.UTF_8));
    for (int i = random.nextInt(6); i >= 0; i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(8));
      text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
