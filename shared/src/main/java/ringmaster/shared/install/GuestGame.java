package ringmaster.shared.install;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;

/**
 * A game that came in a jar.
 *
 * @param jar the file's name
 * @param implementationVersion of the jar's manifest; null if it says none
 * @param hasModel whether the jar holds a model for the codec of the game's snapshots, and it fits
 */
public record GuestGame(
    Game game, String jar, @Nullable String implementationVersion, boolean hasModel) {
  /**
   * One line for the host: mode, version of the rules, file, version of the jar; and that its
   * snapshots are larger than they need be, if they are.
   */
  public String describe() {
    String of = implementationVersion == null ? "" : " (" + implementationVersion + ")";
    String model = hasModel ? "" : " Its snapshots are coded by the general model.";
    return "Game %s, version %d, from %s%s.%s"
        .formatted(game.mode(), game.version(), jar, of, model);
  }
}
