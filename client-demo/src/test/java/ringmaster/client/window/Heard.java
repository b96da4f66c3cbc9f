package ringmaster.client.window;

/** Writes down what it is told, one word each. */
final class Heard implements InputSink {
  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString().strip();
  }

  private void note(String word) {
    text.append(word).append(' ');
  }

  @Override
  public void key(Key key, boolean down, boolean repeat) {
    note((repeat ? "*" : down ? "+" : "-") + key);
  }

  @Override
  public void typed(int codePoint) {
    note("'" + Character.toString(codePoint) + "'");
  }

  @Override
  public void pointerMoved(double x, double y) {
    note((int) x + "," + (int) y);
  }

  @Override
  public void scrolled(double lines) {
    note("wheel:" + (int) lines);
  }

  @Override
  public void focused(boolean focused) {
    note(focused ? "in" : "out");
  }
}
