package ringmaster.client.testbed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringmaster.client.hud.NanoCanvas;
import ringmaster.client.input.Script;
import ringmaster.client.play.DemoClient;
import ringmaster.client.play.ExitHook;
import ringmaster.client.play.FramePacer;
import ringmaster.client.play.FrameRate;
import ringmaster.client.play.PlayFailed;
import ringmaster.client.play.Probe;
import ringmaster.client.render.FlatDrawing;
import ringmaster.client.window.PadAxes;
import ringmaster.client.window.Window;
import ringmaster.client.window.WindowException;
import ringmaster.shared.physics.IslandReader;
import ringmaster.shared.physics.World;
import ringmaster.shared.time.Clock;

/**
 * Plays a scene of the physics engine before a person's eyes: once a frame it takes input, steps
 * the world as often as is due, and draws what is in it.
 */
public final class Testbed implements AutoCloseable {
  private static final int USUAL_WIDTH = 1280;
  private static final int USUAL_HEIGHT = 720;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int FRAMES_PER_SECOND = 60;

  private final TestbedOptions options;
  private final Clock clock;
  private final @Nullable Script script;
  private final Window window;
  private final FlatDrawing drawing = new FlatDrawing();
  private final NanoCanvas canvas = new NanoCanvas();
  private final PadAxes axes = new PadAxes();
  private final SceneRun run;
  private final Tempo tempo = new Tempo();
  private final View view = new View();
  private final Bounds bounds = new Bounds();
  private final Set<Layer> layers = EnumSet.noneOf(Layer.class);
  private final Hands hands;
  private final BodyPainter bodyPainter = new BodyPainter(drawing, view);
  private final LayerPainter layerPainter = new LayerPainter(drawing, view);
  private final Panel panel;
  private final Probe probe;
  private final FramePacer pacer;
  private final FrameRate frameRate = new FrameRate();
  private final long startNanos;
  private IslandReader islands;
  private World shownWorld;
  private int shownWidth;
  private int shownHeight;
  private long lastNanos;
  private long frames;

