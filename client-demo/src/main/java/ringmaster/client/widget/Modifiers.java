package ringmaster.client.widget;

import ringmaster.client.window.Key;

/** Which keys that change the meaning of others are held. */
public final class Modifiers {
  private boolean shift;
  private boolean control;

  public boolean shift() {
    return shift;
  }

  /** Control, or Command on a Mac. */
  public boolean control() {
    return control;
  }

  void key(Key key, boolean down) {
    switch (key) {
      case LEFT_SHIFT, RIGHT_SHIFT -> shift = down;
      case LEFT_CONTROL, RIGHT_CONTROL, LEFT_SUPER, RIGHT_SUPER -> control = down;
      default -> {}
    }
  }

  void release() {
    shift = false;
    control = false;
  }
}
