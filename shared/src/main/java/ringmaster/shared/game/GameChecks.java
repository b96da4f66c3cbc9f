package ringmaster.shared.game;

import java.util.List;

/**
 * What is asked of every match before it is made, so that a host is told at once, in one sentence,
 * and no match is built that fails later.
 */
public final class GameChecks {
  private GameChecks() {}

  /**
   * Refuses settings that the game does not know or allow, a map it cannot be played on, a view
   * radius that is too small, and a schema that cannot be.
   *
   * @throws IllegalArgumentException with one sentence that names what is wrong; a {@link
   *     MapFormatException} names the map's file and field
   */
  public static EntitySchema check(Game game, MatchSettings settings, GameMap map) {
    if (settings.maxPlayers() > game.maxPlayers()) {
      throw new IllegalArgumentException(
          game.mode()
              + " has 1 to "
              + game.maxPlayers()
              + " players, not "
              + settings.maxPlayers());
    }
    settings.options().forEach((name, value) -> check(game, name, value));
    game.check(settings, map);
    checkViewRadius(game, settings);
    try {
      return game.schema(settings, map);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the schema of " + game.mode() + " does not fit: " + e.getMessage(), e);
    }
  }

  private static void checkViewRadius(Game game, MatchSettings settings) {
    float radiusMeters = game.viewRadiusMeters(settings);
    if (!(radiusMeters >= Game.MIN_VIEW_RADIUS_METERS)) {
      throw new IllegalArgumentException(
          "the view radius of "
              + game.mode()
              + " must be at least "
              + Game.MIN_VIEW_RADIUS_METERS
              + " m, not "
              + radiusMeters);
    }
  }

  private static void check(Game game, String name, int value) {
    GameSetting setting =
        game.settings().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(game, name));
    if (value < setting.min() || value > setting.max()) {
      throw new IllegalArgumentException(
          name
              + " of "
              + game.mode()
              + " must be "
              + setting.min()
              + " to "
              + setting.max()
              + ", not "
              + value);
    }
  }

  private static IllegalArgumentException unknown(Game game, String name) {
    List<String> names = game.settings().stream().map(GameSetting::name).toList();
    return new IllegalArgumentException(
        game.mode() + " has no setting " + name + "; it has " + names);
  }
}
