package ringmaster.client.audio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines with and without sound, as folders. */
final class LinuxSoundTest {
  @TempDir private Path root;

  private boolean isThere() {
    return LinuxSound.isThere(Map.of(), root);
  }

  private void make(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.createFile(path);
  }

  @Test
  void anEmptyMachineHasNone() {
    assertFalse(isThere());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev/snd/pcmC0D0p",
        "run/pulse/native",
        "run/user/1000/pulse/native",
        "run/user/1000/pipewire-0"
      })
  void aCardOrAServerIsEnough(String file) throws IOException {
    make(file);
    assertTrue(isThere());
  }

  /** The sequencer and the timer are there without any card. */
  @ParameterizedTest
  @ValueSource(strings = {"dev/snd/seq", "dev/snd/timer", "dev/snd/controlC0", "run/user/1000/bus"})
  void whatCannotSoundIsNotCounted(String file) throws IOException {
    make(file);
    assertFalse(isThere());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pulse/native", "pipewire-0"})
  void aServerMayBeInTheFolderOfTheSession(String socket) throws IOException {
    make("session/" + socket);
    String session = root.resolve("session").toString();
    assertTrue(LinuxSound.isThere(Map.of("XDG_RUNTIME_DIR", session), root));
    assertFalse(LinuxSound.isThere(Map.of("XDG_RUNTIME_DIR", session + "-of-another"), root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALSOFT_DRIVERS", "PULSE_SERVER", "PIPEWIRE_REMOTE"})
  void whoNamesASoundSystemIsBelieved(String variable) {
    assertTrue(LinuxSound.isThere(Map.of(variable, "tcp:elsewhere"), root));
  }
}
