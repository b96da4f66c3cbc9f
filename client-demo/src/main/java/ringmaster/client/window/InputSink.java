package ringmaster.client.window;

/** Told what a person did, in order. Called on the main thread while the window is polled. */
public interface InputSink {
  /**
   * A key, mouse button or gamepad button.
   *
   * @param repeat the system repeats it because it is held; only with {@code down}
   */
  void key(Key key, boolean down, boolean repeat);

  /** A character was typed, as the keyboard's layout has it. */
  void typed(int codePoint);

  /**
   * The pointer moved. While it is captured the position is a virtual one without bounds.
   *
   * @param x window coordinates, from the left
   * @param y window coordinates, from the top
   */
  void pointerMoved(double x, double y);

  /**
   * The wheel turned.
   *
   * @param lines up is positive
   */
  void scrolled(double lines);

  /** The window gained or lost the keyboard. */
  void focused(boolean focused);
}
