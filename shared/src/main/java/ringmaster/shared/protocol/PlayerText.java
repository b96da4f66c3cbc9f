package ringmaster.shared.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Predicate;

/**
 * Makes text fit to be shown to people: names and talk of players by the server, and once more by
 * the client, whose server may be anybody's. What is clean stays as it is.
 */
public final class PlayerText {
  private PlayerText() {}

  /**
   * A name without what cannot be seen or misleads: control characters, direction overrides,
   * stacked marks, surplus spaces. At most {@link Limits#MAX_NAME_CODE_POINTS} code points.
   *
   * @return empty if nothing that can be shown remains
   */
  public static String cleanName(String typed) {
    return clean(typed, Limits.MAX_NAME_CODE_POINTS);
  }

  /** A line of talk, cleaned like a name. At most {@link Limits#MAX_CHAT_BYTES} of UTF-8. */
  public static String cleanTalk(String typed) {
    String talk = clean(typed, Limits.MAX_CHAT_BYTES);
    while (talk.getBytes(StandardCharsets.UTF_8).length > Limits.MAX_CHAT_BYTES) {
      talk = truncate(talk, talk.codePointCount(0, talk.length()) - 1);
    }
    return talk.strip();
  }

  /** What a server says in its own words, cleaned like a name, in full length. */
  public static String cleanSentence(String said) {
    return clean(said, Limits.MAX_SENTENCE_BYTES);
  }

  /** The name, or the name with the first number that makes it differ from all others. */
  public static String unique(String name, Predicate<String> isTaken) {
    String candidate = name;
    for (int i = 2; isTaken.test(candidate); i++) {
      String suffix = " " + i;
      int room = Limits.MAX_NAME_CODE_POINTS - suffix.length();
      candidate = truncate(name, room).strip() + suffix;
    }
    return candidate;
  }

  private static String clean(String typed, int maxCodePoints) {
    String normal = normal(withoutHidden(typed)); // in this order: what is hidden keeps marks apart
    StringBuilder kept = new StringBuilder();
    boolean space = false;
    boolean mark = true; // a mark needs a letter to stand on
    for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
      int point = normal.codePointAt(i);
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        space = !kept.isEmpty();
        mark = true;
        continue;
      }
      boolean isMark = isMark(point);
      if (isHidden(point) || (isMark && mark)) {
        continue;
      }
      if (space) {
        kept.append(' ');
        space = false;
      }
      kept.appendCodePoint(point);
      mark = isMark;
    }
    return truncate(normal(kept.toString()), maxCodePoints).strip();
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static String withoutHidden(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .filter(point -> Character.isWhitespace(point) || !isHidden(point))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlank(point);
    };
  }

  /**
   * Letters, marks and symbols that show nothing: those of Unicode's Default_Ignorable_Code_Point
   * that are not formats, and the empty Braille pattern.
   */
  private static boolean isBlank(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (point >= 0x180B && point <= 0x180F)
              || (point >= 0xFE00 && point <= 0xFE0F)
              || (point >= 0xE0100 && point <= 0xE01EF);
    };
  }

  private static String truncate(String text, int maxCodePoints) {
    int points = text.codePointCount(0, text.length());
    return points <= maxCodePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxCodePoints));
  }
}
