package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * A canvas that only writes down the words drawn. Letters are about as wide as in the real
 * typefaces, a little on the wide side, so what fits here fits there.
 */
public final class PaperCanvas implements Canvas {
  public final List<String> words = new ArrayList<>();

  /** Lines drawn, as of a crosshair. */
  public int lines;

  private float scale = 1;

  @Override
  public void begin(int widthPixels, int heightPixels, float pixelsPerUnit) {
    words.clear();
    lines = 0;
    scale = pixelsPerUnit;
  }

  @Override
  public void end() {}

  @Override
  public float pixelsPerUnit() {
    return scale;
  }

  @Override
  public void clear(int argb) {}

  @Override
  public float textWidth(String text, TextStyle style) {
    float letter = style.face() == Face.REGULAR ? 0.56f : 0.6f;
    return text.codePointCount(0, text.length()) * style.size() * letter;
  }

  @Override
  public void text(String text, TextStyle style, float x, float middleY, int argb) {
    words.add(text);
  }

  @Override
  public void fill(float x, float y, float width, float height, float radius, int argb) {}

  @Override
  public void outline(
      float x, float y, float width, float height, float radius, float thickness, int argb) {}

  @Override
  public void line(float x0, float y0, float x1, float y1, float thickness, int argb) {
    lines++;
  }

  @Override
  public void circle(float centreX, float centreY, float radius, int argb) {}

  @Override
  public void arc(
      float centreX,
      float centreY,
      float radius,
      float fromRadians,
      float toRadians,
      float thickness,
      int argb) {}

  @Override
  public void vignette(float width, float height, int argb) {}

  @Override
  public void icon(Icon icon, float centreX, float centreY, float size, int argb) {}

  @Override
  public void clip(float x, float y, float width, float height) {}

  @Override
  public void unclip() {}

  @Override
  public void opacity(float opacity) {}
}
