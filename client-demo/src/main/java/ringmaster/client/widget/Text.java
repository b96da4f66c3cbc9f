package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.List;

/** A line of words that remembers how wide it is, and how it is cut short. */
public final class Text {
  private static final String ELLIPSIS = "…";

  private final TextStyle style;
  private String words = "";
  private float width;
  private float measuredAtScale;

  private String cut = "";
  private float cutWidth = Float.NaN;

  public Text(TextStyle style) {
    this.style = style;
  }

  public String words() {
    return words;
  }

  public TextStyle style() {
    return style;
  }

  /** Whether that changed anything. */
  public boolean set(String newWords) {
    if (words.equals(newWords)) {
      return false;
    }
    words = newWords;
    forget();
    return true;
  }

  public float width(Canvas canvas) {
    if (measuredAtScale != canvas.pixelsPerUnit()) {
      forget();
      width = canvas.textWidth(words, style);
      measuredAtScale = canvas.pixelsPerUnit();
    }
    return width;
  }

  /** Draws it with its left end at {@code x}. */
  public void draw(Canvas canvas, float x, float middleY, int argb) {
    canvas.text(words, style, x, middleY, argb);
  }

  /**
   * Draws it in a box, cut short with an ellipsis if it is too long.
   *
   * @param align 0 left .. 1 right
   */
  public void draw(Canvas canvas, float x, float middleY, float boxWidth, float align, int argb) {
    float own = width(canvas);
    if (own <= boxWidth + 0.5f) {
      canvas.text(words, style, x + (boxWidth - own) * align, middleY, argb);
    } else {
      canvas.text(fitted(canvas, boxWidth), style, x, middleY, argb);
    }
  }

  private String fitted(Canvas canvas, float boxWidth) {
    if (cutWidth != boxWidth) {
      cutWidth = boxWidth;
      int end = words.length();
      do {
        end = end == 0 ? 0 : words.offsetByCodePoints(end, -1);
        cut = words.substring(0, end).stripTrailing() + ELLIPSIS;
      } while (end > 0 && canvas.textWidth(cut, style) > boxWidth);
    }
    return cut;
  }

  private void forget() {
    measuredAtScale = 0;
    cutWidth = Float.NaN;
  }

  /** Breaks words into lines no wider than {@code width}; a word too long is broken itself. */
  public static List<String> wrap(Canvas canvas, String words, TextStyle style, float width) {
    List<String> lines = new ArrayList<>();
    String rest = words.strip();
    while (!rest.isEmpty()) {
      int end = lineEnd(canvas, rest, style, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    return lines;
  }

  private static int lineEnd(Canvas canvas, String rest, TextStyle style, float width) {
    int fits = 0;
    int end = rest.offsetByCodePoints(0, 1);
    int lastSpace = 0;
    while (end <= rest.length() && canvas.textWidth(rest.substring(0, end), style) <= width) {
      fits = end;
      if (end == rest.length()) {
        return end;
      }
      if (rest.charAt(end) == ' ') {
        lastSpace = end;
      }
      end = rest.offsetByCodePoints(end, 1);
    }
    if (lastSpace > 0) {
      return lastSpace;
    }
    return fits > 0 ? fits : rest.offsetByCodePoints(0, 1);
  }
}
