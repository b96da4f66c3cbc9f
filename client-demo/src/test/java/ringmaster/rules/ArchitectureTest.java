package ringmaster.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may see which; the table itself is {@link PackageTable#PROJECT}. */
final class ArchitectureTest {
  private final Architecture architecture = new Architecture(PackageTable.PROJECT);

  @Test
  void theProjectKeepsToItsTable() {
    ClassFiles classes = ClassFiles.ofModules();
    List<String> breaches = architecture.breaches(classes.classNames(), classes.references());
    assertTrue(breaches.isEmpty(), () -> "\n" + String.join("\n", breaches) + "\n");
  }

  @Test
  void classesOfAllModulesAreRead() {
    assertTrue(
        ClassFiles.ofModules()
            .classNames()
            .containsAll(
                Set.of(
                    "ringmaster.shared.package-info",
                    "ringmaster.testkit.package-info",
                    "ringmaster.server.package-info",
                    "ringmaster.client.package-info")));
  }

  @ParameterizedTest
  @CsvSource({
    "ringmaster.shared.physics.A, ringmaster.shared.game.B, shared.physics may not see shared.game",
    "ringmaster.shared.math.A, ringmaster.shared.time.B, shared.math may not see shared.time",
    "ringmaster.server.match.A, ringmaster.server.loop.B, server.match may not see server.loop",
    "ringmaster.client.bot.A, ringmaster.client.render.B, client.bot may not see client.render",
    "ringmaster.client.load.A, ringmaster.server.match.B, client.load may not see server.match",
    "ringmaster.shared.wire.A, ringmaster.server.telemetry.B, shared.wire may not see",
    "ringmaster.server.session.A, com.esotericsoftware.kryonet.Server, Only server.transport may",
    "ringmaster.client.bot.A, org.lwjgl.glfw.GLFW, 'Only client.audio, client.hud, client.render,'"
  })
  void aForbiddenReferenceIsNamed(String origin, String target, String sentenceBegins) {
    List<String> breaches = breaches(origin, target, "");
    assertEquals(1, breaches.size(), breaches::toString);
    assertTrue(breaches.getFirst().startsWith(sentenceBegins), breaches::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "ringmaster.shared.arena.A, ringmaster.shared.state.B",
    "ringmaster.server.match.A, ringmaster.shared.math.B",
    "ringmaster.server.loop.A, ringmaster.shared.wire.B",
    "ringmaster.server.loop.A, ringmaster.server.telemetry.B",
    "ringmaster.server.transport.A, com.esotericsoftware.kryonet.Server",
    "ringmaster.client.render.A, org.lwjgl.glfw.GLFW",
    "ringmaster.client.practice.A, ringmaster.server.loop.B",
    "ringmaster.client.Main, ringmaster.server.loop.B",
    "ringmaster.shared.wire.A, java.util.List"
  })
  void anAllowedReferenceIsNot(String origin, String target) {
    assertEquals(List.of(), breaches(origin, target, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "ringmaster.server.match.A, java.lang.System, nanoTime, true",
    "ringmaster.shared.physics.A, java.time.Instant, now, true",
    "ringmaster.shared.time.TickRate, java.lang.System, currentTimeMillis, true",
    "ringmaster.server.loop.A, java.util.Date, <init>, true",
    "ringmaster.server.match.A, java.lang.System, arraycopy, false",
    "ringmaster.shared.time.SystemClock, java.lang.System, nanoTime, false",
    "ringmaster.server.status.A$B, java.time.Instant, now, false",
    "ringmaster.client.Main, java.lang.System, nanoTime, false"
  })
  void clocksAreReadInListedPlacesOnly(String origin, String clock, String method, boolean breach) {
    assertEquals(breach ? 1 : 0, breaches(origin, clock, method).size());
  }

  @Test
  void aPackageWithoutARowIsNamed() {
    assertEquals(
        List.of(
            "Package ringmaster.server.lobby has no row in PackageTable:"
                + " add one, with the packages it may see."),
        architecture.breaches(List.of("ringmaster.server.lobby.Lobby"), List.of()));
  }

  @Test
  void aRealClassFileThatReadsAClockIsCaught() {
    ClassFiles planted = ClassFiles.of(new ClassFileImporter().importClasses(Planted.class));
    List<String> breaches = architecture.breaches(List.of(), planted.references());
    assertEquals(2, breaches.size(), breaches::toString);
    assertTrue(breaches.stream().anyMatch(b -> b.contains("System.nanoTime")));
    assertTrue(breaches.stream().anyMatch(b -> b.contains("System.currentTimeMillis")));
  }

  @Test
  void arrowsAreTransitiveAndOneWay() {
    PackageTable table = new PackageTable("a -> b\nb -> c\nc ->\nd ->", Set.of("d"), Set.of());
    assertTrue(table.allows("a", "c"));
    assertTrue(table.allows("a", "d"));
    assertFalse(table.allows("c", "a"));
    assertFalse(table.allows("d", "a"));
  }

  @Test
  void aTableWithACircleIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PackageTable("a -> b\nb -> a", Set.of(), Set.of()));
  }

  @Test
  void aTableThatNamesAnUnknownPackageIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new PackageTable("a -> b", Set.of(), Set.of()));
  }

  private List<String> breaches(String origin, String target, String member) {
    return architecture.breaches(
        List.of(origin), List.of(new Reference(origin, target, member, "planted")));
  }

  /** Breaks the rule on clocks twice: by a call and by a method reference. */
  private static final class Planted {
    @SuppressWarnings("unused")
    static long read() {
      LongSupplier clock = System::currentTimeMillis;
      return System.nanoTime() + clock.getAsLong();
    }
  }
}
