package ringmaster.client.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringmaster.client.window.InputSink;
import ringmaster.client.window.Key;

/**
 * What a person would do, out of a file, for runs that nobody attends. A line is one of
 *
 * <pre>
 * SECONDS keydown KEY      SECONDS mouse X Y        SECONDS type TEXT
 * SECONDS keyup KEY        SECONDS click BUTTON
 * </pre>
 *
 * Seconds count from the start, in any order; lines of one time stay in theirs. KEY is a name of
 * {@link Key}. X and Y are window coordinates from the left and the top. BUTTON is 1 (left) to 5.
 * TEXT goes to the end of the line. Empty lines and lines that begin with # are passed over.
 */
public final class Script {
  private static final int MAX_BYTES = 1 << 20;

  /** Two ticks at 60 Hz: a click of a person is no shorter. */
  private static final long CLICK_NANOS = 34_000_000;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final Pattern LINE =
      Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,9})?)\\s+(\\w+)(?:\\s(.*))?");
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,6})?)\\s+(-?\\d{1,6}(?:\\.\\d{1,6})?)");

  private final String file;
  private final List<Step> steps = new ArrayList<>();
  private int next;

  private record Step(long atNanos, Consumer<InputSink> deed) {}

  private Script(String file) {
    this.file = file;
  }

  /**
   * Reads a script.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no script; the message names file, line and cure
   */
  public static Script read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1); // a pipe or device has no size to ask for
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(file + " is larger than 1 MiB: no script needs that");
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes);
      return parse(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is no text in UTF-8", e);
    }
  }

  /**
   * The script of a text.
   *
   * @param file its name, for messages
   */
  static Script parse(String file, String text) {
    Script script = new Script(file);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        script.add(i + 1, line);
      }
    }
    script.steps.sort(Comparator.comparingLong(Step::atNanos));
    return script;
  }

  private void add(int number, String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw wrong(number, "a line is SECONDS and what to do, like 1.5 keydown W");
    }
    long atNanos = Math.round(Double.parseDouble(line.group(1)) * NANOS_PER_SECOND);
    String rest = line.group(3) == null ? "" : line.group(3);
    switch (line.group(2)) {
      case "keydown" -> press(number, atNanos, rest, true);
      case "keyup" -> press(number, atNanos, rest, false);
      case "mouse" -> move(number, atNanos, rest.strip());
      case "click" -> click(number, atNanos, rest.strip());
      case "type" -> steps.add(new Step(atNanos, sink -> rest.codePoints().forEach(sink::typed)));
      default ->
          throw wrong(
              number, "\"" + line.group(2) + "\" is none of keydown, keyup, mouse, click and type");
    }
  }

  private void press(int number, long atNanos, String name, boolean down) {
    Key key = Key.named(name);
    if (key == null) {
      throw wrong(
          number, "\"" + name.strip() + "\" is no key; W, LEFT_SHIFT, F3 and MOUSE_1 are some");
    }
    press(atNanos, key, down);
  }

  private void press(long atNanos, Key key, boolean down) {
    steps.add(new Step(atNanos, sink -> sink.key(key, down, false)));
  }

  private void move(int number, long atNanos, String where) {
    Matcher point = POINT.matcher(where);
    if (!point.matches()) {
      throw wrong(number, "mouse takes two numbers, like mouse 640 360, not \"" + where + "\"");
    }
    double x = Double.parseDouble(point.group(1));
    double y = Double.parseDouble(point.group(2));
    steps.add(new Step(atNanos, sink -> sink.pointerMoved(x, y)));
  }

  private void click(int number, long atNanos, String button) {
    Key key = button.matches("[1-5]") ? Key.named("MOUSE_" + button) : null;
    if (key == null) {
      throw wrong(number, "click takes a button from 1 (left) to 5, not \"" + button + "\"");
    }
    press(atNanos, key, true);
    press(atNanos + CLICK_NANOS, key, false);
  }

  private IllegalArgumentException wrong(int number, String sentence) {
    return new IllegalArgumentException(file + ", line " + number + ": " + sentence);
  }

  /** Puts the pointer where a script expects it: in the centre of the window. */
  public void begin(InputSink sink, double windowWidth, double windowHeight) {
    sink.pointerMoved(windowWidth / 2, windowHeight / 2);
  }

  /** Does everything that is due and not yet done. */
  public void play(long sinceStartNanos, InputSink sink) {
    while (next < steps.size() && steps.get(next).atNanos() <= sinceStartNanos) {
      steps.get(next++).deed().accept(sink);
    }
  }
}
