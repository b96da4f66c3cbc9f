package ringmaster.client.testbed;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringmaster.client.render.FlatDrawing;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.IslandReader;
import ringmaster.shared.physics.Shape;

/** Draws the shapes of all bodies, in the colour of the state that each is in. */
final class BodyPainter {
  /** Smaller than this only a surface is drawn: its outline would be all there is of it. */
  private static final float LEAST_OUTLINED_PIXELS = 4;

  /** Between the strokes on the solid side of a chain. */
  private static final float HATCH_PIXELS = 7;

  private static final int ARC_STEPS = 6;
  private static final int MAX_OUTLINE = Shape.MAX_POINTS * (ARC_STEPS + 1);

  private final FlatDrawing drawing;
  private final View view;
  private final float[] corners = new float[2 * Shape.MAX_POINTS];
  private final float[] rounded = new float[2 * MAX_OUTLINE];
  private float strokePixels = 1;

  // Of the body that is drawn.
  private float x;
  private float y;
  private float cos;
  private float sin;

  BodyPainter(FlatDrawing drawing, View view) {
    this.drawing = drawing;
    this.view = view;
  }

  /**
   * Adds all bodies to the drawing.
   *
   * @param islands of now; null: nobody wants to see them
   * @param newStrokePixels width of a line
   */
  void paint(
      Bodies bodies, Set<Layer> layers, @Nullable IslandReader islands, float newStrokePixels) {
    strokePixels = newStrokePixels;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      long body = bodies.at(slot);
      if (body != Bodies.NONE) {
        x = bodies.x(body);
        y = bodies.y(body);
        cos = bodies.cos(body);
        sin = bodies.sin(body);
        paint(bodies.kind(body), color(bodies, body, layers, islands));
      }
    }
  }

  private static int color(
      Bodies bodies, long body, Set<Layer> layers, @Nullable IslandReader islands) {
    BodyKind kind = bodies.kind(body);
    if (kind.type() == BodyType.STATIC) {
      return Hues.FIXED;
    }
    int island = islands == null ? -1 : islands.island(body);
    if (island >= 0) {
      int color = Hues.island(island);
      return bodies.awake(body) ? color : Hues.dimmed(color);
    }
    if (!bodies.awake(body)) {
      return Hues.ASLEEP;
    }
    if (layers.contains(Layer.SLEEP)) {
      return Hues.mixed(Hues.AWAKE, Hues.ASLEEP, 0.8f * bodies.restShare(body));
    }
    if (kind.type() == BodyType.KINEMATIC) {
      return Hues.KINEMATIC;
    }
    return kind.isBullet() ? Hues.BULLET : Hues.AWAKE;
  }

  private void paint(BodyKind kind, int color) {
    List<BodyKind.Part> parts = kind.parts();
    for (int i = 0; i < parts.size(); i++) {
      BodyKind.Part part = parts.get(i);
      paint(part.shape(), part.sensor() ? Hues.SENSOR : color);
    }
  }

  private void paint(Shape shape, int color) {
    switch (shape.type()) {
      case CIRCLE -> circle(shape, color);
      case CAPSULE, POLYGON -> convex(shape, color);
      case SEGMENT -> segment(shape, color);
      case CHAIN_SEGMENT -> {
        segment(shape, color);
        hatch(color);
      }
    }
  }

  private float pixelX(float localX, float localY) {
    return view.pixelX(x + cos * localX - sin * localY);
  }

  private float pixelY(float localX, float localY) {
    return view.pixelY(y + sin * localX + cos * localY);
  }

  private void circle(Shape shape, int color) {
    float middleX = pixelX(shape.pointX(0), shape.pointY(0));
    float middleY = pixelY(shape.pointX(0), shape.pointY(0));
    float radius = shape.radiusMeters() * view.pixelsPerMeter();
    if (!view.shows(middleX - radius, middleY - radius, middleX + radius, middleY + radius)) {
      return;
    }
    if (2 * radius < LEAST_OUTLINED_PIXELS) {
      drawing.disc(middleX, middleY, radius, color);
      return;
    }
    drawing.disc(middleX, middleY, radius, Hues.surface(color));
    drawing.ring(middleX, middleY, radius - strokePixels / 2, strokePixels, color);
    drawing.line(
        middleX, middleY, middleX + cos * radius, middleY + sin * radius, strokePixels, color);
  }

  /** Puts the points of a shape into the corners. */
  private void place(Shape shape) {
    for (int i = 0; i < shape.pointCount(); i++) {
      corners[2 * i] = pixelX(shape.pointX(i), shape.pointY(i));
      corners[2 * i + 1] = pixelY(shape.pointX(i), shape.pointY(i));
    }
  }

  private void convex(Shape shape, int color) {
    place(shape);
    int count = shape.pointCount();
    float radius = shape.radiusMeters() * view.pixelsPerMeter();
    float size = sizeIfShown(count, radius);
    if (size < 0) {
      return;
    }
    float[] outline = corners;
    if (radius > 0.5f) {
      count = round(count, radius);
      outline = rounded;
    }
    if (size < LEAST_OUTLINED_PIXELS) {
      drawing.fill(outline, count, color);
    } else {
      drawing.fill(outline, count, Hues.surface(color));
      drawing.outline(outline, count, strokePixels, color);
    }
  }

  /** The longer side of the box about the corners, pixels; negative if it is not on the picture. */
  private float sizeIfShown(int count, float radius) {
    float minX = corners[0];
    float minY = corners[1];
    float maxX = minX;
    float maxY = minY;
    for (int i = 1; i < count; i++) {
      minX = Math.min(minX, corners[2 * i]);
      minY = Math.min(minY, corners[2 * i + 1]);
      maxX = Math.max(maxX, corners[2 * i]);
      maxY = Math.max(maxY, corners[2 * i + 1]);
    }
    return view.shows(minX - radius, minY - radius, maxX + radius, maxY + radius)
        ? Math.max(maxX - minX, maxY - minY) + 2 * radius
        : -1;
  }

  /** Grows the corners by a radius: an arc about each, from the normal before to that after. */
  private int round(int count, float radius) {
    int points = 0;
    for (int i = 0; i < count; i++) {
      double from = normalRadians((i + count - 1) % count, i);
      double turn = normalRadians(i, (i + 1) % count) - from;
      if (turn < 0) {
        turn += 2 * Math.PI;
      }
      for (int step = 0; step <= ARC_STEPS; step++) {
        double angle = from + turn * step / ARC_STEPS;
        rounded[2 * points] = corners[2 * i] + radius * (float) Math.cos(angle);
        rounded[2 * points + 1] = corners[2 * i + 1] + radius * (float) Math.sin(angle);
        points++;
      }
    }
    return points;
  }

  /** Where the outside of a side is, whose corners go counter-clockwise. */
  private double normalRadians(int from, int to) {
    float dx = corners[2 * to] - corners[2 * from];
    float dy = corners[2 * to + 1] - corners[2 * from + 1];
    return Math.atan2(-dx, dy);
  }

  private void segment(Shape shape, int color) {
    place(shape);
    drawing.line(corners[0], corners[1], corners[2], corners[3], 1.5f * strokePixels, color);
  }

  /** Short strokes on the left of the last segment, where a chain is solid. */
  private void hatch(int color) {
    float dx = corners[2] - corners[0];
    float dy = corners[3] - corners[1];
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    float spacing = HATCH_PIXELS * strokePixels;
    int strokes = (int) Math.min(length / spacing, 1_000);
    for (int i = 0; i < strokes; i++) {
      float share = (i + 0.5f) / strokes;
      float fromX = corners[0] + dx * share;
      float fromY = corners[1] + dy * share;
      float toX = fromX + (dx * -0.5f - dy) / length * spacing;
      float toY = fromY + (dy * -0.5f + dx) / length * spacing;
      drawing.line(fromX, fromY, toX, toY, strokePixels, Hues.mixed(color, Hues.BACKGROUND, 0.3f));
    }
  }
}
