package ringmaster.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of all modules, below the top folder of the project. */
final class SourceTree {
  private SourceTree() {}

  /** The top folder; the build passes it on. */
  static Path root() {
    String root = System.getProperty("ringmaster.root");
    if (root == null) {
      throw new IllegalStateException(
          "set -Dringmaster.root to the project's top folder (mvn does so by itself)");
    }
    return Path.of(root);
  }

  /** The folders of all modules: those with sources, at the top or within another module. */
  static List<Path> modules() {
    try (Stream<Path> folders = Files.walk(root(), 2)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve("src")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java file of every module, sorted. */
  static List<Path> javaFiles() {
    return modules().stream()
        .map(module -> module.resolve("src"))
        .flatMap(SourceTree::javaFilesBelow)
        .sorted()
        .toList();
  }

  /** Whether a file is part of the program, not of its tests or benches. */
  static boolean isMain(Path file) {
    return slashed(file).contains("/src/main/java/");
  }

  /** A path relative to the top folder, with slashes on every system. */
  static String slashed(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFilesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
