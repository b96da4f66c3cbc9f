package ringmaster.client.hud;

import static org.lwjgl.nanovg.NanoVG.NVG_CW;
import static org.lwjgl.nanovg.NanoVG.NVG_HOLE;
import static org.lwjgl.nanovg.NanoVG.nvgArc;
import static org.lwjgl.nanovg.NanoVG.nvgBeginPath;
import static org.lwjgl.nanovg.NanoVG.nvgBezierTo;
import static org.lwjgl.nanovg.NanoVG.nvgCircle;
import static org.lwjgl.nanovg.NanoVG.nvgClosePath;
import static org.lwjgl.nanovg.NanoVG.nvgFill;
import static org.lwjgl.nanovg.NanoVG.nvgLineTo;
import static org.lwjgl.nanovg.NanoVG.nvgMoveTo;
import static org.lwjgl.nanovg.NanoVG.nvgPathWinding;
import static org.lwjgl.nanovg.NanoVG.nvgRect;
import static org.lwjgl.nanovg.NanoVG.nvgRoundedRect;
import static org.lwjgl.nanovg.NanoVG.nvgStroke;
import static org.lwjgl.nanovg.NanoVG.nvgStrokeWidth;

import ringmaster.client.widget.Icon;

/** The icons, each in a square of {@link #SIDE}, in the colours that are set. */
final class IconPaths {
  static final float SIDE = 16;

  private static final int STAR_POINTS = 5;

  private IconPaths() {}

  static void draw(long context, Icon icon) {
    nvgBeginPath(context);
    switch (icon) {
      case RAIL -> rail(context);
      case ROCKET -> rocket(context);
      case BOOST -> boost(context);
      case SHOVE -> shove(context);
      case CHARGED -> flash(context);
      case BARREL -> barrel(context);
      case DEATH -> skull(context);
      case SHIELD -> shield(context);
      case BOT -> bot(context);
      case PLAYER -> fillCircle(context, 8, 8, 5);
      case STAR -> star(context, true);
      case STAR_EMPTY -> star(context, false);
      case MUTED -> muted(context);
      case WARNING -> warning(context);
      case EXPANDED -> chevron(context, 3.5f, 6, 8, 10.5f, 12.5f, 6);
      case COLLAPSED -> chevron(context, 6, 3.5f, 10.5f, 8, 6, 12.5f);
    }
  }

  /** A long beam between two points of light. */
  private static void rail(long context) {
    nvgMoveTo(context, 1, 8);
    nvgLineTo(context, 15, 8);
    stroke(context, 2);
    segment(context, 4, 4.5f, 12, 4.5f);
    segment(context, 4, 11.5f, 12, 11.5f);
    stroke(context, 1.2f);
  }

  private static void rocket(long context) {
    nvgMoveTo(context, 15, 8);
    nvgBezierTo(context, 12, 4.5f, 8.5f, 4.5f, 5, 5);
    nvgLineTo(context, 5, 11);
    nvgBezierTo(context, 8.5f, 11.5f, 12, 11.5f, 15, 8);
    fill(context);
    triangle(context, 7, 5, 2.5f, 1.5f, 4, 6);
    triangle(context, 7, 11, 2.5f, 14.5f, 4, 10);
    triangle(context, 4, 6.5f, 0.5f, 8, 4, 9.5f);
    fill(context);
  }

  private static void boost(long context) {
    for (float x = 2; x < 9; x += 5) {
      nvgMoveTo(context, x, 3);
      nvgLineTo(context, x + 5, 8);
      nvgLineTo(context, x, 13);
    }
    stroke(context, 2.2f);
  }

  /** Waves that spread from a hull. */
  private static void shove(long context) {
    fillCircle(context, 4, 8, 2.4f);
    nvgArc(context, 4, 8, 6, -0.7f, 0.7f, NVG_CW);
    stroke(context, 1.8f);
    nvgArc(context, 4, 8, 10, -0.6f, 0.6f, NVG_CW);
    stroke(context, 1.8f);
  }

  /** As of lightning. */
  private static void flash(long context) {
    nvgMoveTo(context, 10, 1);
    nvgLineTo(context, 3.5f, 9);
    nvgLineTo(context, 7.5f, 9);
    nvgLineTo(context, 6, 15);
    nvgLineTo(context, 12.5f, 6.5f);
    nvgLineTo(context, 8.5f, 6.5f);
    nvgClosePath(context);
    fill(context);
  }

