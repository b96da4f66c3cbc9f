package ringmaster.shared.report;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine a figure was measured on.
 *
 * @param cpu its model, where the system tells; else the architecture
 * @param cores that this process may use
 * @param memoryBytes of the machine, or of the container
 * @param os name, version and architecture
 */
public record Machine(String cpu, int cores, long memoryBytes, String os) {
  private static final Path LINUX_CPUS = Path.of("/proc/cpuinfo");
  private static final String LINUX_MODEL = "model name";

  /** The machine this process runs on. */
  public static Machine here() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        linuxModel().orElseGet(system::getArch),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        system.getName() + " " + system.getVersion() + " " + system.getArch());
  }

  /** Empty on other systems, and on processors that Linux knows no name of. */
  private static Optional<String> linuxModel() {
    if (!Files.isReadable(LINUX_CPUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(LINUX_CPUS)) {
      return lines
          .filter(line -> line.startsWith(LINUX_MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("cpu", cpu);
    json.addProperty("cores", cores);
    json.addProperty("memoryBytes", memoryBytes);
    json.addProperty("os", os);
    return json;
  }
}
