package ringmaster.shared.install;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;

/**
 * A game that came in a jar.
 *
 * @param jar the file's name
 * @param implementationVersion of the jar's manifest; null if it says none
 */
public record GuestGame(Game game, String jar, @Nullable String implementationVersion) {
  /** One line for the host: mode, version of the rules, file, version of the jar. */
  public String describe() {
    String of = implementationVersion == null ? "" : " (" + implementationVersion + ")";
    return "Game " + game.mode() + ", version " + game.version() + ", from " + jar + of + ".";
  }
}
