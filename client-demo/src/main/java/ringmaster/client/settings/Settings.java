package ringmaster.client.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ringmaster.client.window.Key;

/**
 * What a player has chosen. Changed by the settings screen, written by {@link SettingsFile}; the
 * fields are the file's, in its order.
 */
public final class Settings {
  public static final int VERSION = 1;

  /** Remembered servers at most; older ones are forgotten. */
  public static final int MAX_RECENT = 12;

  public int version = VERSION;

  /** Shown to others; empty until the player chose one. */
  public String name = "";

  public Quality quality = Quality.AUTO;
  public boolean fullscreen;
  public boolean vsync = true;

  /** Frames per second at most; 0 for no cap. */
  public int fpsCap = 144;

  /** Size of what is written on the screen, percent. */
  public int hudScalePercent = 100;

  /** Radians of turret per 1,000 pixels of mouse. */
  public float mouseSensitivity = 2.5f;

  /** Radians of turret per second with the stick at its end. */
  public float padSensitivity = 3.5f;

  /** Share of a stick's way that does nothing, percent. */
  public int padDeadZonePercent = 15;

  public int masterVolumePercent = 80;
  public int effectsVolumePercent = 100;
  public int engineVolumePercent = 60;

  public NetGraphLevel netGraph = NetGraphLevel.METERS;
  public boolean cameraShake = true;

  /** Keys by action; several each. */
  public Map<Action, List<Key>> bindings = new EnumMap<>(Action.class);

  /** Addresses as typed, newest first. */
  public List<String> recent = new ArrayList<>();

  public List<String> favourites = new ArrayList<>();

  /** Names whose chat is not shown. */
  public List<String> muted = new ArrayList<>();

  public Settings() {
    resetBindings();
  }

  /** Gives every action its first keys again. */
  public void resetBindings() {
    for (Action action : Action.values()) {
      bindings.put(action, new ArrayList<>(action.defaults()));
    }
  }
}
