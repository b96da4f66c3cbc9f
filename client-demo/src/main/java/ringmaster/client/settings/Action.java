package ringmaster.client.settings;

import java.util.List;
import ringmaster.client.window.Key;

/** What a key can be bound to. */
public enum Action {
  FORWARD("Forward", Key.W, Key.UP),
  BACK("Back", Key.S, Key.DOWN),
  TURN_LEFT("Turn left", Key.A, Key.LEFT),
  TURN_RIGHT("Turn right", Key.D, Key.RIGHT),
  RAIL("Fire rail", Key.MOUSE_1, Key.PAD_RIGHT_TRIGGER),
  ROCKET("Fire rocket", Key.MOUSE_2, Key.PAD_RIGHT_BUMPER),
  BOOST("Boost", Key.LEFT_SHIFT, Key.SPACE, Key.PAD_LEFT_TRIGGER),
  CHAT("Chat", Key.ENTER, Key.T),
  SCOREBOARD("Scoreboard", Key.TAB, Key.PAD_BACK),
  NEXT_PLAYER("Watch next player", Key.E, Key.PAD_RIGHT),
  PREVIOUS_PLAYER("Watch previous player", Key.Q, Key.PAD_LEFT),
  FREE_CAMERA("Free camera", Key.F, Key.PAD_Y),
  NET_GRAPH("Net graph", Key.F3),
  PREDICTION("Prediction on or off", Key.F5),
  INTERPOLATION("Interpolation on or off", Key.F6),
  SMOOTHING("Smoothing on or off", Key.F7),
  LAG_COMPENSATION("Lag compensation on or off", Key.F8),
  GHOST("Show what the server sees", Key.F9),
  SCREENSHOT("Screenshot", Key.F12),
  FULLSCREEN("Full screen", Key.F11),
  MENU("Menu", Key.ESCAPE, Key.PAD_START);

  private final String label;
  private final List<Key> defaults;

  Action(String label, Key... defaults) {
    this.label = label;
    this.defaults = List.of(defaults);
  }

  /** As shown to a person. */
  public String label() {
    return label;
  }

  /** The keys it has until a player chooses others. */
  public List<Key> defaults() {
    return defaults;
  }
}
