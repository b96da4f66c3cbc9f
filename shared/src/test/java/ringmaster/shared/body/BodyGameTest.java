package ringmaster.shared.body;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MapFormatException;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.time.TickRate;

/** Which maps a game of bodies can be played on, and what it tells its brains. */
final class BodyGameTest {
  private static final GameMap.Polyline OUTER =
      new GameMap.Polyline(List.of(-15f, -15f, 15f, -15f, 15f, 15f, -15f, 15f, -15f, -15f));

  private static final GameMap.Polyline GAPING =
      new GameMap.Polyline(List.of(-15f, -15f, 15f, -15f, 15f, 15f, -15f, 15f));

  private static final GameMap.Polyline INNER =
      new GameMap.Polyline(List.of(-1f, -1f, 1f, -1f, 0f, 1f, -1f, -1f));

  private static void check(int players, int spawns, GameMap.Polyline... walls) {
    MatchSettings settings = new MatchSettings("drift", "sea", players, new TickRate(60), 60, 1);
    GameChecks.check(new Drift(), settings, map(spawns, walls));
  }

  private static GameMap map(int spawns, GameMap.Polyline... walls) {
    List<GameMap.Spawn> places = new ArrayList<>();
    for (int i = 0; i < spawns; i++) {
      places.add(new GameMap.Spawn(4 * i, -3, 0, 0));
    }
    return new GameMap("sea", 32, List.of(walls), places, List.of(), List.of(), "");
  }

  private static String complaint(int players, int spawns, GameMap.Polyline... walls) {
    MapFormatException thrown =
        assertThrows(MapFormatException.class, () -> check(players, spawns, walls));
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void aMapWithAPlaceForEachAndAWallAroundThemIsPlayedOn() {
    assertDoesNotThrow(() -> check(3, 3, INNER, OUTER));
    assertDoesNotThrow(() -> check(2, 3, OUTER));
  }

  @Test
  void fewerPlacesThanPlayersAreRefused() {
    assertEquals("maps/sea.json: spawns are 3, below 4 players", complaint(4, 3, OUTER));
  }

  @Test
  void aPlaceWithoutAWallAroundItIsRefused() {
    String outside = "maps/sea.json: spawns[0] has no closed wall around it";
    assertEquals(outside, complaint(1, 1));
    assertEquals(outside, complaint(1, 1, INNER));
    assertEquals(outside, complaint(1, 1, GAPING));
    assertEquals(
        "maps/sea.json: spawns[4] has no closed wall around it", complaint(1, 5, INNER, OUTER));
  }

  @Test
  void brainsAreToldWhoIsNearest() {
    MatchSettings settings = new MatchSettings("drift", "sea", 3, new TickRate(60), 60, 1);
    GameMap map = map(3, OUTER);
    Drift game = new Drift();
    Simulation match = game.newSimulation(settings, map);
    EntityFrame frame = new EntityFrame(game.schema(settings, map));
    match.join(1);
    match.join(2);
    frame.clear(0);
    match.capture(frame);
    assertEquals(-1, game.nearest(frame, settings, 0, 0), "without a body of its own");
    assertEquals(2, game.nearest(frame, settings, 1, 0));
    assertEquals(-1, game.nearest(frame, settings, 1, 1), "nobody looks so");
    match.join(0);
    match.capture(frame);
    assertEquals(1, game.nearest(frame, settings, 0, 0));
  }
}