  /**
   * Runs until the person, or the time limit, ends it.
   *
   * @param probe receives a line of JSON each second
   * @throws PlayFailed if it cannot start or go on
   */
  public static void run(TestbedOptions options, Clock clock, Consumer<String> probe) {
    Script script = DemoClient.readScript(options.script());
    try (ExitHook exit = new ExitHook();
        Window window = open(options);
        Testbed testbed = new Testbed(options, clock, script, window, probe)) {
      testbed.loop(exit);
    } catch (WindowException | IOException e) {
      throw new PlayFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private static Window open(TestbedOptions options) throws WindowException {
    int width = options.width() == 0 ? USUAL_WIDTH : options.width();
    int height = options.height() == 0 ? USUAL_HEIGHT : options.height();
    return Window.open(
        options.headless()
            ? Window.Options.headless(width, height)
            : Window.Options.desktop("Ringmaster: " + options.scene().name(), width, height));
  }

  private Testbed(
      TestbedOptions options,
      Clock clock,
      @Nullable Script script,
      Window window,
      Consumer<String> probeOut) {
    this.options = options;
    this.clock = clock;
    this.script = script;
    this.window = window;
    layers.addAll(options.layers());
    run = new SceneRun(options.scene(), clock);
    shownWorld = run.world();
    islands = shownWorld.newIslandReader();
    hands = new Hands(run, tempo, view, layers);
    panel = new Panel(run, tempo, layers);
    probe = new Probe(probeOut, new SceneVitals(run, window), clock.nanoTime());
    pacer = new FramePacer(clock);
    startNanos = options.headless() ? 0 : clock.nanoTime();
    lastNanos = startNanos;
    follow();
    if (script != null) {
      script.begin(hands, window.width(), window.height());
    }
  }

  private void loop(ExitHook exit) throws IOException {
    boolean ended = false;
    while (!ended) {
      ended = frame(exit.wanted());
    }
    probe.endWithLine(clock.nanoTime());
  }

  /** Returns whether it was the last. */
  private boolean frame(boolean told) throws IOException {
    long now = frameNanos();
    double seconds = (now - lastNanos) * 1e-9;
    lastNanos = now;
    takeInput(now);
    for (int due = tempo.due(seconds, run.stepsPerSecond()); due > 0; due--) {
      run.step();
    }
    boolean last = told || isLast(now);
    follow();
    draw(now, last);
    frames++;
    if (last && options.shot() != null) {
      shoot(options.shot());
    } else {
      window.swap();
    }
    probe.frame(clock.nanoTime());
    pacer.await(options.headless() ? 0 : FRAMES_PER_SECOND);
    return last;
  }

  /** Without a display time is counted in frames: each always looks the same. */
  private long frameNanos() {
    return options.headless() ? frames * NANOS_PER_SECOND / FRAMES_PER_SECOND : clock.nanoTime();
  }

  private boolean isLast(long now) {
    boolean timeIsUp =
        options.seconds() > 0 && now - startNanos >= options.seconds() * NANOS_PER_SECOND;
    return timeIsUp || hands.left() || window.closeRequested();
  }

  private void takeInput(long now) {
    window.poll(hands, axes);
    if (script != null) {
      script.play(now - startNanos, hands);
    }
  }

  /** Keeps to the size of the window, and to the world of the run. */
  private void follow() {
    int width = window.framebufferWidthPixels();
    int height = window.framebufferHeightPixels();
    if (width != shownWidth || height != shownHeight) {
      shownWidth = width;
      shownHeight = height;
      view.resize(width, height);
      hands.resize(height, pixelsPerLength());
    }
    if (hands.takeFit()) {
      bounds.measure(run.world());
      view.fit(bounds, Panel.heightUnits() * Panel.scale(width, height, pixelsPerLength()));
    }
    if (shownWorld != run.world()) {
      shownWorld = run.world();
      islands = shownWorld.newIslandReader();
    }
  }

  private float pixelsPerLength() {
    return window.framebufferWidthPixels() / (float) Math.max(1, window.width());
  }

  private void draw(long now, boolean last) {
    if (shownWidth <= 0 || shownHeight <= 0) {
      return; // minimised
    }
    frameRate.frame(now);
    float strokePixels = Math.max(1, pixelsPerLength());
    boolean islandsShown = layers.contains(Layer.ISLANDS);
    if (islandsShown) {
      islands.read();
    }
    drawing.clear();
    bodyPainter.paint(shownWorld.bodies(), layers, islandsShown ? islands : null, strokePixels);
    paintLayers(strokePixels);
    drawing.draw(shownWidth, shownHeight, Hues.BACKGROUND);
    // A frame that always looks the same shows nothing that was measured.
    float framesPerSecond = options.headless() ? 0 : frameRate.perSecond();
    panel.write(now, last, framesPerSecond, islands);
    float scale = Panel.scale(shownWidth, shownHeight, pixelsPerLength());
    panel.draw(canvas, shownWidth, shownHeight, scale, hands.helpShown());
  }

  private void paintLayers(float strokePixels) {
    if (layers.contains(Layer.AABBS)) {
      layerPainter.boxes(shownWorld.boxes(), strokePixels);
    }
    if (layers.contains(Layer.CONTACTS)) {
      layerPainter.contacts(shownWorld.contacts(), strokePixels);
    }
    if (layers.contains(Layer.JOINTS) || hands.pulling()) {
      layerPainter.joints(shownWorld.joints(), shownWorld.bodies(), strokePixels);
    }
  }

  private void shoot(Path file) throws IOException {
    drawing.capture(shownWidth, shownHeight).writePng(file);
  }

  @Override
  public void close() {
    canvas.close();
    drawing.close();
  }
}
