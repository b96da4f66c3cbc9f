package ringmaster.server.status;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Numbers that only grow, one for each kind of a thing that happens.
 *
 * @param name an object of {@code /api/status}, as in {@code datagramsDropped}
 * @param label what tells the kinds apart, for {@code /metrics}
 * @param help what is counted, for {@code /metrics}
 * @param values by kind, in the order in which they are shown
 */
public record CountByKind(
    String name, String label, String help, Map<String, LongSupplier> values) {

  /** The constants of an enum as kinds. */
  public static <E extends Enum<E>> CountByKind of(
      String name, String label, String help, EnumSet<E> kinds, ToLongFunction<E> count) {
    Map<String, LongSupplier> values = new LinkedHashMap<>();
    kinds.forEach(kind -> values.put(Names.camelCase(kind), () -> count.applyAsLong(kind)));
    return new CountByKind(name, label, help, values);
  }
}
