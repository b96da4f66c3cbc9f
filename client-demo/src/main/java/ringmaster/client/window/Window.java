package ringmaster.client.window;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.Callbacks;
import org.lwjgl.glfw.GLFWVidMode;

/**
 * A window with an OpenGL 3.3 core context and what a person does in it; or, headless, a context
 * that draws into memory and hears nobody.
 *
 * <p>One at a time, and all of it on the thread that opened it: the library below keeps its state
 * for the whole process. On macOS that must be the process's first thread ({@code
 * -XstartOnFirstThread}).
 */
public final class Window implements AutoCloseable {
  /**
   * What to open.
   *
   * @param width of what is drawn, in the system's window coordinates; headless, in pixels
   * @param height the same
   * @param headless without any display
   * @param visible false: hidden, for tests of real windows
   */
  public record Options(
      String title,
      int width,
      int height,
      boolean headless,
      boolean fullscreen,
      boolean vsync,
      boolean visible) {

    /** No display needed. */
    public static Options headless(int widthPixels, int heightPixels) {
      return new Options("Ringmaster", widthPixels, heightPixels, true, false, false, false);
    }

    /** A window on the desktop. */
    public static Options desktop(String title, int width, int height) {
      return new Options(title, width, height, false, false, true, true);
    }
  }

  /** What those call themselves that draw with the processor. */
  private static final List<String> SOFTWARE_RENDERERS =
      List.of(
          "llvmpipe",
          "softpipe",
          "swrast",
          "software",
          "swiftshader",
          "microsoft basic render",
          "gdi generic");

  private static boolean open;

  private final long handle;
  private final @Nullable HeadlessFrame headless;
  private final InputQueue queue = new InputQueue();
  private final Gamepad gamepad = new Gamepad();
  private final String rendererName;
  private final String glVersion;
  private final boolean softwareRendered;
  private int width;
  private int height;
  private int framebufferWidthPixels;
  private int framebufferHeightPixels;
  private boolean focused;
  private boolean iconified;
  private boolean fullscreen;

  // Where the window was before it filled the screen.
  private int windowedX;
  private int windowedY;
  private int windowedWidth;
  private int windowedHeight;

  /**
   * Opens it, with its context current.
   *
   * @throws WindowException with a sentence that says what is missing and what to do
   */
  public static Window open(Options options) throws WindowException {
    if (open) {
      throw new IllegalStateException("close the open window first: there can be one at a time");
    }
    Glfw.start(options.headless());
    try {
      Window window = new Window(Glfw.createWindow(options), options);
      open = true;
      return window;
    } finally {
      if (!open) {
        Glfw.stop();
      }
    }
  }

  private Window(long handle, Options options) {
    this.handle = handle;
    rendererName = String.valueOf(glGetString(GL_RENDERER));
    softwareRendered = isSoftware(rendererName);
    glVersion = String.valueOf(glGetString(GL_VERSION));
    if (options.headless()) {
      headless = new HeadlessFrame(options.width(), options.height());
      resizeHeadless(options.width(), options.height());
    } else {
      headless = null;
      measure();
      listen();
      show(options);
    }
  }

  private void measure() {
    int[] first = new int[1];
    int[] second = new int[1];
    glfwGetWindowSize(handle, first, second);
    width = first[0];
    height = second[0];
    glfwGetFramebufferSize(handle, first, second);
    framebufferWidthPixels = first[0];
    framebufferHeightPixels = second[0];
    focused = glfwGetWindowAttrib(handle, GLFW_FOCUSED) == GLFW_TRUE;
  }

  private void show(Options options) {
    glfwSwapInterval(options.vsync() ? 1 : 0);
    setFullscreen(options.fullscreen());
    if (options.visible()) {
      glfwShowWindow(handle);
    }
  }

  private void listen() {
    glfwSetWindowSizeCallback(
        handle,
        (window, newWidth, newHeight) -> {
          width = newWidth;
          height = newHeight;
        });
    glfwSetFramebufferSizeCallback(
        handle,
        (window, widthPixels, heightPixels) -> {
          framebufferWidthPixels = widthPixels;
          framebufferHeightPixels = heightPixels;
        });
    glfwSetWindowIconifyCallback(handle, (window, now) -> iconified = now);
    glfwSetWindowFocusCallback(
        handle,
        (window, now) -> {
          focused = now;
          queue.focus(now);
        });
    glfwSetKeyCallback(handle, (window, key, scan, action, mods) -> pressed(key, action));
    glfwSetMouseButtonCallback(
        handle, (window, button, action, mods) -> pressed(Key.MOUSE + button, action));
    glfwSetCharCallback(handle, (window, codePoint) -> queue.typed(codePoint));
    glfwSetCursorPosCallback(handle, (window, x, y) -> queue.pointer(x, y));
    glfwSetScrollCallback(handle, (window, x, y) -> queue.wheel(y));
  }

  private void pressed(int code, int action) {
    Key key = Key.ofCode(code);
    if (key == null) {
      return; // a key that no US keyboard has
    }
    if (action == GLFW_REPEAT) {
      queue.repeat(key);
    } else {
      queue.key(key, action == GLFW_PRESS);
    }
  }

