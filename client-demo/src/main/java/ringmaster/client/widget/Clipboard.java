package ringmaster.client.widget;

/** Words shared with other programs. */
public interface Clipboard {
  /** What was copied last; empty if it is no text. */
  String read();

  void write(String text);
}
