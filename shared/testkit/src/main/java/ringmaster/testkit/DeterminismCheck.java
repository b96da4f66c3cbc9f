package ringmaster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says where the classes of a game use what may differ from run to run, machine to machine or JDK
 * to JDK. It needs class files only, so a game can be checked that comes as a jar.
 *
 * <pre>{@code
 * assertEquals(List.of(), DeterminismCheck.of(Tag.class).breaches());
 * }</pre>
 *
 * <p>It reads what a class says itself: a library that it calls, or a map that it is handed, may
 * still hide a {@link Hazard}. What is left is for {@link GameLaws} to find in a run.
 */
public final class DeterminismCheck {
  private final List<ClassModel> classes;
  private final List<Allowance> allowances;

  private DeterminismCheck(List<ClassModel> classes, List<Allowance> allowances) {
    this.classes = List.copyOf(classes);
    this.allowances = allowances;
  }

  /**
   * Checks a class and what it uses, directly or not, as far as it comes from the same folder or
   * jar: a game, without the tests or other games beside it.
   */
  public static DeterminismCheck of(Class<?> game) {
    return inSource(sourceOf(game), root -> new DeterminismCheck(reachable(root, game), List.of()));
  }

  /** Checks every class in folders of class files, with all below them, and in jars. */
  public static DeterminismCheck of(Path... foldersOrJars) {
    return new DeterminismCheck(
        Stream.of(foldersOrJars)
            .flatMap(source -> inSource(source, Bytecode::classesBelow).stream())
            .toList(),
        List.of());
  }

  /** For class files that lie nowhere. */
  static DeterminismCheck of(List<ClassModel> classes) {
    return new DeterminismCheck(classes, List.of());
  }

  /**
   * The same with exceptions, each of which must be needed by the classes that are checked.
   *
   * @param allowed in place of those allowed before
   */
  public DeterminismCheck allowing(List<Allowance> allowed) {
    return new DeterminismCheck(classes, List.copyOf(allowed));
  }

  /** Full names of the classes that are checked. */
  public List<String> classNames() {
    return classes.stream().map(model -> Bytecode.name(model.thisClass().asSymbol())).toList();
  }

  /** One sentence for each breach: who uses what, where, why not, what instead; or empty. */
  public List<String> breaches() {
    List<Use> hazardous =
        classes.stream()
            .flatMap(model -> Bytecode.usesOf(model).stream())
            .filter(use -> Hazard.of(use).isPresent())
            .toList();
    Stream<String> breaches =
        hazardous.stream()
            .filter(use -> allowances.stream().noneMatch(allowance -> allowance.covers(use)))
            .map(use -> Hazard.of(use).orElseThrow().sentence(use));
    Stream<String> leftOver =
        allowances.stream()
            .filter(allowance -> hazardous.stream().noneMatch(allowance::covers))
            .map(Allowance::leftOver);
    return Stream.concat(breaches, leftOver).distinct().toList();
  }

  private static Path sourceOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("cannot tell where " + type + " comes from", e);
    }
  }

  /** Shows the inside of a jar as if it were a folder. */
  private static <T> T inSource(Path source, Function<Path, T> reader) {
    if (!Files.isRegularFile(source)) {
      return reader.apply(source);
    }
    try (FileSystem jar = FileSystems.newFileSystem(source)) {
      return reader.apply(jar.getPath("/"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source, e);
    }
  }

  private static List<ClassModel> reachable(Path root, Class<?> game) {
    Map<String, ClassModel> found = new LinkedHashMap<>();
    Deque<String> wanted = new ArrayDeque<>(List.of(game.getName()));
    while (!wanted.isEmpty()) {
      String name = wanted.pop();
      Path file = root.resolve(name.replace('.', '/') + ".class");
      if (!found.containsKey(name) && Files.exists(file)) {
        ClassModel model = Bytecode.parse(file);
        found.put(name, model);
        Bytecode.usesOf(model).stream().map(Use::owner).forEach(wanted::push);
      }
    }
    return new ArrayList<>(found.values());
  }
}
