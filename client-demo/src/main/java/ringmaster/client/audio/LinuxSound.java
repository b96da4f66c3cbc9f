package ringmaster.client.audio;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Whether there is anything to play on. OpenAL would find out by itself, but takes a quarter of a
 * second for it where nothing is, and ALSA's library then complains on stderr.
 */
final class LinuxSound {
  /** Who sets one of these has a sound system in a place of its own. */
  private static final Set<String> TOLD_BY =
      Set.of("ALSOFT_DRIVERS", "PULSE_SERVER", "PIPEWIRE_REMOTE");

  private LinuxSound() {}

  /**
   * Looks for a sound card, or for a server that may have one elsewhere.
   *
   * @param root of the file system
   */
  static boolean isThere(Map<String, String> environment, Path root) {
    return TOLD_BY.stream().anyMatch(environment::containsKey)
        || holds(root.resolve("dev/snd"), "pcmC*")
        || hasServer(root.resolve("run")) // one for the whole system
        || hasServer(root.resolve(environment.getOrDefault("XDG_RUNTIME_DIR", "run")))
        || anyUserHasServer(root.resolve("run/user"));
  }

  /** The folders of other users cannot be looked into, so what is found is ours. */
  private static boolean anyUserHasServer(Path users) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(users)) {
      for (Path folder : folders) {
        if (hasServer(folder)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasServer(Path runtime) {
    return Files.exists(runtime.resolve("pulse/native"))
        || Files.exists(runtime.resolve("pipewire-0"));
  }

  private static boolean holds(Path folder, String pattern) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
