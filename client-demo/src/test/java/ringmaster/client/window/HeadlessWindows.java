package ringmaster.client.window;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/** Windows for tests. */
public final class HeadlessWindows {
  private HeadlessWindows() {}

  /**
   * Opens one. Where a machine cannot draw at all the test is skipped, except on a build server,
   * which is there to notice.
   */
  public static Window open(int widthPixels, int heightPixels) {
    try {
      return Window.open(Window.Options.headless(widthPixels, heightPixels));
    } catch (WindowException e) {
      String sentence = String.valueOf(e.getMessage());
      return System.getenv("CI") == null ? Assumptions.abort(sentence) : fail(sentence);
    }
  }
}
