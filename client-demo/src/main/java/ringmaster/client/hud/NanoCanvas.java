package ringmaster.client.hud;

import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_LEFT;
import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_MIDDLE;
import static org.lwjgl.nanovg.NanoVG.NVG_CW;
import static org.lwjgl.nanovg.NanoVG.NVG_ROUND;
import static org.lwjgl.nanovg.NanoVG.nvgArc;
import static org.lwjgl.nanovg.NanoVG.nvgBeginFrame;
import static org.lwjgl.nanovg.NanoVG.nvgBeginPath;
import static org.lwjgl.nanovg.NanoVG.nvgCircle;
import static org.lwjgl.nanovg.NanoVG.nvgCreateFontMem;
import static org.lwjgl.nanovg.NanoVG.nvgEndFrame;
import static org.lwjgl.nanovg.NanoVG.nvgFill;
import static org.lwjgl.nanovg.NanoVG.nvgFillColor;
import static org.lwjgl.nanovg.NanoVG.nvgFillPaint;
import static org.lwjgl.nanovg.NanoVG.nvgFontFaceId;
import static org.lwjgl.nanovg.NanoVG.nvgFontSize;
import static org.lwjgl.nanovg.NanoVG.nvgGlobalAlpha;
import static org.lwjgl.nanovg.NanoVG.nvgIntersectScissor;
import static org.lwjgl.nanovg.NanoVG.nvgLineCap;
import static org.lwjgl.nanovg.NanoVG.nvgLineJoin;
import static org.lwjgl.nanovg.NanoVG.nvgLineTo;
import static org.lwjgl.nanovg.NanoVG.nvgLinearGradient;
import static org.lwjgl.nanovg.NanoVG.nvgMoveTo;
import static org.lwjgl.nanovg.NanoVG.nvgRect;
import static org.lwjgl.nanovg.NanoVG.nvgRestore;
import static org.lwjgl.nanovg.NanoVG.nvgRoundedRect;
import static org.lwjgl.nanovg.NanoVG.nvgSave;
import static org.lwjgl.nanovg.NanoVG.nvgScale;
import static org.lwjgl.nanovg.NanoVG.nvgStroke;
import static org.lwjgl.nanovg.NanoVG.nvgStrokeColor;
import static org.lwjgl.nanovg.NanoVG.nvgStrokeWidth;
import static org.lwjgl.nanovg.NanoVG.nvgText;
import static org.lwjgl.nanovg.NanoVG.nvgTextAlign;
import static org.lwjgl.nanovg.NanoVG.nvgTextBounds;
import static org.lwjgl.nanovg.NanoVG.nvgTranslate;
import static org.lwjgl.nanovg.NanoVGGL3.NVG_ANTIALIAS;
import static org.lwjgl.nanovg.NanoVGGL3.nvgCreate;
import static org.lwjgl.nanovg.NanoVGGL3.nvgDelete;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.nanovg.NVGColor;
import org.lwjgl.nanovg.NVGPaint;
import org.lwjgl.system.MemoryUtil;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Face;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.TextStyle;

/**
 * Draws by NanoVG into the current OpenGL context, which needs a stencil buffer. Leaves blending,
 * culling, the bound program, vertex array and texture other than it found them.
 */
public final class NanoCanvas implements Canvas, AutoCloseable {
  private final long context;
  private final ByteBuffer[] fontBytes = new ByteBuffer[Face.values().length];
  private final int[] fonts = new int[Face.values().length];
  private final Utf8 utf8 = new Utf8();
  private final NVGColor colour = NVGColor.malloc();
  private final NVGColor innerColour = NVGColor.malloc();
  private final NVGPaint gradient = NVGPaint.malloc();
  private float scale = 1;

  /** What the context is set to; null when it may be anything. */
  private @Nullable TextStyle currentStyle;

  public NanoCanvas() {
    context = nvgCreate(NVG_ANTIALIAS);
    if (context == 0) {
      throw new IllegalStateException("NanoVG found no OpenGL 3 context with a stencil buffer.");
    }
    for (Face face : Face.values()) {
      load(face);
    }
  }

  private void load(Face face) {
    ByteBuffer bytes = read(fileOf(face));
    fontBytes[face.ordinal()] = bytes;
    int font = nvgCreateFontMem(context, face.name(), bytes, false);
    if (font < 0) {
      throw new IllegalStateException("/fonts/" + fileOf(face) + " is no typeface.");
    }
    fonts[face.ordinal()] = font;
  }

  private static String fileOf(Face face) {
    return switch (face) {
      case REGULAR -> "Inter-Regular.ttf";
      case SEMI_BOLD -> "Inter-SemiBold.ttf";
      case BOLD -> "Inter-Bold.ttf";
      case MONO -> "JetBrainsMono-Regular.ttf";
    };
  }

  private static ByteBuffer read(String file) {
    try (InputStream stream = NanoCanvas.class.getResourceAsStream("/fonts/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The program's fonts/" + file + " is missing.");
      }
      byte[] bytes = stream.readAllBytes();
      return MemoryUtil.memAlloc(bytes.length).put(bytes).flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nvgDelete(context);
    for (ByteBuffer bytes : fontBytes) {
      MemoryUtil.memFree(bytes);
    }
    utf8.close();
    colour.free();
    innerColour.free();
    gradient.free();
  }

