package ringmaster.client.play;

import ringmaster.client.audio.Audio;
import ringmaster.client.hud.NanoCanvas;
import ringmaster.client.render.Renderer;
import ringmaster.client.settings.Quality;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.window.Window;
import ringmaster.client.window.WindowException;

/** The window and what draws and sounds in it; opened together, closed together. */
final class Devices implements AutoCloseable {
  private static final int USUAL_WIDTH = 1280;
  private static final int USUAL_HEIGHT = 720;

  final Window window;
  final Renderer renderer;
  final NanoCanvas canvas;
  final Audio audio;

  /** The window's clipboard, for text fields. */
  final Clipboard clipboard =
      new Clipboard() {
        @Override
        public String read() {
          return window.clipboard();
        }

        @Override
        public void write(String text) {
          window.setClipboard(text);
        }
      };

  /**
   * Opens all of them.
   *
   * @throws WindowException with a sentence that says what is missing and what to do
   */
  Devices(PlayOptions options, Settings settings) throws WindowException {
    int width = options.width() == 0 ? USUAL_WIDTH : options.width();
    int height = options.height() == 0 ? USUAL_HEIGHT : options.height();
    // First: the sounds are made on another thread while the window opens.
    audio = options.headless() ? Audio.silent(settings) : Audio.open(settings);
    window =
        Window.open(
            new Window.Options(
                "Ringmaster",
                width,
                height,
                options.headless(),
                settings.fullscreen && options.width() == 0,
                settings.vsync,
                true));
    renderer = new Renderer(quality(settings));
    canvas = new NanoCanvas();
  }

  /** The quality that is drawn with: where it was left open, what suits the machine. */
  Quality quality(Settings settings) {
    return Renderer.effective(settings.quality, window.softwareRendered());
  }

  @Override
  public void close() {
    audio.close();
    canvas.close();
    renderer.close();
    window.close();
  }
}
