package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;

/** What a shot on a slow line does to whoever has taken cover meanwhile, and to what moved. */
class LagCompensationTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int MAX_REWIND_TICKS = 18;
  private static final int COVER_TICKS = 12;

  /** Y of the end of the wall at x = 0. */
  private static final float WALL_END_METERS = 10;

  private final List<float[]> places = new ArrayList<>();

  private static SkirmishMatch ambush(GameMap.Prop... props) {
    return ambush(TestMaps.walled().walls(), props);
  }

  /** A shooter at (-10, 0), and a runner at (10, 50) that looks down to where a wall hides it. */
  private static SkirmishMatch ambush(List<GameMap.Polyline> walls, GameMap.Prop... props) {
    List<GameMap.Spawn> spawns =
        List.of(
            new GameMap.Spawn(-10, 0, 0, 0),
            new GameMap.Spawn(10, 50, (float) (-StrictMath.PI / 2), 0));
    GameMap map =
        new GameMap(
            "ambush", TestMaps.walled().sizeMeters(), walls, spawns, List.of(), List.of(props), "");
    SkirmishMatch match = new SkirmishMatch(map, 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static int shooter(SkirmishMatch match) {
    return match.tank(0, BodyFields.X) < 0 ? 0 : 1;
  }

  private static float[] place(SkirmishMatch match, int seat) {
    return new float[] {match.tank(seat, BodyFields.X), match.tank(seat, BodyFields.Y)};
  }

  /** Whether the wall hides even the rim of a runner at a place. */
  private static boolean hidden(float[] place) {
    return (place[1] + ArenaBodies.HULL_RADIUS_METERS) / 2 < WALL_END_METERS;
  }

  /** Where the runner was so many ticks ago. */
  private float[] seen(int ticksAgo) {
    return places.get(places.size() - 1 - ticksAgo);
  }

  /** Whether the shooter saw the middle of the runner then. */
  private boolean inTheOpen(int ticksAgo) {
    return places.size() > ticksAgo && seen(ticksAgo)[1] / 2 > WALL_END_METERS;
  }

  /**
   * Shoots at where the runner was so many ticks ago, as if on a line that slow; then undoes it.
   */
  private boolean hits(SkirmishMatch match, int ticksAgo) {
    int shooter = shooter(match);
    byte[] before = match.save();
    int aim = AimTable.of(seen(ticksAgo)[0] + 10, seen(ticksAgo)[1]);
    match.setRewind(shooter, ticksAgo * 16);
    match.set(shooter, Command.of(0, 0, aim, Skirmish.BUTTON_RAIL));
    match.step();
    boolean hit = match.health(1 - shooter) < 100;
    match.restore(before);
    match.set(shooter, Command.NEUTRAL);
    return hit;
  }

  private void run(SkirmishMatch match) {
    match.set(1 - shooter(match), Command.of(0, 127, 0, Skirmish.BUTTON_BOOST));
    match.step();
    places.add(place(match, 1 - shooter(match)));
  }

  private void runUntilHidden(SkirmishMatch match) {
    while (places.isEmpty() || !hidden(places.getLast())) {
      run(match);
    }
  }

  /** On the slowest line that counts, on which the shooter sees the runner in the open still. */
  @Test
  void whoHasBeenBehindAWallForAFifthOfASecondIsSafe() {
    SkirmishMatch match = ambush();
    runUntilHidden(match);
    int hits = 0;
    int misses = 0;
    for (int hiddenTicks = 1; inTheOpen(MAX_REWIND_TICKS); hiddenTicks++) {
      boolean hit = hits(match, MAX_REWIND_TICKS);
      if (hiddenTicks <= COVER_TICKS) {
        assertTrue(hit, "missed after " + hiddenTicks + " ticks behind the wall");
        hits++;
      } else if (hiddenTicks > COVER_TICKS + 1) {
        assertFalse(hit, "hit after " + hiddenTicks + " ticks behind the wall");
        misses++;
      }
      run(match);
    }
    assertEquals(COVER_TICKS, hits);
    assertTrue(misses > 0);
  }

  /** What is safe behind a whole wall is not behind one with a gap that it has passed. */
  @Test
  void whoWasInSightForAMomentIsNotInCover() {
    List<GameMap.Polyline> gap =
        List.of(
            new GameMap.Polyline(List.of(0f, -10f, 0f, 8.5f)),
            new GameMap.Polyline(List.of(0f, 8.7f, 0f, 10f)));
    for (List<GameMap.Polyline> walls : List.of(TestMaps.walled().walls(), gap)) {
      places.clear();
      SkirmishMatch match = ambush(walls);
      runUntilHidden(match);
      for (int i = 0; i < COVER_TICKS + 1; i++) {
        run(match);
      }
      assertTrue(inTheOpen(MAX_REWIND_TICKS));
      assertEquals(walls == gap, hits(match, MAX_REWIND_TICKS));
    }
  }

  @Test
  void aLineOfUpToAFifthOfASecondHitsAllItSees() {
    SkirmishMatch match = ambush();
    runUntilHidden(match);
    int hiddenTicks = 0;
    for (; inTheOpen(COVER_TICKS); hiddenTicks++) {
      assertTrue(hits(match, COVER_TICKS), hiddenTicks + " ticks behind the wall");
      run(match);
    }
    assertTrue(hiddenTicks > COVER_TICKS / 2);
  }

  /** A crate was in the way as the shooter saw it, and a rocket's blast has moved it since. */
  @Test
  void aCrateStopsABeamWhereItWasSeen() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.crated(), 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    int shooter = shooter(match);
    match.set(shooter, Command.of(0, 0, AimTable.of(10, -0.7f), Skirmish.BUTTON_ROCKET));
    match.step();
    match.set(shooter, Command.NEUTRAL);
    int ticks = 0;
    while (Math.abs(match.crate(0, BodyFields.Y)) < 0.3f) {
      match.step();
      ticks++;
      assertTrue(ticks < 60, "no blast");
    }
    int out = 0;
    while (Math.abs(match.crate(0, BodyFields.Y)) < 1.3f) {
      match.step();
      out++;
      assertTrue(out < MAX_REWIND_TICKS, "too slow");
    }
    for (int rewindTicks : new int[] {0, out}) {
      byte[] before = match.save();
      match.setRewind(shooter, rewindTicks * 16);
      match.set(shooter, Command.of(0, 0, AimTable.of(1, 0), Skirmish.BUTTON_RAIL));
      match.step();
      assertEquals(rewindTicks > 0, match.health(1 - shooter) == 100, "rewind " + rewindTicks);
      match.restore(before);
    }
  }

  /** A barrel is lit where the shooter saw it, though the runner has pushed it on. */
  @Test
  void aBarrelIsHitWhereItWasSeen() {
    SkirmishMatch match = ambush(TestMaps.prop(Barrels.PROP, 10, 47));
    int barrel = match.slots.barrel(0);
    while (match.capture().get(barrel, BodyFields.Y) > 35) {
      run(match);
    }
    int shooter = shooter(match);
    float seenY = match.frame.get(barrel, BodyFields.Y);
    for (int i = 0; i < COVER_TICKS; i++) {
      run(match);
    }
    assertTrue(seenY - match.capture().get(barrel, BodyFields.Y) > 1, "has not moved on");
    for (int rewindTicks : new int[] {0, COVER_TICKS}) {
      byte[] before = match.save();
      match.setRewind(shooter, rewindTicks * 16);
      match.set(shooter, Command.of(0, 0, AimTable.of(20, seenY), Skirmish.BUTTON_RAIL));
      match.step(HZ / 4);
      assertEquals(rewindTicks == 0, match.barrel(0), "rewind " + rewindTicks);
      match.restore(before);
    }
  }
}
