package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.AimTable;

/** Warm-up, sudden death, score limit and result. */
final class SkirmishPhasesTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int A = 0;
  private static final int B = 1;

  private static SkirmishMatch match(GameMap map, MatchSettings settings) {
    SkirmishMatch match = new SkirmishMatch(map, settings);
    match.joinAll();
    return match;
  }

  private static MatchSettings settings(GameMap map, int seconds) {
    return SkirmishMatch.settings(map, 2, HZ, seconds, 1);
  }

  private static void shoot(SkirmishMatch match, int seat) {
    float dx = match.tank(1 - seat, BodyFields.X) - match.tank(seat, BodyFields.X);
    float dy = match.tank(1 - seat, BodyFields.Y) - match.tank(seat, BodyFields.Y);
    match.set(seat, Command.of(0, 0, AimTable.of(dx, dy), Skirmish.BUTTON_RAIL));
    match.step();
    match.set(seat, Command.NEUTRAL);
  }

  private static void kill(SkirmishMatch match, int victim) {
    while (match.alive(victim)) {
      shoot(match, 1 - victim);
    }
  }

  @Test
  void nothingCountsInTheWarmUp() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 60).with(MatchTimer.WARM_UP, 20));
    match.step(SHIELD_TICKS + 1);
    kill(match, B);
    assertEquals(Phase.WARM_UP, match.simulation.phase());
    for (int field : new int[] {SkirmishSlots.PLAYER_SCORE, SkirmishSlots.PLAYER_SHOTS}) {
      assertEquals(0, match.player(A, field));
    }
    assertEquals(0, match.player(B, SkirmishSlots.PLAYER_DEATHS));
  }

  @Test
  void allIsAsAtFirstWhenPlayBegins() {
    GameMap map =
        TestMaps.furnished(
            TestMaps.prop("crate", 0, 0),
            TestMaps.prop("barrel", 0, 3),
            TestMaps.prop("rail", -10, 0));
    SkirmishMatch match = match(map, settings(map, 60).with(MatchTimer.WARM_UP, 10));
    match.step(SHIELD_TICKS + 1);
    match.set(A, Command.of(0, 127, 0, 0));
    match.step(4 * HZ);
    shoot(match, B);
    match.set(B, Command.of(0, 0, 1024, Skirmish.BUTTON_ROCKET));
    while (match.simulation.phase() == Phase.WARM_UP) {
      match.step();
    }
    assertEquals(0, match.rockets());
    assertEquals(0, match.crate(0, BodyFields.X));
    assertEquals(0, match.crate(0, BodyFields.Y));
    assertEquals(1, match.frame.generation(match.slots.crate(0)), "it does not fly home");
    assertTrue(match.barrel(0));
    assertEquals(1, match.frame.quantized(match.slots.pickup(0), SkirmishSlots.PICKUP_READY));
    for (int seat = A; seat <= B; seat++) {
      assertEquals(100, match.health(seat));
      assertEquals(10, Math.abs(match.tank(seat, BodyFields.X)));
      assertEquals(0, match.tank(seat, BodyFields.VELOCITY_X), 1f / 16);
      assertEquals(SkirmishSlots.FLAG_SHIELD, (int) match.tank(seat, SkirmishSlots.TANK_FLAGS));
    }
  }

  @Test
  void aDeadPlayerIsBackWhenPlayBegins() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 60).with(MatchTimer.WARM_UP, 5));
    match.step(SHIELD_TICKS + 1);
    kill(match, B);
    match.step(2 * HZ + SHIELD_TICKS);
    while (match.simulation.phase() == Phase.WARM_UP) {
      shoot(match, A);
    }
    assertTrue(match.alive(B));
  }

  /** A match of three seconds that stands 0:0, just in overtime. */
  private static SkirmishMatch suddenDeath() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 3).with(MatchTimer.OVERTIME, 60));
    match.step(3 * HZ);
    assertEquals(Phase.OVERTIME, match.simulation.phase());
    return match;
  }

  @Test
  void damageCountsDoubleInSuddenDeath() {
    SkirmishMatch match = suddenDeath();
    shoot(match, A);
    assertEquals(20, match.health(B));
  }

  @Test
  void noShieldHoldsInSuddenDeath() {
    SkirmishMatch match = suddenDeath();
    match.simulation.leave(B);
    match.simulation.join(B);
    match.step();
    assertEquals(0, (int) match.tank(B, SkirmishSlots.TANK_FLAGS));
    shoot(match, A);
    assertEquals(20, match.health(B));
  }

  @Test
  void theNextKillEndsSuddenDeath() {
    SkirmishMatch match = suddenDeath();
    assertEquals(0, match.match(ArenaSlots.MATCH_WINNER));
    kill(match, B);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(A + 1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void twoKillsAtOnceLeaveSuddenDeathUndecided() {
    SkirmishMatch match = suddenDeath();
    int aim = match.tank(A, BodyFields.X) < 0 ? 0 : AimTable.ANGLES / 2;
    match.set(A, Command.of(0, 0, aim, Skirmish.BUTTON_RAIL));
    match.set(B, Command.of(0, 0, aim + AimTable.ANGLES / 2, Skirmish.BUTTON_RAIL));
    match.step(HZ + 1);
    assertFalse(match.alive(A) || match.alive(B));
    assertEquals(Phase.OVERTIME, match.simulation.phase());
  }

  @Test
  void withoutALeaderTheOvertimeEndsInADraw() {
    SkirmishMatch match = suddenDeath();
    match.step(60 * HZ);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(0, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void aLeadEndsTheMatchWithTheTime() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 10).with(MatchTimer.OVERTIME, 60));
    match.step(SHIELD_TICKS + 1);
    kill(match, A);
    match.step(10 * HZ);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(B + 1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void theScoreLimitEndsPlay() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 600).with(Skirmish.SCORE_LIMIT, 2));
    match.step(SHIELD_TICKS + 1);
    kill(match, B);
    assertEquals(Phase.PLAYING, match.simulation.phase());
    match.step(2 * HZ + SHIELD_TICKS);
    kill(match, B);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(A + 1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void aResultStaysWhenTheWinnerLeaves() {
    GameMap map = TestMaps.open();
    SkirmishMatch match = match(map, settings(map, 600).with(Skirmish.SCORE_LIMIT, 1));
    match.step(SHIELD_TICKS + 1);
    kill(match, B);
    match.simulation.leave(A);
    match.step();
    assertEquals(A + 1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void aBarrelThatBurnsDoesNotExplodeIntoTheResult() {
    GameMap map = TestMaps.furnished(TestMaps.prop("barrel", 0, 0));
    SkirmishMatch match = match(map, settings(map, 3));
    match.step(3 * HZ - 3);
    shoot(match, A);
    match.step(HZ);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertTrue(match.barrel(0));
  }
}
