package ringmaster.client.testbed;

import java.util.Locale;
import java.util.Set;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Face;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;
import ringmaster.shared.physics.IslandReader;
import ringmaster.shared.physics.World;
import ringmaster.shared.scene.Scene;

/** What is written over a scene: its figures, and on demand what keys and colours mean. */
final class Panel {
  private static final TextStyle FIGURES = new TextStyle(Face.MONO, 13);
  private static final float LINE = 18;
  private static final float PADDING = 8;
  private static final float EDGE = 8;
  private static final float RADIUS = 4;
  private static final int BACKGROUND = 0xE00A0E14;
  private static final float KEY_COLUMN = 100;

  /** A unit is a pixel in a window of this height, and not much less where there is room. */
  private static final float USUAL_HEIGHT = 720;

  private static final float LEAST_SCALE = 0.75f;
  private static final float LONGEST_LINE = 680;

  /** Figures that change more often cannot be read, and each time makes new words. */
  private static final long REFRESH_NANOS = 100_000_000;

  private static final int LINES = 4;

  private static final String[][] KEYS = {
    {"Space", "pause or go on"},
    {"N, right", "one step"},
    {"+  -", "faster, slower"},
    {"R", "from the beginning"},
    {"Z", "again, with sleep or not"},
    {"wheel", "nearer, further"},
    {"drag", "move the picture"},
    {"F, home", "show all of it"},
    {"left button", "pull at a body"},
    {"H, F1", "these words"},
    {"Escape", "leave"},
  };

  private final SceneRun run;
  private final Tempo tempo;
  private final Set<Layer> layers;
  private final String[] lines = new String[LINES];
  private boolean written;
  private long writtenNanos;

  Panel(SceneRun run, Tempo tempo, Set<Layer> layers) {
    this.run = run;
    this.tempo = tempo;
    this.layers = layers;
  }

  /** Pixels of a unit, on a picture of that size. */
  static float scale(int widthPixels, int heightPixels, float pixelsPerLength) {
    float wanted = Math.max(heightPixels / USUAL_HEIGHT, LEAST_SCALE * pixelsPerLength);
    return Math.min(wanted, widthPixels / LONGEST_LINE);
  }

  /** How much of the top of the picture it covers, units. */
  static float heightUnits() {
    return EDGE + 2 * PADDING + LINES * LINE;
  }

  /**
   * Says what is the case.
   *
   * @param atOnce whether or not it was said just now
   * @param framesPerSecond 0: times are not to be shown
   */
  void write(long nowNanos, boolean atOnce, float framesPerSecond, IslandReader islands) {
    if (written && !atOnce && nowNanos - writtenNanos < REFRESH_NANOS) {
      return;
    }
    written = true;
    writtenNanos = nowNanos;
    run.count();
    islands.read();
    World world = run.world();
    Scene scene = run.scene();
    lines[0] = scene.name() + ": " + scene.about() + (scene.worlds() > 1 ? " (the first)" : "");
    lines[1] =
        format(
            "step %,d  %.2f s  %s%s  hash %016x",
            run.steps(),
            (float) run.steps() / run.stepsPerSecond(),
            speed(),
            tempo.paused() ? " PAUSED" : "",
            world.hash());
    lines[2] =
        format(
            "bodies %,d: awake %,d, asleep %,d  contacts %,d  joints %,d  islands %,d",
            world.bodies().count(),
            run.awake(),
            run.asleep(),
            world.contacts().count(),
            world.joints().count(),
            islands.count());
    lines[3] = times(framesPerSecond) + energy(scene) + shown(world);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private String speed() {
    float speed = tempo.speed();
    return speed < 1 ? format("1/%.0fx", 1 / speed) : format("%.0fx", speed);
  }

  private String times(float framesPerSecond) {
    return framesPerSecond > 0
        ? format("%.3f ms/step  %.0f fps  ", run.stepMillis(), framesPerSecond)
        : "";
  }

  private String energy(Scene scene) {
    String kinetic = format("kinetic %.4g J", run.kineticJoules());
    return scene.gravityY() == 0
        ? kinetic
        : kinetic + format("  potential %.4g J", run.potentialJoules());
  }

  private String shown(World world) {
    return layers.contains(Layer.CONTACTS)
        ? format("  hardest push %.3g N s", LayerPainter.hardest(world.contacts()))
        : "";
  }

  void draw(Canvas canvas, int widthPixels, int heightPixels, float scale, boolean help) {
    canvas.begin(widthPixels, heightPixels, scale);
    float width = 0;
    for (String line : lines) {
      width = Math.max(width, canvas.textWidth(line, FIGURES));
    }
    box(canvas, EDGE, EDGE, width, LINES);
    for (int i = 0; i < LINES; i++) {
      text(canvas, lines[i], EDGE, EDGE, i, i == 0 ? Palette.TEXT : Palette.TEXT_SOFT);
    }
    if (help) {
      help(canvas, EDGE, heightUnits() + EDGE);
    } else {
      text(canvas, "H: keys", EDGE, heightPixels / scale - LINE - 2 * EDGE, 0, Palette.TEXT_FAINT);
    }
    canvas.end();
  }

  private static void box(Canvas canvas, float x, float y, float width, int lineCount) {
    float height = lineCount * LINE + 2 * PADDING;
    canvas.fill(x, y, width + 2 * PADDING, height, RADIUS, BACKGROUND);
  }

  private static void text(Canvas canvas, String words, float x, float y, int line, int argb) {
    canvas.text(words, FIGURES, x + PADDING, y + PADDING + (line + 0.5f) * LINE, argb);
  }

  private void help(Canvas canvas, float x, float y) {
    box(canvas, x, y, 300, KEYS.length);
    for (int i = 0; i < KEYS.length; i++) {
      text(canvas, KEYS[i][0], x, y, i, Palette.TEXT);
      text(canvas, KEYS[i][1], x + KEY_COLUMN, y, i, Palette.TEXT_SOFT);
    }
    float right = x + 330;
    box(canvas, right, y, 400, KEYS.length);
    int line = 0;
    for (Layer layer : Layer.values()) {
      int color = layers.contains(layer) ? Palette.ACCENT : Palette.TEXT;
      text(canvas, layer.key.label(), right, y, line, color);
      text(canvas, layer.about, right + 24, y, line++, Palette.TEXT_SOFT);
    }
    line++;
    legend(canvas, right, y, line);
  }

  /** The states of bodies, two to a line. */
  private static void legend(Canvas canvas, float x, float y, int firstLine) {
    for (int i = 0; i < Hues.STATES.length; i++) {
      float left = x + i % 2 * 130;
      int line = firstLine + i / 2;
      float middle = y + PADDING + (line + 0.5f) * LINE;
      int color = Hues.STATE_COLORS[i];
      canvas.fill(left + PADDING, middle - 5, 10, 10, 0, Hues.surface(color));
      canvas.outline(left + PADDING, middle - 5, 10, 10, 0, 1.5f, color);
      text(canvas, Hues.STATES[i], left + 20, y, line, Palette.TEXT_SOFT);
    }
  }
}
