package ringmaster.client.play;

import ringmaster.client.hud.Ui;
import ringmaster.client.input.Controls;
import ringmaster.client.window.InputSink;
import ringmaster.client.window.Key;

/**
 * Hands input to the screens first, and what they do not want to the tank. A key that went down in
 * the game comes up there as well, whatever opened meanwhile.
 */
final class InputRouter implements InputSink {
  private final Ui ui;
  private final Controls controls;
  private double lines;

  InputRouter(Ui ui, Controls controls) {
    this.ui = ui;
    this.controls = controls;
  }

  @Override
  public void key(Key key, boolean down, boolean repeat) {
    if (!ui.key(key, down, repeat) || !down) {
      controls.key(key, down, repeat);
    }
  }

  @Override
  public void typed(int codePoint) {
    ui.typed(codePoint);
  }

  @Override
  public void pointerMoved(double x, double y) {
    ui.pointerMoved(x, y);
    controls.pointerMoved(x, y);
  }

  @Override
  public void scrolled(double byLines) {
    if (!ui.scrolled(byLines)) {
      lines += byLines;
    }
  }

  /** Lines the wheel turned in the game since the last call. */
  double takeLines() {
    double taken = lines;
    lines = 0;
    return taken;
  }

  @Override
  public void focused(boolean focused) {
    ui.focused(focused);
    controls.focused(focused);
  }
}
