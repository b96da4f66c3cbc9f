package ringmaster.shared.game;

import java.util.regex.Pattern;

/**
 * Something a host may decide about a match of a game beside map and seats: a whole number.
 *
 * @param name lower camel case, at most 32 letters and digits, for example {@code scoreLimit}
 * @param min smallest value allowed
 * @param max largest value allowed
 * @param initial what holds where the host says nothing
 * @param description one line for help and server browsers, with the unit
 */
public record GameSetting(String name, int min, int max, int initial, String description) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,31}");

  public GameSetting {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "setting name \"" + name + "\" must be 1 to 32 letters and digits, the first lower case");
    }
    if (initial < min || initial > max) {
      throw new IllegalArgumentException(
          "setting " + name + ": " + initial + " is outside " + min + ".." + max);
    }
  }

  /** Whether a setting may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
