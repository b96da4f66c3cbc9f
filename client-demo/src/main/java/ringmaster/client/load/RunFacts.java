package ringmaster.client.load;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import ringmaster.shared.Version;

/**
 * Where and when a measurement was made.
 *
 * @param command as typed
 */
public record RunFacts(String command, Instant startedAt) {
  private static final Path LINUX_CPU = Path.of("/proc/cpuinfo");

  /** A run that starts now. */
  public static RunFacts now(String command) {
    return new RunFacts(command, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Processor time of this process so far. */
  static double cpuSeconds() {
    return system().getProcessCpuTime() / 1e9;
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }

  /** Adds what every report holds. */
  void addTo(JsonObject json) {
    JsonObject machine = new JsonObject();
    machine.addProperty("cpu", cpu());
    machine.addProperty("cores", Runtime.getRuntime().availableProcessors());
    machine.addProperty("memoryBytes", system().getTotalMemorySize());
    machine.addProperty(
        "os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    json.addProperty("version", Version.current());
    json.add("machine", machine);
    json.addProperty("java", System.getProperty("java.runtime.version"));
    json.addProperty("command", command);
    json.addProperty("startedAt", startedAt.toString());
  }

  /** The processor's name where the system tells it, else its architecture. */
  private static String cpu() {
    if (!Files.isReadable(LINUX_CPU)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(LINUX_CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
