package ringmaster.server.status;

import java.util.function.LongSupplier;
import ringmaster.server.telemetry.Counter;

/**
 * A number that only grows, under the name it has in reports.
 *
 * @param name a field of {@code /api/status}, as in {@code snapshotBytes}
 * @param help what is counted, for {@code /metrics}
 */
public record Count(String name, String help, LongSupplier value) {
  public Count(String name, String help, Counter counter) {
    this(name, help, counter::get);
  }
}
