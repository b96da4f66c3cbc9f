package ringmaster.client.testbed;

import java.util.Set;
import ringmaster.client.window.InputSink;
import ringmaster.client.window.Key;

/** What a person does to a scene and to how it is shown. */
final class Hands implements InputSink {
  private static final double ZOOM_PER_LINE = 1.15;

  /** As far as a body may be missed by the pointer. */
  private static final float MISS_PIXELS = 4;

  private final SceneRun run;
  private final Tempo tempo;
  private final View view;
  private final Set<Layer> layers;
  private final Grip grip = new Grip();

  private float pixelsPerLength = 1;
  private int heightPixels;
  private float pointerX;
  private float pointerY;
  private boolean dragging;
  private boolean viewChosen;
  private boolean fitWanted = true;
  private boolean helpShown;
  private boolean left;

  /**
   * @param layers that are shown; changed by their keys
   */
  Hands(SceneRun run, Tempo tempo, View view, Set<Layer> layers) {
    this.run = run;
    this.tempo = tempo;
    this.view = view;
    this.layers = layers;
  }

  /**
   * The picture now has this height, and the pointer moves over it in these steps. Unless a person
   * chose what to see, it is all of the scene again.
   */
  void resize(int newHeightPixels, float newPixelsPerLength) {
    heightPixels = newHeightPixels;
    pixelsPerLength = newPixelsPerLength;
    fitWanted |= !viewChosen;
  }

  @Override
  public void key(Key key, boolean down, boolean repeat) {
    switch (key) {
      case MOUSE_1 -> grab(down);
      case MOUSE_2, MOUSE_3 -> dragging = down;
      case N, RIGHT -> {
        if (down) {
          tempo.single();
        }
      }
      default -> {
        if (down && !repeat) {
          press(key);
        }
      }
    }
  }

  private void grab(boolean down) {
    if (down) {
      float reach = MISS_PIXELS * pixelsPerLength / view.pixelsPerMeter();
      dragging = !grip.take(run.world(), view.meterX(pointerX), view.meterY(pointerY), reach);
    } else {
      grip.release(run.world());
      dragging = false;
    }
  }

  private void press(Key key) {
    switch (key) {
      case SPACE -> tempo.togglePause();
      case EQUAL, KEYPAD_ADD -> tempo.faster();
      case MINUS, KEYPAD_SUBTRACT -> tempo.slower();
      case R -> restart();
      case Z -> toggleSleep();
      case F, HOME -> fitWanted = true;
      case H, F1 -> helpShown = !helpShown;
      case ESCAPE -> left = true;
      default -> toggleLayer(key);
    }
  }

  private void restart() {
    grip.release(run.world());
    run.restart();
  }

  private void toggleSleep() {
    grip.release(run.world());
    run.toggleSleep();
  }

  private void toggleLayer(Key key) {
    for (Layer layer : Layer.values()) {
      if (layer.key == key && !layers.remove(layer)) {
        layers.add(layer);
      }
    }
  }

  @Override
  public void typed(int codePoint) {}

  @Override
  public void pointerMoved(double x, double y) {
    float newX = (float) x * pixelsPerLength;
    float newY = heightPixels - (float) y * pixelsPerLength;
    if (dragging) {
      view.drag(newX - pointerX, newY - pointerY);
      viewChosen = true;
    }
    pointerX = newX;
    pointerY = newY;
    grip.pull(run.world(), view.meterX(newX), view.meterY(newY));
  }

  @Override
  public void scrolled(double lines) {
    view.zoom((float) Math.pow(ZOOM_PER_LINE, lines), pointerX, pointerY);
    viewChosen = true;
  }

  @Override
  public void focused(boolean focused) {
    if (!focused) {
      grab(false);
    }
  }

  /** Whether something is being pulled at. */
  boolean pulling() {
    return grip.holds();
  }

  /** Whether all of the scene is to be shown from now on. */
  boolean takeFit() {
    boolean wanted = fitWanted;
    fitWanted = false;
    viewChosen &= !wanted;
    return wanted;
  }

  boolean helpShown() {
    return helpShown;
  }

  /** Whether the person wants to leave. */
  boolean left() {
    return left;
  }
}
