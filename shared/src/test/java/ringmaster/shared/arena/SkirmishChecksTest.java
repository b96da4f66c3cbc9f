package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;

/** What a host is told of a match that cannot be. */
final class SkirmishChecksTest {
  private static MatchSettings settings(GameMap map) {
    return SkirmishMatch.settings(map, 8, 60, 600, 1);
  }

  private static void assertRefused(String message, MatchSettings settings, GameMap map) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> GameChecks.check(new Skirmish(), settings, map));
    assertEquals(message, refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yard", "quarry", "citadel"})
  void theMapsThatShipFitAllThatCanBeAsked(String name) {
    GameMap map = SkirmishMatch.map(name);
    for (int teams : new int[] {0, 2}) {
      MatchSettings most = SkirmishMatch.settings(map, 64, 60, 600, 1);
      GameChecks.check(new Skirmish(), most.with(Skirmish.TEAMS, teams), map);
    }
  }

  @Test
  void oneTeamIsRefused() {
    GameMap map = TestMaps.sided();
    assertRefused(
        "teams of skirmish must be 0 or 2, not 1", settings(map).with(Skirmish.TEAMS, 1), map);
  }

  @Test
  void teamsNeedPlacesOfTheirOwn() {
    GameMap map = TestMaps.open();
    assertRefused(
        "maps/open.json: spawns have none of team 1", settings(map).with(Skirmish.TEAMS, 2), map);
  }

  @Test
  void aPropOfAnotherGameIsRefused() {
    GameMap map = TestMaps.furnished(TestMaps.prop("crate", 0, 0), TestMaps.prop("flag", 3, 0));
    assertRefused(
        "maps/open.json: props[1].kind \"flag\" is none of [crate, barrel, repair, boost, rail]",
        settings(map),
        map);
  }

  @Test
  void aMapWithGoalsIsRefused() {
    GameMap open = TestMaps.open();
    List<GameMap.Goal> goals = List.of(new GameMap.Goal(0, 0, 0, 1, 1));
    GameMap map =
        new GameMap(
            "pitch", open.sizeMeters(), open.walls(), open.spawns(), goals, open.props(), "");
    assertRefused("maps/pitch.json: goals must be empty: skirmish has no ball", settings(map), map);
  }
}
