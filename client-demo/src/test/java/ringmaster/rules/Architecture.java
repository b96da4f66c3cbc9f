package ringmaster.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says which references break the architecture, one sentence each. */
final class Architecture {
  private static final String OWN = "ringmaster";

  /** Libraries that only some packages may touch: prefix of the class name, packages. */
  private static final Map<String, Set<String>> LIBRARY_OWNERS =
      Map.of(
          "com.esotericsoftware.",
          Set.of("server.transport"),
          "org.lwjgl.",
          Set.of("client.window", "client.render", "client.hud", "client.audio"));

  /** What reads a clock: class, its methods. */
  private static final Map<String, Set<String>> CLOCKS =
      Map.ofEntries(
          Map.entry("java.lang.System", Set.of("nanoTime", "currentTimeMillis")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry(
              "java.time.Clock",
              Set.of(
                  "systemUTC",
                  "systemDefaultZone",
                  "system",
                  "tick",
                  "tickMillis",
                  "tickSeconds",
                  "tickMinutes")),
          Map.entry("java.util.Date", Set.of("<init>")),
          Map.entry("java.util.Calendar", Set.of("getInstance")));

  /** Everybody else is given a Clock, so that a whole server runs under a virtual one. */
  private static final Set<String> CLOCK_READERS =
      Set.of("server", "client", "client.load", "server.status");

  private static final Set<String> CLOCK_READER_CLASSES =
      Set.of("ringmaster.shared.time.SystemClock");

  private final PackageTable table;

  Architecture(PackageTable table) {
    this.table = table;
  }

  /** One sentence for each breach; empty when all is well. */
  List<String> breaches(Collection<String> classNames, Collection<Reference> references) {
    Stream<String> unknownPackages =
        classNames.stream()
            .map(Architecture::ownPackage)
            .flatMap(Optional::stream)
            .filter(name -> !table.contains(name))
            .map(Architecture::missingRow);
    return Stream.concat(
            unknownPackages, references.stream().map(this::breach).flatMap(Optional::stream))
        .distinct()
        .sorted()
        .toList();
  }

  private static String missingRow(String name) {
    return "Package ringmaster."
        + name
        + " has no row in PackageTable: add one, with the packages it may see.";
  }

  private Optional<String> breach(Reference reference) {
    return Stream.<Function<Reference, Optional<String>>>of(
            this::arrowBreach, Architecture::libraryBreach, Architecture::clockBreach)
        .map(rule -> rule.apply(reference))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> arrowBreach(Reference reference) {
    Optional<String> from = ownPackage(reference.origin());
    Optional<String> to = ownPackage(reference.target());
    if (from.isEmpty() || to.isEmpty() || table.allows(from.get(), to.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "%s may not see %s, but %s uses %s (%s)."
            .formatted(
                from.get(),
                to.get(),
                simpleName(reference.origin()),
                simpleName(reference.target()),
                reference.where()));
  }

  private static Optional<String> libraryBreach(Reference reference) {
    return LIBRARY_OWNERS.entrySet().stream()
        .filter(library -> reference.target().startsWith(library.getKey()))
        .filter(library -> !library.getValue().contains(ownPackage(reference.origin()).orElse("")))
        .findFirst()
        .map(library ->
            "Only %s may see %s*, but %s uses %s (%s)."
                .formatted(
                    String.join(", ", library.getValue().stream().sorted().toList()),
                    library.getKey(),
                    reference.origin(),
                    simpleName(reference.target()),
                    reference.where()));
  }

  private static Optional<String> clockBreach(Reference reference) {
    String origin = Reference.outermost(reference.origin());
    if (!CLOCKS.getOrDefault(reference.target(), Set.of()).contains(reference.member())
        || CLOCK_READER_CLASSES.contains(origin)
        || CLOCK_READERS.contains(ownPackage(origin).orElse(""))) {
      return Optional.empty();
    }
    return Optional.of(
        "%s reads a clock with %s.%s (%s): take a Clock, or the time itself, as an argument."
            .formatted(
                reference.origin(),
                simpleName(reference.target()),
                reference.member(),
                reference.where()));
  }

  /** The package relative to {@code ringmaster.}, or empty for a class that is not ours. */
  private static Optional<String> ownPackage(String className) {
    String name = Reference.packageOf(className);
    return name.startsWith(OWN + ".")
        ? Optional.of(name.substring(OWN.length() + 1))
        : Optional.empty();
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
