package ringmaster.client.window;

import static org.lwjgl.glfw.GLFW.*;

import java.util.Objects;
import org.lwjgl.glfw.GLFWGamepadState;
import org.lwjgl.glfw.GLFWJoystickCallback;

/**
 * The first gamepad there is. One may come and go while the program runs; one that goes lets go of
 * its buttons.
 */
final class Gamepad implements AutoCloseable {
  /** By GLFW's number of a button. */
  private static final Key[] BUTTONS = new Key[GLFW_GAMEPAD_BUTTON_LAST + 1];

  static {
    for (int i = 0; i < BUTTONS.length; i++) {
      BUTTONS[i] = Objects.requireNonNull(Key.ofCode(Key.PAD + i));
    }
  }

  private static final int NONE = -1;

  private final GLFWGamepadState state = GLFWGamepadState.calloc();
  private int joystick;

  /** Looks for one now, and again whenever anything is plugged in or out. */
  Gamepad() {
    glfwSetJoystickCallback((changed, event) -> joystick = find());
    joystick = find();
  }

  /**
   * Notes what changed.
   *
   * @param focused without focus nothing is pressed: another program has the player's hands
   */
  void read(boolean focused, InputQueue queue, PadAxes axes) {
    if (focused && joystick != NONE && glfwGetGamepadState(joystick, state)) {
      readButtons(queue);
      readAxes(axes);
    } else {
      rest(queue, axes);
    }
  }

  private static int find() {
    for (int number = 0; number <= GLFW_JOYSTICK_LAST; number++) {
      if (glfwJoystickIsGamepad(number)) {
        return number;
      }
    }
    return NONE;
  }

  private void readButtons(InputQueue queue) {
    for (int i = 0; i < BUTTONS.length; i++) {
      queue.key(BUTTONS[i], state.buttons(i) == GLFW_PRESS);
    }
    // A trigger goes from -1 to 1.
    queue.key(Key.PAD_LEFT_TRIGGER, state.axes(GLFW_GAMEPAD_AXIS_LEFT_TRIGGER) > 0);
    queue.key(Key.PAD_RIGHT_TRIGGER, state.axes(GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER) > 0);
  }

  /** GLFW's sticks count downwards. */
  private void readAxes(PadAxes axes) {
    axes.leftX = state.axes(GLFW_GAMEPAD_AXIS_LEFT_X);
    axes.leftY = -state.axes(GLFW_GAMEPAD_AXIS_LEFT_Y);
    axes.rightX = state.axes(GLFW_GAMEPAD_AXIS_RIGHT_X);
    axes.rightY = -state.axes(GLFW_GAMEPAD_AXIS_RIGHT_Y);
  }

  private static void rest(InputQueue queue, PadAxes axes) {
    for (Key button : BUTTONS) {
      queue.key(button, false);
    }
    queue.key(Key.PAD_LEFT_TRIGGER, false);
    queue.key(Key.PAD_RIGHT_TRIGGER, false);
    axes.leftX = 0;
    axes.leftY = 0;
    axes.rightX = 0;
    axes.rightY = 0;
  }

  @Override
  public void close() {
    GLFWJoystickCallback callback = glfwSetJoystickCallback(null);
    if (callback != null) {
      callback.free();
    }
    state.free();
  }
}
