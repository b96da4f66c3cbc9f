package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.AimTable;

final class SkirmishRulesTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int A = 0;
  private static final int B = 1;

  /** Two tanks 20 m apart whose shields are used up. */
  private static SkirmishMatch duel(GameMap map) {
    SkirmishMatch match = new SkirmishMatch(map, 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static int aimAt(SkirmishMatch match, int seat, float x, float y) {
    return AimTable.of(x - match.tank(seat, BodyFields.X), y - match.tank(seat, BodyFields.Y));
  }

  private static int aimAtOther(SkirmishMatch match, int seat) {
    int other = 1 - seat;
    return aimAt(match, seat, match.tank(other, BodyFields.X), match.tank(other, BodyFields.Y));
  }

  private static void press(SkirmishMatch match, int seat, int aim, int buttons) {
    match.set(seat, Command.of(0, 0, aim, buttons));
  }

  private static void shootOnce(SkirmishMatch match, int seat, int aim, int button) {
    press(match, seat, aim, button);
    match.step();
    press(match, seat, aim, 0);
  }

  private static void kill(SkirmishMatch match, int victim) {
    int killer = 1 - victim;
    press(match, killer, aimAtOther(match, killer), Skirmish.BUTTON_RAIL);
    while (match.alive(victim)) {
      match.step();
    }
    press(match, killer, 0, 0);
  }

  private static void join(SkirmishMatch match, int seat) {
    match.simulation.join(seat);
    match.step();
  }

  private static int score(SkirmishMatch match, int seat) {
    return match.player(seat, SkirmishSlots.PLAYER_SCORE);
  }

  @Test
  void aRailTakesFortyHealthAndCountsAsShotAndHit() {
    SkirmishMatch match = duel(TestMaps.open());
    shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL);
    assertEquals(60, match.health(B));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_SHOTS));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_HITS));
  }

  @Test
  void aRailBesideTheHullIsAShotAndNoHit() {
    SkirmishMatch match = duel(TestMaps.open());
    shootOnce(match, A, aimAtOther(match, A) + 40, Skirmish.BUTTON_RAIL);
    assertEquals(100, match.health(B));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_SHOTS));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_HITS));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aHeldRailFiresOnceASecondAndARocketEveryEightTenths(int hz) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, hz, 600, 1);
    match.joinAll();
    match.step();
    press(match, A, 1024, Skirmish.BUTTON_RAIL);
    press(match, B, 1024, Skirmish.BUTTON_ROCKET);
    match.step(4 * hz);
    assertEquals(4, match.player(A, SkirmishSlots.PLAYER_SHOTS));
    assertEquals(5, match.player(B, SkirmishSlots.PLAYER_SHOTS));
  }

  @Test
  void wallsAndCratesStopARail() {
    for (GameMap map : new GameMap[] {TestMaps.walled(), TestMaps.crated()}) {
      SkirmishMatch match = duel(map);
      shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL);
      assertEquals(100, match.health(B));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aShieldLastsOneAndAHalfSeconds(int hz) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, hz, 600, 1);
    match.joinAll();
    match.step();
    assertEquals(SkirmishSlots.FLAG_SHIELD, (int) match.tank(B, SkirmishSlots.TANK_FLAGS));
    press(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL);
    match.step(hz * 3 / 2);
    assertEquals(100, match.health(B));
    assertEquals(0, (int) match.tank(B, SkirmishSlots.TANK_FLAGS));
    match.step(hz);
    assertEquals(60, match.health(B));
  }

  @Test
  void whoShootsGivesUpTheShield() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, HZ, 600, 1);
    match.joinAll();
    match.step();
    shootOnce(match, A, 1024, Skirmish.BUTTON_ROCKET);
    assertEquals(0, (int) match.tank(A, SkirmishSlots.TANK_FLAGS));
  }

  @Test
  void aKillScoresAndTheVictimReturnsAfterTwoSeconds() {
    SkirmishMatch match = duel(TestMaps.open());
    kill(match, B);
    assertEquals(1, score(match, A));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_KILLS));
    assertEquals(1, match.player(B, SkirmishSlots.PLAYER_DEATHS));
    assertEquals(0, score(match, B));
    match.step(2 * HZ - 1);
    assertFalse(match.alive(B));
    match.step();
    assertEquals(100, match.health(B));
    assertEquals(SkirmishSlots.FLAG_SHIELD, (int) match.tank(B, SkirmishSlots.TANK_FLAGS));
  }

  @Test
  void twoWhoHitEachOtherInOneTickBothDie() {
    SkirmishMatch match = duel(TestMaps.open());
    press(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL);
    press(match, B, aimAtOther(match, B), Skirmish.BUTTON_RAIL);
    match.step(2 * HZ + 1);
    for (int seat = A; seat <= B; seat++) {
      assertFalse(match.alive(seat));
      assertEquals(1, score(match, seat));
      assertEquals(1, match.player(seat, SkirmishSlots.PLAYER_DEATHS));
    }
  }

  @Test
  void aTankReturnsWhereItsOpponentIsNot() {
    SkirmishMatch match = duel(TestMaps.open());
    for (int i = 0; i < 5; i++) {
      kill(match, B);
      match.step(2 * HZ + SHIELD_TICKS);
      float distance = match.tank(A, BodyFields.X) - match.tank(B, BodyFields.X);
      assertEquals(20, Math.abs(distance), 0.1f);
    }
  }

  @Test
  void aRailHitsWhereTheShooterSawTheTarget() {
    int back = 12;
    for (int rewind : new int[] {0, back * 16}) {
      SkirmishMatch match = duel(TestMaps.open());
      crossView(match);
      float[] seen = driveAndRemember(match, back);
      match.setRewind(A, rewind);
      shootOnce(match, A, aimAt(match, A, seen[0], seen[1]), Skirmish.BUTTON_RAIL);
      assertEquals(rewind == 0 ? 100 : 60, match.health(B), "rewind " + rewind);
    }
  }

  /** Makes B drive across A's view at full speed. */
  private static void crossView(SkirmishMatch match) {
    match.set(B, Command.of(127, 0, 0, 0));
    match.step(38);
    match.set(B, Command.of(0, 127, 0, 0));
    match.step(60);
  }

  /** Drives on and returns where B was at the beginning. */
  private static float[] driveAndRemember(SkirmishMatch match, int ticks) {
    float[] seen = {match.tank(B, BodyFields.X), match.tank(B, BodyFields.Y)};
    match.step(ticks);
    return seen;
  }

  @Test
  void noRewindReachesBeyondThreeHundredMilliseconds() {
    SkirmishMatch match = duel(TestMaps.open());
    crossView(match);
    float[] tooOld = driveAndRemember(match, 12);
    float[] oldest = driveAndRemember(match, 18);
    byte[] now = match.save();
    match.setRewind(A, 30 * 16);
    shootOnce(match, A, aimAt(match, A, tooOld[0], tooOld[1]), Skirmish.BUTTON_RAIL);
    assertEquals(100, match.health(B));
    match.restore(now);
    shootOnce(match, A, aimAt(match, A, oldest[0], oldest[1]), Skirmish.BUTTON_RAIL);
    assertEquals(60, match.health(B));
  }

  @Test
  void aRewindFallsBetweenTwoTicks() {
    SkirmishMatch match = duel(TestMaps.open());
    crossView(match);
    float[] older = driveAndRemember(match, 1);
    float[] newer = driveAndRemember(match, 5);
    assertNotEquals(older[1], newer[1]);
    // One hull radius beside the pose at 5.5 ticks back, to either side, is the edge of a hit.
    match.setRewind(A, 5 * 16 + 8);
    float middleX = (older[0] + newer[0]) / 2;
    float middleY = (older[1] + newer[1]) / 2;
    byte[] before = match.save();
    for (int side = -1; side <= 1; side += 2) {
      match.restore(before);
      float dx = middleX - match.tank(A, BodyFields.X);
      float dy = middleY - match.tank(A, BodyFields.Y);
      float distance = (float) Math.sqrt(dx * dx + dy * dy);
      float offX = -dy / distance * side;
      float offY = dx / distance * side;
      shootOnce(
          match,
          A,
          aimAt(match, A, middleX + 0.96f * offX, middleY + 0.96f * offY),
          Skirmish.BUTTON_RAIL);
      assertEquals(60, match.health(B));
      match.restore(before);
      shootOnce(
          match,
          A,
          aimAt(match, A, middleX + 1.06f * offX, middleY + 1.06f * offY),
          Skirmish.BUTTON_RAIL);
      assertEquals(100, match.health(B));
    }
  }

  @Test
  void aTankIsNotHitWhereItsForerunnerStood() {
    SkirmishMatch match = duel(TestMaps.open());
    int aim = aimAtOther(match, A);
    match.setRewind(A, 10 * 16);
    match.simulation.leave(B);
    match.simulation.join(B);
    match.step();
    shootOnce(match, A, aim, Skirmish.BUTTON_RAIL);
    assertEquals(100, match.health(B));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_HITS));
  }

  @Test
  void aShieldThatWasSeenProtects() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 5);
    match.setRewind(A, 10 * 16);
    shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL);
    assertEquals(100, match.health(B));
  }

  @Test
  void aRocketFliesAndHurtsAndShoves() {
    SkirmishMatch match = duel(TestMaps.open());
    shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_ROCKET);
    assertEquals(1, match.rockets());
    match.step(30);
    assertEquals(100, match.health(B));
    float x = match.tank(B, BodyFields.X);
    match.step(15);
    assertEquals(0, match.rockets());
    // The rocket's rim meets the hull's: its centre is 0.2 m from it.
    assertEquals(100 - 43, match.health(B));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_HITS));
    assertTrue(Math.abs(match.tank(B, BodyFields.X)) > Math.abs(x));
  }

  @Test
  void aRocketShovesACrate() {
    SkirmishMatch match = duel(TestMaps.crated());
    shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_ROCKET);
    match.step(60);
    assertTrue(Math.abs(match.crate(0, BodyFields.X)) > 2);
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_HITS));
  }

  @Test
  void aWallShieldsFromSplash() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.corner(), 1, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    shootOnce(match, A, 0, Skirmish.BUTTON_ROCKET);
    match.step(2);
    assertTrue(match.health(A) < 100, "in front of the wall");

    SkirmishMatch behind = duel(TestMaps.walled());
    driveUpToTheWall(behind);
    int health = behind.health(B);
    shootOnce(behind, A, aimAtOther(behind, A), Skirmish.BUTTON_ROCKET);
    behind.step(30);
    assertTrue(behind.health(A) < 100);
    assertEquals(health, behind.health(B));
  }

  private static void driveUpToTheWall(SkirmishMatch match) {
    match.set(A, Command.of(0, 127, 0, 0));
    match.set(B, Command.of(0, 127, 0, 0));
    match.step(120);
    assertEquals(1, Math.abs(match.tank(A, BodyFields.X)), 0.1f);
    assertEquals(1, Math.abs(match.tank(B, BodyFields.X)), 0.1f);
  }

  @Test
  void whoDiesOfTheOwnRocketLosesAPoint() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.corner(), 1, HZ, 600, 1);
    join(match, A);
    match.step(SHIELD_TICKS);
    press(match, A, 0, Skirmish.BUTTON_ROCKET);
    match.set(A, Command.of(0, 127, 0, Skirmish.BUTTON_ROCKET));
    match.step(3 * HZ);
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_DEATHS));
    assertEquals(-1, score(match, A));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_KILLS));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_HITS));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aRocketBurnsOutAfterThreeSeconds(int hz) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 1, hz, 600, 1);
    join(match, A);
    shootOnce(match, A, 1024, Skirmish.BUTTON_ROCKET);
    match.step(3 * hz - 2);
    assertEquals(1, match.rockets());
    assertEquals(
        28f * (3 * hz - 1) / hz, match.frame.get(match.slots.rocket(0), BodyFields.Y), 0.02f);
    match.step();
    assertEquals(0, match.rockets());
  }

  @Test
  void aTankPushesACrate() {
    SkirmishMatch match = duel(TestMaps.crated());
    match.set(A, Command.of(0, 127, 0, 0));
    match.step(120);
    assertTrue(Math.abs(match.crate(0, BodyFields.X)) > 5);
  }

  @Test
  void aTankReachesFourteenMetersPerSecondAndMoreWithBoost() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 1, HZ, 600, 1);
    join(match, A);
    match.set(A, Command.of(0, 127, 0, 0));
    match.step(300);
    assertEquals(14, Math.abs(match.tank(A, BodyFields.VELOCITY_X)), 0.1f);
    match.set(A, Command.of(0, 127, 0, Skirmish.BUTTON_BOOST));
    match.step(100);
    assertTrue(Math.abs(match.tank(A, BodyFields.VELOCITY_X)) > 20);
    assertEquals(ArenaSlots.FLAG_BOOSTING, (int) match.tank(A, SkirmishSlots.TANK_FLAGS));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aBoostLastsTwoSecondsAndComesBackInEight(int hz) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 1, hz, 600, 1);
    join(match, A);
    match.step(2 * hz);
    assertEquals(2 * hz, boostTicks(match));
    match.set(A, Command.NEUTRAL);
    match.step(4 * hz);
    assertEquals(hz, boostTicks(match));
  }

  private static int boostTicks(SkirmishMatch match) {
    match.set(A, Command.of(127, 1, 0, Skirmish.BUTTON_BOOST));
    int ticks = 0;
    match.step();
    while (((int) match.tank(A, SkirmishSlots.TANK_FLAGS) & ArenaSlots.FLAG_BOOSTING) != 0) {
      match.step();
      ticks++;
    }
    return ticks;
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aMatchIsPlayedThenShownThenOver(int hz) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, hz, 3, 1);
    match.joinAll();
    match.step(3 * hz - 1);
    assertEquals(Phase.PLAYING, match.simulation.phase());
    assertEquals(1, remainingSeconds(match));
    match.step();
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(10, remainingSeconds(match));
    match.step(10 * hz - 1);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    match.step();
    assertEquals(Phase.OVER, match.simulation.phase());
    assertEquals(0, remainingSeconds(match));
    match.step(hz);
    assertEquals(Phase.OVER, match.simulation.phase());
  }

  private static int remainingSeconds(SkirmishMatch match) {
    assertEquals(match.simulation.phase().ordinal(), match.match("phase"));
    return match.match("remaining");
  }

  @Test
  void nobodyIsHurtWhileResultsAreShown() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, HZ, 3, 1);
    match.joinAll();
    match.step(3 * HZ - 5);
    shootOnce(match, A, aimAtOther(match, A), Skirmish.BUTTON_ROCKET);
    assertEquals(1, match.rockets());
    match.step(4);
    assertEquals(0, match.rockets());
    press(match, A, aimAtOther(match, A), Skirmish.BUTTON_RAIL | Skirmish.BUTTON_ROCKET);
    match.step(5 * HZ);
    assertEquals(100, match.health(B));
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_SHOTS));
  }

  @Test
  void whoLeavesTakesTankAndRocketsAlong() {
    SkirmishMatch match = duel(TestMaps.open());
    shootOnce(match, A, 1024, Skirmish.BUTTON_ROCKET);
    match.simulation.leave(A);
    match.step(3 * HZ);
    assertFalse(match.alive(A));
    assertEquals(0, match.rockets());
    assertFalse(match.frame.present(match.slots.player(A)));
  }

  @Test
  void whoTakesAFreedSeatBeginsAnew() {
    SkirmishMatch match = duel(TestMaps.open());
    kill(match, B);
    int player = match.capture().generation(match.slots.player(A));
    int tank = match.frame.generation(match.slots.tank(A));
    match.simulation.leave(A);
    match.step();
    join(match, A);
    assertEquals(0, score(match, A));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_SHOTS));
    assertNotEquals(player, match.frame.generation(match.slots.player(A)));
    assertNotEquals(tank, match.frame.generation(match.slots.tank(A)));
  }

  @Test
  void aRestingCrateLooksTheSameTickAfterTick() {
    SkirmishMatch match = SkirmishMatch.full(8, 1);
    match.step(120);
    int[] values = crateValues(match);
    for (int tick = 0; tick < 100; tick++) {
      match.step();
      assertArrayEquals(values, crateValues(match));
    }
  }

  private static int[] crateValues(SkirmishMatch match) {
    match.capture();
    int[] values = new int[4 * match.slots.crates()];
    for (int i = 0; i < values.length; i++) {
      values[i] = match.frame.quantized(match.slots.crate(i / 4), i % 4);
    }
    return values;
  }

  @Test
  void countersStopAtTheirLimits() {
    Players players = new Players(2, SkirmishSlots.TALLIES);
    MatchTimer timer = new MatchTimer(duel(TestMaps.open()).settings);
    Scores scores = new Scores(players, new Teams(2, Teams.NONE), timer);
    for (int i = 0; i < Scores.MAX_COUNT + 10; i++) {
      scores.countShot(A);
      scores.countHit(A);
      scores.countDeath(B, A);
    }
    assertEquals(Scores.MAX_COUNT, players.tally(A, SkirmishSlots.PLAYER_SHOTS));
    assertEquals(Scores.MAX_COUNT, players.tally(A, SkirmishSlots.PLAYER_HITS));
    assertEquals(Scores.MAX_COUNT, players.tally(A, SkirmishSlots.PLAYER_KILLS));
    assertEquals(Scores.MAX_COUNT, players.tally(B, SkirmishSlots.PLAYER_DEATHS));
    assertEquals(Scores.MAX_SCORE, players.tally(A, SkirmishSlots.PLAYER_SCORE));
    for (int i = 0; i < 2 * Scores.MAX_SCORE + 10; i++) {
      scores.countDeath(A, A);
    }
    assertEquals(-Scores.MAX_SCORE, players.tally(A, SkirmishSlots.PLAYER_SCORE));
  }
}
