package ringmaster.client.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shader's text, put together from files under {@code shaders/}, and where each line of it is
 * from. A line {@code #include "NAME"} stands for a file's text.
 */
final class ShaderSource {
  private static final Pattern INCLUDE = Pattern.compile("\\s*#include \"([a-z.]+)\"\\s*");

  /** Drivers write {@code 0:12(5)}, {@code 0(12)} or {@code ERROR: 0:12}. */
  private static final Pattern LINE = Pattern.compile("\\b0[:(](\\d+)");

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<String> origins = new ArrayList<>();

  /**
   * @param name of the file
   * @param defines what {@code #ifdef} finds, for example {@code "REACH 2"}
   */
  ShaderSource(String name, List<String> defines) {
    this.name = name;
    line("#version 330 core", "the version");
    defines.forEach(define -> line("#define " + define, "a definition"));
    append(name);
  }

  private void append(String file) {
    List<String> lines = read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher include = INCLUDE.matcher(lines.get(i));
      if (include.matches()) {
        append(include.group(1));
      } else {
        line(lines.get(i), "shaders/" + file + ", line " + (i + 1));
      }
    }
  }

  private void line(String line, String origin) {
    text.append(line).append('\n');
    origins.add(origin);
  }

  private static String read(String file) {
    try (InputStream in = ShaderSource.class.getResourceAsStream("/shaders/" + file)) {
      if (in == null) {
        throw new IllegalStateException("there is no shaders/" + file + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read shaders/" + file, e);
    }
  }

  String text() {
    return text.toString();
  }

  /** Where the first error of a compiler's log is, and what it says. */
  String explain(String log) {
    String first = log.strip().lines().findFirst().orElse("the compiler gives no reason");
    Matcher line = LINE.matcher(first);
    int number = line.find() ? Integer.parseInt(line.group(1)) : 0;
    String where =
        number > 0 && number <= origins.size() ? origins.get(number - 1) : "shaders/" + name;
    return where + " does not compile: " + first;
  }
}
