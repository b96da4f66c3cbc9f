package ringmaster.client.widget;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * A line of text being written, with a cursor and a selection. Moves and deletes by what a person
 * sees as one character, so an emoji or an accent is never torn apart, and takes in no more than
 * its limits allow.
 */
public final class TextEdit {
  private final int maxCodePoints;
  private final int maxBytes;
  private String value = "";
  private int cursor;

  /** The selection's other end; the cursor's place when nothing is selected. */
  private int anchor;

  private BreakIterator characters = charactersOf("");

  /**
   * @param maxBytes of the text in UTF-8
   */
  public TextEdit(int maxCodePoints, int maxBytes) {
    this.maxCodePoints = maxCodePoints;
    this.maxBytes = maxBytes;
  }

  private static BreakIterator charactersOf(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters;
  }

  public String value() {
    return value;
  }

  public int cursor() {
    return cursor;
  }

  public int selectionStart() {
    return Math.min(cursor, anchor);
  }

  public int selectionEnd() {
    return Math.max(cursor, anchor);
  }

  public String selection() {
    return value.substring(selectionStart(), selectionEnd());
  }

  public int bytes() {
    return bytes(value);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Replaces everything; the cursor goes to the end. */
  public void set(String text) {
    replace(0, value.length(), text);
    anchor = cursor;
  }

  /** Writes over the selection; what goes beyond a limit is left out. */
  public boolean insert(String text) {
    String before = value;
    replace(selectionStart(), selectionEnd(), text);
    return !before.equals(value);
  }

  private void replace(int from, int to, String text) {
    String head = value.substring(0, from);
    String tail = value.substring(to);
    String room = fitting(clean(text), head + tail);
    setValue(head + room + tail);
    moveTo(from + room.length(), false);
  }

  private String fitting(String text, String others) {
    int codePoints = maxCodePoints - others.codePointCount(0, others.length());
    int bytes = maxBytes - bytes(others);
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      codePoints--;
      bytes -= bytes(text.substring(end, next));
      if (codePoints < 0 || bytes < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  /** On one line, and without what cannot be seen or is half a character. */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.isWhitespace(point) ? ' ' : point)
        .filter(point -> !Character.isISOControl(point) && !isSurrogate(point))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private void setValue(String newValue) {
    if (!value.equals(newValue)) {
      value = newValue;
      characters = charactersOf(newValue);
    }
  }

  /** Deletes the selection, or what is before the cursor. */
  public void deleteBackward(boolean word) {
    if (selectionStart() == selectionEnd()) {
      anchor = before(cursor, word);
    }
    insert("");
  }

  /** Deletes the selection, or what is after the cursor. */
  public void deleteForward(boolean word) {
    if (selectionStart() == selectionEnd()) {
      anchor = after(cursor, word);
    }
    insert("");
  }

  public void left(boolean word, boolean select) {
    boolean leaves = !select && cursor != anchor;
    moveTo(leaves ? selectionStart() : before(cursor, word), select);
  }

  public void right(boolean word, boolean select) {
    boolean leaves = !select && cursor != anchor;
    moveTo(leaves ? selectionEnd() : after(cursor, word), select);
  }

  public void home(boolean select) {
    moveTo(0, select);
  }

  public void end(boolean select) {
    moveTo(value.length(), select);
  }

  public void selectAll() {
    anchor = 0;
    cursor = value.length();
  }

  /** Moves the cursor to a place between two characters. */
  public void moveTo(int index, boolean select) {
    cursor = index;
    if (!select) {
      anchor = index;
    }
  }

  /** The next place after that one where a character ends. */
  int after(int index) {
    return index >= value.length() ? value.length() : characters.following(index);
  }

  private int after(int index, boolean word) {
    int at = after(index);
    while (word && at < value.length() && !wordStartsAt(at)) {
      at = after(at);
    }
    return at;
  }

  private int before(int index, boolean word) {
    int at = index == 0 ? 0 : characters.preceding(index);
    while (word && at > 0 && !wordStartsAt(at)) {
      at = characters.preceding(at);
    }
    return at;
  }

  private boolean wordStartsAt(int index) {
    return value.charAt(index) != ' ' && value.charAt(index - 1) == ' ';
  }
}
