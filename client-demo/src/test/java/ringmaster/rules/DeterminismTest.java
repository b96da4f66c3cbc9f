package ringmaster.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringmaster.testkit.Allowance;
import ringmaster.testkit.DeterminismCheck;

/** Nothing that a match is computed with may answer otherwise another time or elsewhere. */
final class DeterminismTest {
  private static final Path SHARED =
      SourceTree.root().resolve("shared/target/classes/ringmaster/shared");

  /** Packages of {@code ringmaster.shared}, with all below them. */
  private static final List<String> SIMULATION =
      List.of("math", "state", "physics", "wire", "command", "game", "body", "arena");

  /** Open to all: a version, ticks, and the clock that the check forbids by its name. */
  private static final Set<String> NOT_SIMULATION = Set.of("shared", "shared.time");

  /** Fewer than there are, more than any one package has. */
  private static final int MIN_CLASSES = 50;

  private static final List<Allowance> ALLOWED =
      List.of(
          new Allowance(
              "ringmaster.shared.game.GameMaps",
              "java.util.concurrent.ConcurrentHashMap",
              "maps are looked up by name and never walked, before a match is made"),
          new Allowance(
              "ringmaster.shared.game.GameMaps",
              "java.lang.ClassLoader",
              "reads the map before the match is made; its SHA-256 is in the journal"),
          new Allowance(
              "ringmaster.shared.game.Games",
              "java.util.ServiceLoader",
              "finds the games when a program starts; the journal names the match's mode"),
          new Allowance(
              "ringmaster.shared.state.StateReader",
              "java.lang.foreign.MemorySegment",
              "over the bytes it was handed and nothing else"),
          layout(""),
          layout("$OfInt"),
          layout("$OfLong"),
          layout("$OfFloat"));

  private static Allowance layout(String kind) {
    return new Allowance(
        "ringmaster.shared.state.StateReader",
        "java.lang.foreign.ValueLayout" + kind,
        "a constant that says in which order the bytes of a number stand");
  }

  @Test
  void theSimulationUsesNothingThatMayDiffer() {
    List<String> breaches = simulation().allowing(ALLOWED).breaches();
    assertTrue(breaches.isEmpty(), () -> "\n" + String.join("\n", breaches) + "\n");
  }

  @Test
  void classesOfEverySimulationPackageAreRead() {
    List<String> names = simulation().classNames();
    assertTrue(names.size() >= MIN_CLASSES, names::toString);
    for (String simulated : SIMULATION) {
      String inPackage = "ringmaster.shared." + simulated + "\\.\\w+";
      assertTrue(names.stream().anyMatch(name -> name.matches(inPackage)), simulated);
    }
  }

  /** Else a package added between would hide what it uses. */
  @Test
  void whatTheSimulationMaySeeIsSimulationToo() {
    Set<String> checked = packagesOf(simulation());
    Set<String> visible = packagesOf(DeterminismCheck.of(SHARED));
    visible.removeIf(
        seen -> checked.stream().noneMatch(from -> PackageTable.PROJECT.allows(from, seen)));
    visible.removeAll(NOT_SIMULATION);
    assertEquals(checked, visible);
  }

  private static DeterminismCheck simulation() {
    return DeterminismCheck.of(SIMULATION.stream().map(SHARED::resolve).toArray(Path[]::new));
  }

  /** Relative to {@code ringmaster.}, as the package table names them. */
  private static Set<String> packagesOf(DeterminismCheck check) {
    return check.classNames().stream()
        .map(name -> Reference.packageOf(name).substring("ringmaster.".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
