package ringmaster.shared.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.time.TickRate;

/** Bodies that are wanted elsewhere, and the walls on their way. */
final class RoutesTest {
  private static final int HZ = 60;
  private static final float THERE_METERS = 1.5f;
  private static final Drift GAME = new Drift();

  private static final MatchSettings SETTINGS =
      new MatchSettings("drift", "sea", 1, new TickRate(HZ), 600, 1);

  private static final GameMap.Polyline OUTER =
      new GameMap.Polyline(List.of(-30f, -30f, 30f, -30f, 30f, 30f, -30f, 30f, -30f, -30f));

  /** A body that starts at a map's first spawn. */
  private static final class Drive {
    final Simulation match;
    final EntityFrame frame;
    final Routes routes;
    final int slot = GAME.bodySlot(SETTINGS, 0);

    Drive(GameMap map) {
      match = GAME.newSimulation(SETTINGS, map);
      frame = new EntityFrame(GAME.schema(SETTINGS, map));
      routes = new Routes(map, Drift.RADIUS_METERS);
      match.join(0);
      look();
    }

    void look() {
      frame.clear(0);
      match.capture(frame);
    }

    float metersTo(float x, float y) {
      float dx = x - frame.get(slot, BodyFields.X);
      float dy = y - frame.get(slot, BodyFields.Y);
      return (float) Math.sqrt(dx * dx + dy * dy);
    }

    boolean arrives(float x, float y, float maxSeconds) {
      for (int tick = 0; tick < maxSeconds * HZ && metersTo(x, y) > THERE_METERS; tick++) {
        match.tick(always(routes.towards(frame, slot, x, y)), Workers.ALONE);
        look();
      }
      return metersTo(x, y) <= THERE_METERS;
    }
  }

  private static TickCommands always(long command) {
    return new TickCommands() {
      @Override
      public long command(int seat) {
        return command;
      }

      @Override
      public int rewindSixteenths(int seat) {
        return 0;
      }
    };
  }

  private static GameMap map(List<GameMap.Polyline> walls, GameMap.Spawn... spawns) {
    return new GameMap("sea", 64, walls, List.of(spawns), List.of(), List.of(), "");
  }

  private static GameMap.Spawn at(float x, float y) {
    return new GameMap.Spawn(x, y, 0, 0);
  }

  @Test
  void aFreeWayIsDrivenStraight() {
    Drive drive = new Drive(map(List.of(OUTER), at(-20, 0)));
    assertEquals(
        Steering.towards(drive.frame, drive.slot, 3, 4),
        drive.routes.towards(drive.frame, drive.slot, -17, 4));
  }

  @Test
  void aBodyLeavesADeadEndThatOpensTheOtherWay() {
    GameMap.Polyline pocket = new GameMap.Polyline(List.of(-8f, 5f, 0f, 5f, 0f, -5f, -8f, -5f));
    assertTrue(new Drive(map(List.of(OUTER, pocket), at(-2, 0))).arrives(10, 0, 8));
  }

  @Test
  void aBodyComesThroughAGapAtTheEndOfALongWall() {
    GameMap.Polyline barrier = new GameMap.Polyline(List.of(0f, -30f, 0f, 26f));
    assertTrue(new Drive(map(List.of(OUTER, barrier), at(-10, -20))).arrives(10, -20, 15));
  }

  @Test
  void aPlaceThatNoWayLeadsToIsDrivenAt() {
    GameMap.Polyline barrier = new GameMap.Polyline(List.of(0f, -30f, 0f, 30f));
    Drive drive = new Drive(map(List.of(OUTER, barrier), at(-10, 0)));
    assertFalse(drive.arrives(10, 0, 5));
    assertTrue(drive.metersTo(0, 0) < 4, "not far from the wall");
  }

  @Test
  void everyPlaceOfTheYardIsReachedFromEveryOther() {
    GameMap yard = new GameMaps().load(new Skirmish(), "yard");
    for (GameMap.Spawn from : yard.spawns()) {
      for (GameMap.Spawn to : yard.spawns()) {
        Drive drive = new Drive(map(yard.walls(), from));
        assertTrue(drive.arrives(to.x(), to.y(), 15), "from " + from + " to " + to);
      }
    }
  }

  @Test
  void whoFleesFromACornerGoesWhereTheHunterIsNot() {
    GameMap map = map(List.of(OUTER), at(-25, -25), at(25, -25), at(-25, 25));
    Drive drive = new Drive(map);
    assertEquals(
        drive.routes.towards(drive.frame, drive.slot, 25, -25),
        drive.routes.awayFrom(drive.frame, drive.slot, -25, -15));
    assertEquals(
        drive.routes.towards(drive.frame, drive.slot, -25, 25),
        drive.routes.awayFrom(drive.frame, drive.slot, -15, -25));
  }
}