  /** Takes what happened since the last time, and tells it. */
  public void poll(InputSink sink, PadAxes axes) {
    glfwPollEvents();
    gamepad.read(focused, queue, axes);
    queue.deliver(sink);
  }

  /** Shows what was drawn; with vsync, waits for the screen. */
  public void swap() {
    if (headless == null) {
      glfwSwapBuffers(handle);
    } else {
      glFlush();
    }
  }

  /** Whether a person wants the window gone. */
  public boolean closeRequested() {
    return glfwWindowShouldClose(handle);
  }

  /** In the window coordinates that the pointer has too. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** What there is to draw on; 0 while minimised on some systems. */
  public int framebufferWidthPixels() {
    return framebufferWidthPixels;
  }

  public int framebufferHeightPixels() {
    return framebufferHeightPixels;
  }

  /** Minimised: nothing that is drawn can be seen. */
  public boolean iconified() {
    return iconified;
  }

  /** Gives a headless window another size. */
  public void resizeHeadless(int widthPixels, int heightPixels) {
    if (headless == null) {
      throw new IllegalStateException("a window on a display has the size its user gives it");
    }
    headless.resize(widthPixels, heightPixels);
    width = widthPixels;
    height = heightPixels;
    framebufferWidthPixels = widthPixels;
    framebufferHeightPixels = heightPixels;
  }

  public boolean fullscreen() {
    return fullscreen;
  }

  /** Fills the screen that the window is on, or goes back to where it was. No effect headless. */
  public void setFullscreen(boolean wanted) {
    if (wanted == fullscreen || headless != null) {
      return;
    }
    if (wanted) {
      rememberPlace();
      long monitor = monitor();
      GLFWVidMode mode = monitor == NULL ? null : glfwGetVideoMode(monitor);
      if (mode == null) {
        return; // no screen is plugged in
      }
      glfwSetWindowMonitor(handle, monitor, 0, 0, mode.width(), mode.height(), mode.refreshRate());
    } else {
      glfwSetWindowMonitor(
          handle, NULL, windowedX, windowedY, windowedWidth, windowedHeight, GLFW_DONT_CARE);
    }
    fullscreen = wanted;
  }

  private void rememberPlace() {
    int[] x = new int[1];
    int[] y = new int[1];
    glfwGetWindowPos(handle, x, y);
    windowedX = x[0];
    windowedY = y[0];
    windowedWidth = width;
    windowedHeight = height;
  }

  /** The one that the middle of the window is on, else the first. */
  private long monitor() {
    var monitors = glfwGetMonitors();
    for (int i = 0; monitors != null && i < monitors.limit(); i++) {
      if (isOn(monitors.get(i))) {
        return monitors.get(i);
      }
    }
    return glfwGetPrimaryMonitor();
  }

  private boolean isOn(long monitor) {
    int[] x = new int[1];
    int[] y = new int[1];
    glfwGetMonitorPos(monitor, x, y);
    GLFWVidMode mode = glfwGetVideoMode(monitor);
    int middleX = windowedX + windowedWidth / 2 - x[0];
    int middleY = windowedY + windowedHeight / 2 - y[0];
    return mode != null
        && middleX >= 0
        && middleX < mode.width()
        && middleY >= 0
        && middleY < mode.height();
  }

  /** Hides the pointer and lets it move without bounds, unaccelerated where the system can. */
  public void setCursorCaptured(boolean captured) {
    glfwSetInputMode(handle, GLFW_CURSOR, captured ? GLFW_CURSOR_DISABLED : GLFW_CURSOR_NORMAL);
    if (glfwRawMouseMotionSupported()) {
      glfwSetInputMode(handle, GLFW_RAW_MOUSE_MOTION, captured ? GLFW_TRUE : GLFW_FALSE);
    }
    if (!captured && headless == null) {
      tellWherePointerIs();
    }
  }

  /** It is put back where it was captured, and the system tells nobody. */
  private void tellWherePointerIs() {
    double[] x = new double[1];
    double[] y = new double[1];
    glfwGetCursorPos(handle, x, y);
    queue.pointer(x[0], y[0]);
  }

  /** Whether {@link #swap} waits for the screen. No effect headless. */
  public void setVsync(boolean vsync) {
    if (headless == null) {
      glfwSwapInterval(vsync ? 1 : 0);
    }
  }

  /** What was copied last, here or elsewhere; empty if that is not text. */
  public String clipboard() {
    String text = glfwGetClipboardString(handle);
    return text == null ? "" : text;
  }

  public void setClipboard(String text) {
    glfwSetClipboardString(handle, text);
  }

  /** What draws: a graphics card's or a software renderer's name for itself. */
  public String rendererName() {
    return rendererName;
  }

  /** As the driver says it; begins with the number. */
  public String glVersion() {
    return glVersion;
  }

  /** Whether the processor draws, so that each pixel should be cheap. */
  public boolean softwareRendered() {
    return softwareRendered;
  }

  static boolean isSoftware(String rendererName) {
    String name = rendererName.toLowerCase(Locale.ROOT);
    return SOFTWARE_RENDERERS.stream().anyMatch(name::contains);
  }

  @Override
  public void close() {
    if (headless != null) {
      headless.close();
    }
    gamepad.close();
    Callbacks.glfwFreeCallbacks(handle);
    glfwDestroyWindow(handle);
    Glfw.stop();
    open = false;
  }
}