  @Override
  public void begin(int widthPixels, int heightPixels, float pixelsPerUnit) {
    scale = pixelsPerUnit;
    nvgBeginFrame(
        context, widthPixels / pixelsPerUnit, heightPixels / pixelsPerUnit, pixelsPerUnit);
    nvgTextAlign(context, NVG_ALIGN_LEFT | NVG_ALIGN_MIDDLE);
    nvgLineCap(context, NVG_ROUND);
    nvgLineJoin(context, NVG_ROUND);
    currentStyle = null;
  }

  @Override
  public void end() {
    nvgEndFrame(context);
  }

  @Override
  public float pixelsPerUnit() {
    return scale;
  }

  /** By OpenGL: NanoVG would run its shader for every pixel, and draws when the frame ends. */
  @Override
  public void clear(int argb) {
    set(colour, argb);
    glClearColor(colour.r(), colour.g(), colour.b(), colour.a());
    glClear(GL_COLOR_BUFFER_BIT);
  }

  @Override
  public float textWidth(String text, TextStyle style) {
    use(style);
    return nvgTextBounds(context, 0, 0, utf8.of(text), (FloatBuffer) null);
  }

  @Override
  public void text(String text, TextStyle style, float x, float middleY, int argb) {
    use(style);
    nvgFillColor(context, set(colour, argb));
    nvgText(context, x, middleY, utf8.of(text));
  }

  private void use(TextStyle style) {
    if (style != currentStyle) {
      currentStyle = style;
      nvgFontFaceId(context, fonts[style.face().ordinal()]);
      nvgFontSize(context, style.size());
    }
  }

  private static NVGColor set(NVGColor colour, int argb) {
    return colour
        .a((argb >>> 24) / 255f)
        .r((argb >> 16 & 0xFF) / 255f)
        .g((argb >> 8 & 0xFF) / 255f)
        .b((argb & 0xFF) / 255f);
  }

  @Override
  public void fill(float x, float y, float width, float height, float radius, int argb) {
    nvgBeginPath(context);
    if (radius > 0) {
      nvgRoundedRect(context, x, y, width, height, radius);
    } else {
      nvgRect(context, x, y, width, height);
    }
    fillPath(argb);
  }

  @Override
  public void outline(
      float x, float y, float width, float height, float radius, float thickness, int argb) {
    float inset = thickness / 2;
    nvgBeginPath(context);
    nvgRoundedRect(
        context, x + inset, y + inset, width - thickness, height - thickness, radius - inset);
    strokePath(thickness, argb);
  }

  @Override
  public void line(float x0, float y0, float x1, float y1, float thickness, int argb) {
    nvgBeginPath(context);
    nvgMoveTo(context, x0, y0);
    nvgLineTo(context, x1, y1);
    strokePath(thickness, argb);
  }

  @Override
  public void circle(float centreX, float centreY, float radius, int argb) {
    nvgBeginPath(context);
    nvgCircle(context, centreX, centreY, radius);
    fillPath(argb);
  }

  @Override
  public void arc(
      float centreX,
      float centreY,
      float radius,
      float fromRadians,
      float toRadians,
      float thickness,
      int argb) {
    nvgBeginPath(context);
    nvgArc(context, centreX, centreY, radius, fromRadians, toRadians, NVG_CW);
    strokePath(thickness, argb);
  }

  private void fillPath(int argb) {
    nvgFillColor(context, set(colour, argb));
    nvgFill(context);
  }

  private void strokePath(float thickness, int argb) {
    nvgStrokeWidth(context, thickness);
    nvgStrokeColor(context, set(colour, argb));
    nvgStroke(context);
  }

  @Override
  public void vignette(float width, float height, int argb) {
    float edge = height / 9;
    set(colour, argb);
    set(innerColour, argb & 0xFFFFFF);
    fade(0, 0, width, edge, 0, 0, 0, edge);
    fade(0, height - edge, width, edge, 0, height, 0, height - edge);
    fade(0, 0, edge, height, 0, 0, edge, 0);
    fade(width - edge, 0, edge, height, width, 0, width - edge, 0);
  }

  /**
   * A rectangle that goes from the colour to nothing. Strips along the edges cost a processor that
   * draws by itself a third of what one gradient over the whole screen does.
   */
  private void fade(
      float x, float y, float width, float height, float fromX, float fromY, float toX, float toY) {
    nvgLinearGradient(context, fromX, fromY, toX, toY, colour, innerColour, gradient);
    nvgBeginPath(context);
    nvgRect(context, x, y, width, height);
    nvgFillPaint(context, gradient);
    nvgFill(context);
  }

  @Override
  public void icon(Icon icon, float centreX, float centreY, float size, int argb) {
    nvgSave(context);
    nvgTranslate(context, centreX - size / 2, centreY - size / 2);
    nvgScale(context, size / IconPaths.SIDE, size / IconPaths.SIDE);
    set(colour, argb);
    nvgFillColor(context, colour);
    nvgStrokeColor(context, colour);
    IconPaths.draw(context, icon);
    restore();
  }

  @Override
  public void clip(float x, float y, float width, float height) {
    nvgSave(context);
    nvgIntersectScissor(context, x, y, width, height);
  }

  @Override
  public void unclip() {
    restore();
  }

  private void restore() {
    nvgRestore(context);
    currentStyle = null;
  }

  @Override
  public void opacity(float opacity) {
    nvgGlobalAlpha(context, opacity);
  }
}
