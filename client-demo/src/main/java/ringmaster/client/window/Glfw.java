package ringmaster.client.window;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.system.MemoryUtil.NULL;

import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.Platform;

/** Starts the window library and makes one window with a context, or says why that cannot be. */
final class Glfw {
  /** As desktops group windows by it and find its entry. */
  private static final String APPLICATION_ID = "ringmaster";

  static {
    // Both libraries would otherwise use what JDK 25 warns of on stderr.
    System.setProperty("joml.nounsafe", "true");
    Configuration.MEMORY_BACKEND.set("ffm");
  }

  private Glfw() {}

  /** Starts the library, for windows or for drawing without a display. */
  static void start(boolean headless) throws WindowException {
    try {
      glfwInitHint(GLFW_PLATFORM, platform(headless));
      if (glfwInit()) {
        return;
      }
    } catch (LinkageError e) {
      throw WindowException.noNatives(e);
    }
    String reason = error().text();
    throw headless ? WindowException.notHeadless(reason) : WindowException.noDisplay(reason);
  }

  /** Looking for a Wayland that is not there, its library would complain on stderr. */
  private static int platform(boolean headless) {
    if (headless) {
      return GLFW_PLATFORM_NULL;
    }
    boolean onlyX11 = Platform.get() == Platform.LINUX && System.getenv("WAYLAND_DISPLAY") == null;
    return onlyX11 ? GLFW_PLATFORM_X11 : GLFW_ANY_PLATFORM;
  }

  /** Makes a hidden window with a current OpenGL 3.3 core context. Returns GLFW's handle of it. */
  static long createWindow(Window.Options options) throws WindowException {
    hint(options.headless());
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE); // macOS has 3.3 only so
    long handle = glfwCreateWindow(options.width(), options.height(), options.title(), NULL, NULL);
    if (handle == NULL) {
      throw refused(options.headless(), error());
    }
    glfwMakeContextCurrent(handle);
    loadOpenGl();
    return handle;
  }

  private static void hint(boolean headless) {
    glfwDefaultWindowHints();
    if (headless) {
      glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
    }
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 24);
    glfwWindowHint(GLFW_STENCIL_BITS, 8); // for what is drawn flat over the scene
    glfwWindowHintString(GLFW_X11_CLASS_NAME, APPLICATION_ID);
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, APPLICATION_ID);
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, APPLICATION_ID);
  }

  private static void loadOpenGl() throws WindowException {
    try {
      GL.createCapabilities(true);
    } catch (LinkageError | IllegalStateException e) {
      throw WindowException.noOpenGl(String.valueOf(e.getMessage()));
    }
  }

  private static WindowException refused(boolean headless, Failure failure) {
    if (failure.code() == GLFW_VERSION_UNAVAILABLE) {
      String found = foundVersion(headless);
      if (found != null) {
        return WindowException.oldOpenGl(found);
      }
    }
    if (failure.code() == GLFW_API_UNAVAILABLE && headless) {
      return WindowException.notHeadless(failure.text());
    }
    return WindowException.noOpenGl(failure.text());
  }

  /** What the driver gives when it is asked for no version in particular; null if nothing. */
  private static @Nullable String foundVersion(boolean headless) {
    hint(headless);
    long handle = glfwCreateWindow(64, 64, APPLICATION_ID, NULL, NULL);
    if (handle == NULL) {
      return null;
    }
    try {
      glfwMakeContextCurrent(handle);
      GL.createCapabilities();
      return "OpenGL " + glGetString(GL_VERSION);
    } catch (LinkageError | IllegalStateException e) {
      return null;
    } finally {
      glfwDestroyWindow(handle);
    }
  }

  private record Failure(int code, String text) {}

  private static Failure error() {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer description = stack.callocPointer(1);
      int code = glfwGetError(description);
      String text = description.get(0) == NULL ? "no reason given" : description.getStringUTF8(0);
      return new Failure(code, text.strip());
    }
  }

  static void stop() {
    GL.setCapabilities(null);
    glfwTerminate();
  }
}
