package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MapFormatException;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

final class ScrumMapsTest {
  private static final float TOLERANCE_METERS = 1e-3f;

  private final Scrum game = new Scrum();

  private static MatchSettings settings(int players) {
    return new MatchSettings("scrum", "test", players, new TickRate(60), 600, 1);
  }

  private void assertRefused(GameMap map, int players, String message) {
    MapFormatException refusal =
        assertThrows(
            MapFormatException.class, () -> GameChecks.check(game, settings(players), map));
    assertEquals("maps/test.json: " + message, refusal.getMessage());
  }

  private static GameMap withGoals(List<GameMap.Goal> goals) {
    GameMap map = TestPitches.striker();
    return new GameMap(
        map.name(), map.sizeMeters(), map.walls(), map.spawns(), goals, map.props(), "");
  }

  @Test
  void scrumIsInstalled() {
    assertInstanceOf(Scrum.class, Games.installed().find("scrum"));
  }

  @ParameterizedTest
  @CsvSource({"2, pitch", "10, pitch", "11, stadium", "16, stadium"})
  void aMapIsChosenByTheNumberOfPlayers(int players, String map) {
    assertEquals(map, game.mapFor(players));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pitch", "stadium"})
  void theMapsThatShipCanBePlayedByAll(String name) {
    GameChecks.check(game, settings(16), ScrumMatch.map(name));
  }

  @Test
  void aSeventeenthPlayerIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GameChecks.check(game, settings(17), ScrumMatch.map("stadium")));
  }

  @Test
  void aMapWithoutOneGoalOfEachTeamIsRefused() {
    GameMap.Goal one = TestPitches.goals().getFirst();
    GameMap.Goal two = TestPitches.goals().getLast();
    assertRefused(withGoals(List.of()), 2, "goals must be two in scrum, not 0");
    assertRefused(withGoals(List.of(one, two, two)), 2, "goals must be two in scrum, not 3");
    assertRefused(withGoals(List.of(one, one)), 2, "goals lack the goal of team 2");
    assertRefused(withGoals(List.of(two, two)), 2, "goals lack the goal of team 1");
  }

  @Test
  void aMapWithoutPlacesForBothTeamsIsRefused() {
    assertRefused(
        TestPitches.with(List.of(TestPitches.LEFT_1)), 2, "spawns of team 2 are 0, below 1");
    assertRefused(TestPitches.striker(), 3, "spawns of team 1 are 1, below 2");
  }

  @Test
  void aPropThatIsNoCrateIsRefused() {
    List<GameMap.Spawn> spawns = TestPitches.striker().spawns();
    GameMap.Prop crate = new GameMap.Prop("crate", 8, 8, 0);
    GameMap.Prop barrel = new GameMap.Prop("barrel", -8, 8, 0);
    GameMap map = TestPitches.with(spawns, List.of(), List.of(crate, barrel));
    assertRefused(map, 2, "props[1].kind must be crate in scrum");
    GameChecks.check(game, settings(2), TestPitches.with(spawns, List.of(), List.of(crate)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pitch", "stadium"})
  void tanksFitAndTheBallIsInSightOfAll(String name) {
    GameMap map = ScrumMatch.map(name);
    Queries walls = MapWorld.walls(map);
    assertTrue(RouteGrid.clear(walls, 0, 0, Ball.RADIUS_METERS));
    for (GameMap.Spawn spawn : map.spawns()) {
      assertTrue(
          RouteGrid.clear(walls, spawn.x(), spawn.y(), ArenaBodies.HULL_RADIUS_METERS + 0.3f));
      assertTrue(walls.visible(spawn.x(), spawn.y(), 0, 0, MapWorld.CATEGORY_WALL));
      double away = Math.hypot(spawn.x(), spawn.y());
      double ahead = -spawn.x() * Math.cos(spawn.angle()) - spawn.y() * Math.sin(spawn.angle());
      assertEquals(away, ahead, 0.01, spawn + " faces the centre");
    }
  }

  /** Half a turn about the centre leaves everything in its place but swaps the teams. */
  @ParameterizedTest
  @ValueSource(strings = {"pitch", "stadium"})
  void neitherTeamHasTheBetterEnd(String name) {
    GameMap map = ScrumMatch.map(name);
    List<GameMap.Spawn> ones = map.spawns().stream().filter(s -> s.team() == 1).toList();
    List<GameMap.Spawn> twos = map.spawns().stream().filter(s -> s.team() == 2).toList();
    assertEquals(8, ones.size());
    assertEquals(8, twos.size());
    for (int i = 0; i < 8; i++) {
      assertEquals(-ones.get(i).x(), twos.get(i).x(), TOLERANCE_METERS);
      assertEquals(-ones.get(i).y(), twos.get(i).y(), TOLERANCE_METERS);
    }
    for (GameMap.Polyline wall : map.walls()) {
      for (int i = 0; i < wall.points().size(); i += 2) {
        float x = wall.points().get(i);
        float y = wall.points().get(i + 1);
        assertTrue(hasCorner(map, -x, -y), "no corner at " + -x + ", " + -y);
      }
    }
  }

  private static boolean hasCorner(GameMap map, float x, float y) {
    for (GameMap.Polyline wall : map.walls()) {
      for (int i = 0; i < wall.points().size(); i += 2) {
        if (wall.points().get(i) == x && wall.points().get(i + 1) == y) {
          return true;
        }
      }
    }
    return false;
  }

  /** A ball that has crossed must have room, so that no wall throws it out of the goal line. */
  @ParameterizedTest
  @ValueSource(strings = {"pitch", "stadium"})
  void theWholeBallFitsBehindEachGoalLine(String name) {
    GameMap map = ScrumMatch.map(name);
    Queries walls = MapWorld.walls(map);
    for (GameMap.Goal goal : map.goals()) {
      float x = goal.x0() + Math.signum(goal.x0()) * Ball.RADIUS_METERS;
      assertTrue(RouteGrid.clear(walls, x, 0, Ball.RADIUS_METERS));
    }
  }

  @Test
  void theFullestMatchFitsAFrameAndRangesDoNotMeet() {
    ScrumMatch match = ScrumMatch.full(16, 1);
    match.step();
    EntityFrame frame = match.capture();
    assertEquals(match.slots.tank(0), match.slots.player(15) + 1);
    assertEquals(match.slots.ball(), match.slots.tank(15) + 1);
    assertEquals(match.slots.crate(0), match.slots.ball() + 1);
    assertEquals(frame.capacity(), match.slots.crate(0));
    assertEquals(ArenaSlots.MATCH, frame.type(match.slots.match()));
    assertEquals(ArenaSlots.PLAYER, frame.type(match.slots.player(15)));
    assertEquals(ArenaSlots.TANK, frame.type(match.slots.tank(15)));
    assertEquals(ScrumSlots.BALL, frame.type(match.slots.ball()));
    assertEquals(game.bodySlot(match.settings, 15), match.slots.tank(15));
    assertEquals(game.playerSlot(15), match.slots.player(15));
  }
}
