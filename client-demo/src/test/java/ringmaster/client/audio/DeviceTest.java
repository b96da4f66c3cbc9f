package ringmaster.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import ringmaster.client.scene.Sound;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;

/** The real device, or none: OpenAL reads its drivers from the environment, so in processes. */
final class DeviceTest {
  private static final CompletableFuture<SoundBank> NO_SOUNDS = new CompletableFuture<>();

  /** Whether OpenAL is there at all. */
  @BeforeAll
  static void needsOpenAl() {
    LoopbackOutput.open().close();
  }

  /** Opens, plays a little, asks for the name, closes; prints what it says. */
  static final class Player {
    private Player() {}

    public static void main(String[] args) throws InterruptedException {
      try (Audio audio = Audio.open(new Settings())) {
        SoundCues cues = new SoundCues();
        for (int frame = 0; frame < 500; frame++) {
          cues.clear();
          cues.add(Sound.RAIL, 5, 5);
          cues.engine(1, 5, 5, 1);
          audio.play(cues, frame * 16_666_667L);
          Thread.sleep(2); // the sounds are being made meanwhile
        }
        System.out.println("warning: " + audio.warning());
      }
      System.out.println("device: " + Audio.describe().orElse("none"));
    }
  }

  /**
   * @param drivers that OpenAL may use; empty: it is not told
   */
  private static String play(String drivers, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Player.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!drivers.isEmpty()) {
      builder.environment().put("ALSOFT_DRIVERS", drivers);
    }
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void aDeviceIsPlayedOnAndNamed() throws IOException, InterruptedException {
    assertEquals(List.of("warning: ", "device: No Output"), play("null").lines().toList());
  }

  @Test
  void withoutADeviceAllIsSilentAndSaidSo() throws IOException, InterruptedException {
    assertEquals(
        List.of("warning: no sound device: the game is silent", "device: none"),
        play("nosuchdriver").lines().toList());
  }

  @Test
  void withoutTheLibraryAllIsSilentAndSaidSo() throws IOException, InterruptedException {
    String said = play("null", "-Dorg.lwjgl.openal.libname=nosuchlibrary");
    List<String> lines = said.lines().toList();
    assertEquals(2, lines.size(), said);
    assertTrue(lines.get(0).startsWith("warning: the sound library cannot be loaded"), said);
    assertEquals("device: none", lines.get(1));
  }

  /** Else it would be the missing library that is complained of. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theLibraryIsNotTouchedWhereNothingCanSound() throws IOException, InterruptedException {
    assumeFalse(LinuxSound.isThere(System.getenv(), Path.of("/")), "this machine has sound");
    assertEquals(
        List.of("warning: no sound device: the game is silent", "device: none"),
        play("", "-Dorg.lwjgl.openal.libname=nosuchlibrary").lines().toList());
  }

  @Test
  void aLibraryThatCannotBeLoadedStopsNothing() {
    try (Audio audio =
        Audio.open(
            new Settings(),
            () -> {
              throw new UnsatisfiedLinkError("no openal");
            },
            NO_SOUNDS)) {
      audio.play(new SoundCues(), 1);
      assertTrue(audio.warning().contains("no openal"), audio::warning);
    }
  }
}