  private static void barrel(long context) {
    nvgRoundedRect(context, 3.5f, 1.5f, 9, 13, 1.5f);
    nvgRect(context, 3.5f, 6, 9, 4);
    nvgPathWinding(context, NVG_HOLE);
    fill(context);
    segment(context, 4.2f, 6, 4.2f, 10);
    segment(context, 11.8f, 6, 11.8f, 10);
    stroke(context, 1.4f);
  }

  private static void skull(long context) {
    nvgCircle(context, 8, 6.5f, 5.8f);
    nvgRect(context, 5, 10, 6, 4.5f);
    hole(context, 5.7f, 6.8f, 1.6f);
    hole(context, 10.3f, 6.8f, 1.6f);
    fill(context);
  }

  private static void shield(long context) {
    nvgMoveTo(context, 8, 1);
    nvgLineTo(context, 14, 3);
    nvgBezierTo(context, 14, 9, 12, 13, 8, 15);
    nvgBezierTo(context, 4, 13, 2, 9, 2, 3);
    nvgClosePath(context);
    fill(context);
  }

  private static void bot(long context) {
    nvgRoundedRect(context, 2, 5, 12, 9, 2.5f);
    hole(context, 5.5f, 9.5f, 1.5f);
    hole(context, 10.5f, 9.5f, 1.5f);
    fill(context);
    segment(context, 8, 5, 8, 2);
    stroke(context, 1.5f);
    fillCircle(context, 8, 2, 1.4f);
  }

  private static void star(long context, boolean filled) {
    for (int i = 0; i < 2 * STAR_POINTS; i++) {
      double turn = Math.PI * (i / (double) STAR_POINTS - 0.5);
      double radius = i % 2 == 0 ? 6.8 : 2.9;
      float x = (float) (8 + radius * Math.cos(turn));
      float y = (float) (8.6 + radius * Math.sin(turn));
      if (i == 0) {
        nvgMoveTo(context, x, y);
      } else {
        nvgLineTo(context, x, y);
      }
    }
    nvgClosePath(context);
    if (filled) {
      fill(context);
    } else {
      stroke(context, 1.3f);
    }
  }

  /** A loudspeaker, crossed out. */
  private static void muted(long context) {
    nvgMoveTo(context, 1.5f, 6);
    nvgLineTo(context, 4, 6);
    nvgLineTo(context, 8, 2.5f);
    nvgLineTo(context, 8, 13.5f);
    nvgLineTo(context, 4, 10);
    nvgLineTo(context, 1.5f, 10);
    nvgClosePath(context);
    fill(context);
    segment(context, 10.5f, 5.5f, 15, 10.5f);
    segment(context, 15, 5.5f, 10.5f, 10.5f);
    stroke(context, 1.6f);
  }

  private static void warning(long context) {
    triangle(context, 8, 1.5f, 15.3f, 14.5f, 0.7f, 14.5f);
    stroke(context, 1.5f);
    segment(context, 8, 6, 8, 9.8f);
    stroke(context, 1.6f);
    fillCircle(context, 8, 12.2f, 1);
  }

  private static void chevron(
      long context, float x0, float y0, float x1, float y1, float x2, float y2) {
    nvgMoveTo(context, x0, y0);
    nvgLineTo(context, x1, y1);
    nvgLineTo(context, x2, y2);
    stroke(context, 1.8f);
  }

  private static void triangle(
      long context, float x0, float y0, float x1, float y1, float x2, float y2) {
    nvgMoveTo(context, x0, y0);
    nvgLineTo(context, x1, y1);
    nvgLineTo(context, x2, y2);
    nvgClosePath(context);
  }

  private static void segment(long context, float x0, float y0, float x1, float y1) {
    nvgMoveTo(context, x0, y0);
    nvgLineTo(context, x1, y1);
  }

  private static void hole(long context, float x, float y, float radius) {
    nvgCircle(context, x, y, radius);
    nvgPathWinding(context, NVG_HOLE);
  }

  private static void fillCircle(long context, float x, float y, float radius) {
    nvgCircle(context, x, y, radius);
    fill(context);
  }

  /** Ends a path and begins the next. */
  private static void fill(long context) {
    nvgFill(context);
    nvgBeginPath(context);
  }

  private static void stroke(long context, float width) {
    nvgStrokeWidth(context, width);
    nvgStroke(context);
    nvgBeginPath(context);
  }
}
