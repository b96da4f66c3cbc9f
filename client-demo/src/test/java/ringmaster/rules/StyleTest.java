package ringmaster.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The habits of the source tree. */
final class StyleTest {
  private static final String FIX =
      "mvn -q test -Dtidy.fix=true -Dtest=StyleTest -Dsurefire.failIfNoSpecifiedTests=false";

  private static final int MAX_LINE_CHARS = 100; // what google-java-format breaks lines at

  /**
   * Who may print: the packages whose classes are commands, and so own the process's output. All
   * others write to a log.
   */
  private static final Set<String> PRINTING_PACKAGES =
      Set.of("ringmaster.server", "ringmaster.client", "ringmaster.client.load");

  private static final Pattern PRINTING = Pattern.compile("\\bSystem\\s*\\.\\s*(out|err)\\b");
  private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|/\\*|//).*");

  /** An import cannot be broken, and a link should not be. */
  private static final Pattern UNBREAKABLE = Pattern.compile("^(import |.*https?://).*");

  @Test
  void everyFileIsFormatted() {
    boolean fix = Boolean.getBoolean("tidy.fix");
    List<String> unformatted =
        SourceTree.javaFiles().parallelStream()
            .filter(file -> !isFormatted(file, fix))
            .map(SourceTree::slashed)
            .toList();
    assertTrue(
        unformatted.isEmpty(),
        () -> "Not in google-java-format: " + unformatted + "; this rewrites them: " + FIX);
  }

  @Test
  void noLineIsTooLong() {
    assertNone(
        "longer than " + MAX_LINE_CHARS + " characters",
        linesThat(
            file -> true,
            line -> line.length() > MAX_LINE_CHARS && !UNBREAKABLE.matcher(line).matches()));
  }

  @Test
  void noTabs() {
    assertNone("with a tab", linesThat(file -> true, line -> line.indexOf('\t') >= 0));
  }

  @Test
  void onlyCommandsPrint() {
    assertNone(
        "that print, outside " + PRINTING_PACKAGES + " (use a logger)",
        linesThat(
            file -> SourceTree.isMain(file) && !PRINTING_PACKAGES.contains(packageOf(file)),
            StyleTest::prints));
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<String> silent =
        SourceTree.javaFiles().stream()
            .filter(SourceTree::isMain)
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .map(SourceTree::slashed)
            .toList();
    assertEquals(List.of(), silent, "packages without a package-info.java");
  }

  @Test
  void theRulesCanFail() {
    assertAll(
        () -> assertEquals("class A {}\n", format("class  A\n{ }")),
        () -> assertTrue(prints("    System.out.println(1);")),
        () -> assertTrue(!prints("   * System.out is not for us")),
        () -> assertTrue(!SourceTree.javaFiles().isEmpty()));
  }

  private static boolean isFormatted(Path file, boolean fix) {
    String source = SourceTree.read(file);
    try {
      String formatted = format(source);
      if (formatted.equals(source)) {
        return true;
      }
      if (fix) {
        Files.writeString(file, formatted);
      }
      return fix;
    } catch (FormatterException e) {
      throw new IllegalStateException(SourceTree.slashed(file) + " cannot be parsed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as the formatter's own command line does with its defaults. */
  private static String format(String source) throws FormatterException {
    Formatter formatter = new Formatter();
    return StringWrapper.wrap(formatter.formatSourceAndFixImports(source), formatter);
  }

  private static boolean prints(String line) {
    return PRINTING.matcher(line).find() && !COMMENT.matcher(line).matches();
  }

  private static String packageOf(Path file) {
    String path = SourceTree.slashed(file);
    int begin = path.indexOf("/java/") + "/java/".length();
    return path.substring(begin, path.lastIndexOf('/')).replace('/', '.');
  }

  /** "file:line" of every matching line. */
  private static List<String> linesThat(Predicate<Path> ofFile, Predicate<String> match) {
    return SourceTree.javaFiles().stream()
        .filter(ofFile)
        .flatMap(file -> matchingLines(file, match))
        .toList();
  }

  private static Stream<String> matchingLines(Path file, Predicate<String> match) {
    List<String> lines = SourceTree.read(file).lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> match.test(lines.get(i)))
        .mapToObj(i -> SourceTree.slashed(file) + ":" + (i + 1));
  }

  private static void assertNone(String what, List<String> lines) {
    assertEquals(List.of(), lines, "lines " + what);
  }
}
