package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
  @CsvSource({"1, yard", "8, yard", "9, quarry", "24, quarry", "25, citadel", "64, citadel"})
  void aMapIsChosenByTheNumberOfPlayers(int players, String map) {
    assertEquals(map, new Skirmish().mapFor(players));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yard", "quarry", "citadel"})
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
      for (GameMap.Prop prop : map.props()) {
        double distance = Math.hypot(prop.x() - spawn.x(), prop.y() - spawn.y());
        assertTrue(distance > 2, prop + " stands on " + spawn);
      }
    }
    for (GameMap.Prop prop : map.props()) {
      assertTrue(RouteGrid.clear(walls, prop.x(), prop.y(), 1), "" + prop);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yard", "quarry", "citadel"})
  void propsStandApart(String name) {
    List<GameMap.Prop> props = SkirmishMatch.map(name).props();
    for (int i = 0; i < props.size(); i++) {
      for (GameMap.Prop other : props.subList(0, i)) {
        double distance = Math.hypot(other.x() - props.get(i).x(), other.y() - props.get(i).y());
        assertTrue(distance >= 1.5, other + " and " + props.get(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"yard, 14, 7, 24, 8, 5", "quarry, 60, 30, 80, 16, 9", "citadel, 64, 32, 112, 44, 25"})
  void thereIsEnoughOfAll(
      String name, int spawns, int spawnsOfATeam, int crates, int barrels, int pickups) {
    GameMap map = SkirmishMatch.map(name);
    assertTrue(map.spawns().size() >= spawns);
    for (int team = 1; team <= 2; team++) {
      int side = team;
      long places = map.spawns().stream().filter(spawn -> spawn.team() == side).count();
      assertTrue(places >= spawnsOfATeam, "team " + team + " has " + places);
    }
    assertEquals(crates, ArenaBodies.crates(map).size());
    assertEquals(barrels, Barrels.of(map).size());
    assertEquals(pickups, Pickups.of(map).size());
  }

  @Test
  void theFullestMatchFitsAFrameAndRangesDoNotMeet() {
    SkirmishMatch match = SkirmishMatch.full(64, 1);
    match.step();
    EntityFrame frame = match.capture();
    assertEquals(match.slots.tank(0), match.slots.player(63) + 1);
    assertEquals(match.slots.crate(0), match.slots.tank(63) + 1);
    assertEquals(match.slots.barrel(0), match.slots.crate(111) + 1);
    assertEquals(match.slots.pickup(0), match.slots.barrel(43) + 1);
    assertEquals(match.slots.rocket(0), match.slots.pickup(24) + 1);
    assertEquals(frame.capacity(), match.slots.rocket(64 * Rockets.PER_TANK - 1) + 1);
    assertEquals(ArenaSlots.MATCH, frame.type(match.slots.match()));
    assertEquals(ArenaSlots.PLAYER, frame.type(match.slots.player(63)));
    assertEquals(ArenaSlots.TANK, frame.type(match.slots.tank(63)));
    assertEquals(SkirmishSlots.CRATE, frame.type(match.slots.crate(111)));
    assertEquals(SkirmishSlots.BARREL, frame.type(match.slots.barrel(43)));
    assertEquals(SkirmishSlots.PICKUP, frame.type(match.slots.pickup(24)));
  }
}
