package ringmaster.client.window;

/** There can be no window. The message is one sentence for a person: what is wrong, what to do. */
public final class WindowException extends Exception {
  private static final long serialVersionUID = 1;

  private static final String DEBIAN_OPENGL = "libegl1 libgl1 libgl1-mesa-dri";

  WindowException(String message) {
    super(message);
  }

  WindowException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The system's window library gives reasons such as {@code X11: Failed to open display}. */
  static WindowException noDisplay(String reason) {
    return new WindowException(
        "there is no display to open a window on (%s): start it in a desktop session, or without a"
                .formatted(reason)
            + " window with --headless");
  }

  static WindowException notHeadless(String reason) {
    return new WindowException(
        "cannot draw without a display (%s): install EGL and a software renderer (on Debian: %s)"
            .formatted(reason, DEBIAN_OPENGL));
  }

  static WindowException noNatives(LinkageError cause) {
    return new WindowException(
        "the window library GLFW cannot be loaded on %s %s (%s): use a 64-bit Linux, Windows or"
                .formatted(
                    System.getProperty("os.name"), System.getProperty("os.arch"), reason(cause))
            + " macOS, and make the temporary folder one that programs may be run from",
        cause);
  }

  static WindowException noOpenGl(String reason) {
    return new WindowException(
        "there is no OpenGL here (%s): update the graphics driver, or install a software renderer"
                .formatted(reason)
            + " (on Debian: %s)".formatted(DEBIAN_OPENGL));
  }

  static WindowException oldOpenGl(String found) {
    return new WindowException(
        "OpenGL 3.3 or newer is needed and this graphics driver offers %s: update the driver"
            .formatted(found));
  }

  /** The first line: natives that fail to load list every folder that was searched. */
  private static String reason(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
