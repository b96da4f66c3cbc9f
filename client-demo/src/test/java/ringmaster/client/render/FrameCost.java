package ringmaster.client.render;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.settings.Quality;
import ringmaster.client.window.Window;

/**
 * Measures what a frame costs in each quality: a main class, since how fast a machine is can be no
 * test. With a folder as its first argument it leaves pictures there, too.
 *
 * <p>The scene is {@link Scenes#crowd}: 64 tanks, 200 crates, some 400 sprites; 640 x 360 pixels,
 * headless.
 */
final class FrameCost {
  private static final int WIDTH_PIXELS = 640;
  private static final int HEIGHT_PIXELS = 360;
  private static final int WARM_UP_FRAMES = 60;
  private static final int FRAMES = 200;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private FrameCost() {}

  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    try (Window window = Window.open(Window.Options.headless(WIDTH_PIXELS, HEIGHT_PIXELS))) {
      System.out.printf(
          "%s, OpenGL %s; window after %.0f ms%n",
          window.rendererName(), window.glVersion(), (System.nanoTime() - begin) / 1e6);
      for (Quality quality : Quality.values()) {
        if (quality != Quality.AUTO) {
          measure(quality);
        }
      }
      if (args.length > 0) {
        for (Quality quality : Quality.values()) {
          if (quality != Quality.AUTO) {
            picture(quality, Path.of(args[0]), window);
          }
        }
      }
    }
  }

  private static void measure(Quality quality) {
    long begin = System.nanoTime();
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.QUARRY);
      SceneFrame scene = Scenes.crowd((float) WIDTH_PIXELS / HEIGHT_PIXELS);
      draw(renderer, scene, 1);
      double firstMillis = (System.nanoTime() - begin) / 1e6;
      draw(renderer, scene, WARM_UP_FRAMES);
      long cpuBegin = SYSTEM.getProcessCpuTime();
      long wallBegin = System.nanoTime();
      draw(renderer, scene, FRAMES);
      System.out.printf(
          "%-7s first frame %4.0f ms, then %5.2f ms a frame, %5.2f ms of processor%n",
          quality,
          firstMillis,
          (System.nanoTime() - wallBegin) / 1e6 / FRAMES,
          (SYSTEM.getProcessCpuTime() - cpuBegin) / 1e6 / FRAMES);
    }
  }

  /** A finished frame each time: reading a pixel waits for all of it. */
  private static void draw(Renderer renderer, SceneFrame scene, int frames) {
    for (int i = 0; i < frames; i++) {
      renderer.draw(scene, WIDTH_PIXELS, HEIGHT_PIXELS);
      renderer.capture(1, 1);
    }
  }

  private static void picture(Quality quality, Path folder, Window window) throws Exception {
    int width = 1280;
    int height = 720;
    float aspect = (float) width / height;
    window.resizeHeadless(width, height);
    String prefix = quality.name().toLowerCase(Locale.ROOT);
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      renderer.draw(Scenes.fight(aspect), width, height);
      renderer.capture(width, height).writePng(folder.resolve(prefix + "-fight.png"));
      renderer.draw(Scenes.overview(aspect), width, height);
      renderer.capture(width, height).writePng(folder.resolve(prefix + "-overview.png"));
      renderer.loadMap(Scenes.QUARRY);
      renderer.draw(Scenes.crowd(aspect), width, height);
      renderer.capture(width, height).writePng(folder.resolve(prefix + "-crowd.png"));
    }
  }
}
