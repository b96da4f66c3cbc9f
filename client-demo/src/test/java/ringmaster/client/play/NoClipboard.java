package ringmaster.client.play;

import ringmaster.client.widget.Clipboard;

/** Nothing was ever copied. */
final class NoClipboard implements Clipboard {
  @Override
  public String read() {
    return "";
  }

  @Override
  public void write(String text) {}
}
