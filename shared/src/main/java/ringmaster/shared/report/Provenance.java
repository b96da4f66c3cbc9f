package ringmaster.shared.report;

import com.google.gson.JsonObject;
import java.time.Instant;
import ringmaster.shared.Version;

/**
 * Where a report comes from: what each JSON object of this program ends with.
 *
 * @param version of this program
 * @param java the virtual machine and its version
 * @param command as it was typed
 * @param startedAt when the command began
 */
public record Provenance(
    String version, Machine machine, String java, String command, Instant startedAt) {

  /** Of this program on this machine. */
  public static Provenance here(String command, Instant startedAt) {
    return new Provenance(
        Version.current(),
        Machine.here(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        command,
        startedAt);
  }

  /** Adds the fields {@code version, machine, java, command, startedAt}. */
  public void addTo(JsonObject report) {
    report.addProperty("version", version);
    report.add("machine", machine.toJson());
    report.addProperty("java", java);
    report.addProperty("command", command);
    report.addProperty("startedAt", startedAt.toString());
  }
}
