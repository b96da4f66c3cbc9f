package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.physics.Queries;

final class SkirmishMapsTest {
  @Test
  void skirmishIsInstalled() {
    assertInstanceOf(Skirmish.class, Games.installed().find("skirmish"));
  }

  @ParameterizedTest
  @CsvSource({"1, yard", "8, yard", "9, quarry", "64, quarry"})
  void aMapIsChosenByTheNumberOfPlayers(int players, String map) {
    assertEquals(map, new Skirmish().mapFor(players));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yard", "quarry"})
  void tanksAndCratesFitWhereTheMapPutsThem(String name) {
    GameMap map = SkirmishMatch.map(name);
    Queries walls = MapWorld.walls(map);
    RouteGrid routes = new RouteGrid(map, walls);
    for (GameMap.Spawn spawn : map.spawns()) {
      assertTrue(
          RouteGrid.clear(walls, spawn.x(), spawn.y(), ArenaBodies.HULL_RADIUS_METERS + 0.3f));
      boolean first = spawn.equals(map.spawns().getFirst());
      boolean under = routes.next(spawn.x(), spawn.y(), 1) == routes.cell(spawn.x(), spawn.y());
      assertEquals(first, under, "the way from " + spawn + " to the first");
      for (GameMap.Prop crate : map.props()) {
        double distance = Math.hypot(crate.x() - spawn.x(), crate.y() - spawn.y());
        assertTrue(distance > 2, crate + " stands on " + spawn);
      }
    }
    for (GameMap.Prop crate : map.props()) {
      assertTrue(
          RouteGrid.clear(walls, crate.x(), crate.y(), ArenaBodies.CRATE_HALF_METERS), "" + crate);
    }
  }

  @ParameterizedTest
  @CsvSource({"yard, 12, 24", "quarry, 32, 80"})
  void thereAreSpawnsAndCratesEnough(String name, int spawns, int crates) {
    GameMap map = SkirmishMatch.map(name);
    assertTrue(map.spawns().size() >= spawns);
    assertEquals(crates, ArenaBodies.crates(map).size());
  }

  @Test
  void theFullestMatchFitsAFrameAndRangesDoNotMeet() {
    SkirmishMatch match = SkirmishMatch.full(64, 1);
    match.step();
    EntityFrame frame = match.capture();
    assertEquals(match.slots.tank(0), match.slots.player(63) + 1);
    assertEquals(match.slots.crate(0), match.slots.tank(63) + 1);
    assertEquals(match.slots.rocket(0), match.slots.crate(79) + 1);
    assertEquals(frame.capacity(), match.slots.rocket(64 * Rockets.PER_TANK - 1) + 1);
    assertEquals(SkirmishSlots.MATCH, frame.type(match.slots.match()));
    assertEquals(SkirmishSlots.PLAYER, frame.type(match.slots.player(63)));
    assertEquals(SkirmishSlots.TANK, frame.type(match.slots.tank(63)));
    assertEquals(SkirmishSlots.CRATE, frame.type(match.slots.crate(79)));
  }
}
