package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.time.TickRate;

/** Seats join team 1 and team 2 in turn: seat 0 is A of team 1, seat 1 is B of team 2. */
final class ScrumRulesTest {
  private static final int HZ = 60;
  private static final int A = 0;
  private static final int B = 1;
  private static final int AHEAD = 0;
  private static final int BACK = 2048;
  private static final int CELEBRATION_TICKS = 2 * HZ;

  private static ScrumMatch match(GameMap map) {
    return match(map, 600, MatchTimer.WARM_UP, 0);
  }

  private static ScrumMatch match(GameMap map, int seconds, GameSetting setting, int value) {
    MatchSettings settings =
        new MatchSettings("scrum", "test", 2, new TickRate(HZ), seconds, 1)
            .with(MatchTimer.WARM_UP, 0)
            .with(setting, value);
    ScrumMatch match = new ScrumMatch(map, settings);
    match.joinAll();
    match.step();
    return match;
  }

  private static void shove(ScrumMatch match, int seat, int aim) {
    match.set(seat, Command.of(0, 0, aim, Scrum.BUTTON_SHOVE));
    match.step();
    match.set(seat, Command.of(0, 0, aim, 0));
  }

  /** Seat's shove sends the ball over team 2's line. */
  private static void shoveIn(ScrumMatch match, int seat) {
    shove(match, seat, AHEAD);
    assertTrue(match.stepUntil(ScrumEvents.GOAL, 2 * HZ));
  }

  private static Phase phase(ScrumMatch match) {
    return match.simulation.phase();
  }

  private static float ballSpeed(ScrumMatch match) {
    return (float) Math.hypot(match.ball(BodyFields.VELOCITY_X), match.ball(BodyFields.VELOCITY_Y));
  }

  @Test
  void aBallOverALineCountsForTheOthersAndForWhoTouchedItLast() {
    ScrumMatch match = match(TestPitches.striker());
    shoveIn(match, A);
    assertEquals(1, match.goals(1));
    assertEquals(0, match.goals(2));
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_SCORE));
    assertTrue(match.ball(BodyFields.X) >= TestPitches.GOAL_METERS);
  }

  @Test
  void anOwnGoalCountsButIsNobodys() {
    ScrumMatch match = match(TestPitches.with(List.of(TestPitches.AWAY_1, TestPitches.LEFT_2)));
    shoveIn(match, B);
    assertEquals(1, match.goals(1));
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_SCORE));
    assertEquals(0, match.player(B, ScrumSlots.PLAYER_SCORE));
  }

  @Test
  void aShotThatADefenderOnlyGrazesIsTheShootersGoal() {
    GameMap.Spawn beside = new GameMap.Spawn(4, 2.9f, 0, 2);
    ScrumMatch match = match(TestPitches.with(List.of(TestPitches.LEFT_1, beside)));
    shoveIn(match, A);
    assertEquals(1, match.player(B, ScrumSlots.PLAYER_TOUCHES));
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_SCORE));
  }

  @Test
  void whoIsCreditedDependsOnTheLastTouchesOfBothTeams() {
    Teams teams = new Teams(3, 2);
    for (int seat = 0; seat < 3; seat++) {
      teams.join(seat);
    }
    BallTouches touches = new BallTouches(3, new TickRate(HZ));
    assertFalse(touches.any());
    assertEquals(BallTouches.NOBODY, touches.scorer(teams, 1));
    touches.touch(0, 100);
    touches.touch(2, 110);
    assertTrue(touches.any());
    assertEquals(2, touches.scorer(teams, 1));
    assertEquals(BallTouches.NOBODY, touches.scorer(teams, 2));
    touches.touch(1, 110 + 3 * HZ);
    assertEquals(2, touches.scorer(teams, 1));
    touches.touch(1, 111 + 3 * HZ);
    assertEquals(BallTouches.NOBODY, touches.scorer(teams, 1));
    touches.leave(1);
    touches.leave(2);
    assertEquals(0, touches.scorer(teams, 1));
  }

  @Test
  void afterTwoSecondsOfCelebrationAllStandAsAtTheStart() {
    ScrumMatch match = match(TestPitches.striker());
    int life = match.capture().generation(match.slots.tank(A));
    shoveIn(match, A);
    match.set(A, Command.of(127, 127, 0, 0));
    match.step(CELEBRATION_TICKS);
    match.set(A, Command.NEUTRAL);
    assertTrue(Math.abs(match.ball(BodyFields.X)) > 1);
    match.step();
    assertEquals(0, match.ball(BodyFields.X), 0.01f);
    assertEquals(0, ballSpeed(match), 0.05f);
    assertEquals(-TestPitches.NEAR_METERS, match.tank(A, BodyFields.X), 0.01f);
    assertEquals(0, match.tank(A, BodyFields.VELOCITY_X), 0.05f);
    assertEquals(life + 1, match.frame.generation(match.slots.tank(A)));
    assertEquals(1, match.goals(1));
  }

  @Test
  void aBallThatComesBackOverTheLineIsNoSecondGoal() {
    GameMap.Polyline wall = new GameMap.Polyline(List.of(9f, -10f, 9f, 10f));
    List<GameMap.Spawn> spawns = List.of(TestPitches.LEFT_1, TestPitches.AWAY_2);
    ScrumMatch match = match(TestPitches.with(spawns, List.of(wall), List.of()));
    shoveIn(match, A);
    boolean back = false;
    for (int tick = 1; tick < CELEBRATION_TICKS; tick++) {
      match.step();
      back |= match.ball(BodyFields.X) < TestPitches.GOAL_METERS;
    }
    assertTrue(back);
    assertEquals(1, match.goals(1));
  }

  @Test
  void theScoreLimitEndsTheMatch() {
    ScrumMatch match = match(TestPitches.striker(), 600, Scrum.SCORE_LIMIT, 2);
    shoveIn(match, A);
    assertEquals(Phase.PLAYING, phase(match));
    assertEquals(0, match.match(ArenaSlots.MATCH_WINNER));
    match.step(CELEBRATION_TICKS + 1);
    shoveIn(match, A);
    assertEquals(Phase.RESULTS, phase(match));
    assertEquals(1, match.match(ArenaSlots.MATCH_WINNER));
    match.step(5 * HZ);
    assertFalse(match.stepUntil(ScrumEvents.KICKOFF, 4 * HZ));
    assertEquals(2, match.goals(1));
    match.step(HZ);
    assertEquals(Phase.OVER, phase(match));
    assertEquals(1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void withoutAScoreLimitOnlyTimeEndsTheMatch() {
    ScrumMatch match = match(TestPitches.striker(), 600, Scrum.SCORE_LIMIT, 0);
    for (int goal = 1; goal <= 7; goal++) {
      shoveIn(match, A);
      match.step(CELEBRATION_TICKS + 1);
    }
    assertEquals(7, match.goals(1));
    assertEquals(Phase.PLAYING, phase(match));
  }

  @Test
  void aDrawGoesIntoOvertimeWhichTheFirstGoalEnds() {
    ScrumMatch match = match(TestPitches.striker(), 2, MatchTimer.WARM_UP, 0);
    match.set(A, Command.of(0, -127, 0, 0));
    assertTrue(match.stepUntil(ScrumEvents.KICKOFF, 2 * HZ + 1));
    match.set(A, Command.NEUTRAL);
    assertEquals(Phase.OVERTIME, phase(match));
    assertEquals(120, match.match("remaining"));
    assertEquals(-TestPitches.NEAR_METERS, match.tank(A, BodyFields.X), 0.1f);
    shove(match, A, AHEAD);
    assertFalse(match.stepUntil(ScrumEvents.GOAL, HZ / 4));
    assertTrue(match.stepUntil(ScrumEvents.GOAL, HZ));
    assertEquals(Phase.RESULTS, phase(match));
    assertEquals(1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void anOvertimeWithoutAGoalIsADraw() {
    ScrumMatch match = match(TestPitches.striker(), 1, Scrum.OVERTIME, 1);
    match.step(2 * HZ);
    assertEquals(Phase.RESULTS, phase(match));
    assertEquals(0, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void whoIsAheadWhenTimeIsUpHasWon() {
    ScrumMatch match = match(TestPitches.striker(), 2, MatchTimer.WARM_UP, 0);
    shoveIn(match, A);
    match.step(2 * HZ);
    assertEquals(Phase.RESULTS, phase(match));
    assertEquals(1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void warmUpIsPlayThatDoesNotCountAndEndsWithAKickOff() {
    ScrumMatch match = match(TestPitches.striker(), 600, MatchTimer.WARM_UP, 2);
    assertEquals(Phase.WARM_UP, phase(match));
    shoveIn(match, A);
    assertEquals(0, match.goals(1));
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_SCORE));
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_TOUCHES));
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_SHOVES));
    assertTrue(match.stepUntil(ScrumEvents.KICKOFF, CELEBRATION_TICKS));
    assertEquals(Phase.PLAYING, phase(match));
    assertEquals(0, match.ball(BodyFields.X), 0.01f);
    assertEquals(600, match.match("remaining"));
  }

  @Test
  void newPlayersJoinTheSmallerTeamAtItsFirstFreePlace() {
    ScrumMatch match = ScrumMatch.full(10, 1);
    match.step();
    match.capture();
    for (int seat = 0; seat < 10; seat++) {
      int team = 1 + seat % 2;
      assertEquals(team, match.player(seat, ScrumSlots.PLAYER_TEAM));
      GameMap.Spawn place =
          match.map.spawns().stream().filter(s -> s.team() == team).toList().get(seat / 2);
      assertEquals(place.x(), match.tank(seat, BodyFields.X), 0.01f);
      assertEquals(place.y(), match.tank(seat, BodyFields.Y), 0.01f);
    }
    match.simulation.leave(3);
    match.simulation.leave(4);
    match.simulation.leave(6);
    match.step();
    assertFalse(match.alive(4));
    match.simulation.join(4);
    match.step();
    assertEquals(1, match.player(4, ScrumSlots.PLAYER_TEAM));
    GameMap.Spawn third = match.map.spawns().stream().filter(s -> s.team() == 1).toList().get(2);
    assertEquals(third.x(), match.tank(4, BodyFields.X), 0.01f);
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsPushedToTheSide() {
    GameMap map = TestPitches.with(List.of(TestPitches.AWAY_1, TestPitches.AWAY_2));
    MatchSettings settings = new MatchSettings("scrum", "test", 4, new TickRate(HZ), 600, 1);
    ScrumMatch match = new ScrumMatch(map, settings);
    match.joinAll();
    match.step(2 * HZ);
    double apart =
        Math.hypot(
            match.tank(0, BodyFields.X) - match.tank(2, BodyFields.X),
            match.tank(0, BodyFields.Y) - match.tank(2, BodyFields.Y));
    assertEquals(2 * ArenaBodies.HULL_RADIUS_METERS, apart, 0.1);
  }

  @Test
  void aShoveSendsTheBallAwayAtTwelveMetersPerSecondAndRecoils() {
    ScrumMatch match = match(TestPitches.striker());
    shove(match, A, AHEAD);
    assertEquals(12, match.ball(BodyFields.VELOCITY_X), 0.1f);
    assertEquals(-1.5f, match.tank(A, BodyFields.VELOCITY_X), 0.05f);
    assertEquals(ScrumSlots.FLAG_SHOVED, (int) match.tank(A, ScrumSlots.TANK_FLAGS));
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_SHOVES));
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_TOUCHES));
    match.step(HZ / 5);
    assertEquals(0, (int) match.tank(A, ScrumSlots.TANK_FLAGS));
  }

  @Test
  void aShoveElsewhereMovesOnlyTheTankItself() {
    for (int aim : new int[] {BACK, 400, -400}) {
      ScrumMatch match = match(TestPitches.striker());
      shove(match, A, aim);
      assertEquals(0, ballSpeed(match));
      assertEquals(0, match.player(A, ScrumSlots.PLAYER_TOUCHES));
      assertEquals(
          1.5,
          Math.hypot(match.tank(A, BodyFields.VELOCITY_X), match.tank(A, BodyFields.VELOCITY_Y)),
          0.05);
    }
  }

  @Test
  void aShoveReachesTwoAndAHalfMetersFromTheHullsMiddle() {
    float reach = Ball.RADIUS_METERS + Shoves.REACH_METERS;
    for (float apart : new float[] {reach - 0.05f, reach + 0.05f}) {
      GameMap.Spawn place = new GameMap.Spawn(-apart, 0, 0, 1);
      ScrumMatch match = match(TestPitches.with(List.of(place, TestPitches.AWAY_2)));
      shove(match, A, AHEAD);
      assertEquals(apart < reach, ballSpeed(match) > 1, "from " + apart + " m");
    }
  }

  @Test
  void aWallStopsAShove() {
    GameMap.Polyline wall = new GameMap.Polyline(List.of(-2.7f, -3f, -2.7f, 3f));
    GameMap.Spawn place = new GameMap.Spawn(-4.2f, 0, 0, 1);
    ScrumMatch match =
        match(TestPitches.with(List.of(place, TestPitches.AWAY_2), List.of(wall), List.of()));
    shove(match, A, AHEAD);
    assertEquals(0, ballSpeed(match));
  }

  @Test
  void aShoveMovesAHullAndACrateToo() {
    GameMap.Spawn place = new GameMap.Spawn(-10, 10, 0, 1);
    GameMap.Spawn ahead = new GameMap.Spawn(-7, 10, 0, 2);
    GameMap.Prop crate = new GameMap.Prop("crate", -10, 7.5f, 0);
    ScrumMatch match = match(TestPitches.with(List.of(place, ahead), List.of(), List.of(crate)));
    shove(match, A, AHEAD);
    assertEquals(4.5f, match.tank(B, BodyFields.VELOCITY_X), 0.1f);
    match.step(2 * HZ);
    shove(match, A, 3072);
    assertTrue(match.crate(0, BodyFields.VELOCITY_Y) < -10);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aHeldShoveComesEveryOneAndAHalfSeconds(int hz) {
    ScrumMatch match = new ScrumMatch(TestPitches.striker(), 2, hz, 600, 1);
    match.joinAll();
    match.step();
    match.set(A, Command.of(0, 0, BACK, Scrum.BUTTON_SHOVE));
    match.step(hz * 3 / 2);
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_SHOVES));
    match.step(hz * 3 / 2);
    assertEquals(2, match.player(A, ScrumSlots.PLAYER_SHOVES));
  }

  @Test
  void theBallLosesAThirdOfItsSpeedInASecond() {
    ScrumMatch match = match(TestPitches.striker());
    shove(match, A, AHEAD);
    float first = ballSpeed(match);
    match.step(HZ);
    assertEquals(0.7f, ballSpeed(match) / first, 0.05f);
  }

  @Test
  void aBallThatSkipsOnAHullIsTouchedOnceUntilLetGo() {
    BallTouches touches = new BallTouches(2, new TickRate(HZ));
    assertTrue(touches.touch(A, 0));
    assertFalse(touches.touch(A, HZ / 4));
    assertTrue(touches.touch(B, HZ / 4));
    assertFalse(touches.touch(A, HZ / 2));
    assertTrue(touches.touch(A, HZ / 2 + HZ / 4 + 1));
  }

  @Test
  void aTankThatDrivesTheBallInScores() {
    ScrumMatch match = match(TestPitches.striker());
    match.set(A, Command.of(0, 60, 0, 0));
    assertTrue(match.stepUntil(ScrumEvents.GOAL, 5 * HZ));
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_SHOVES));
    assertEquals(1, match.player(A, ScrumSlots.PLAYER_SCORE));
  }

  @Test
  void aBallThatStaysInOnePlaceForTenSecondsIsKickedOffAgain() {
    GameMap.Spawn above = new GameMap.Spawn(0, TestPitches.NEAR_METERS, 0, 1);
    ScrumMatch match = match(TestPitches.with(List.of(above, TestPitches.AWAY_2)));
    shove(match, A, 3072);
    assertFalse(match.stepUntil(ScrumEvents.KICKOFF, 10 * HZ));
    assertTrue(match.ball(BodyFields.Y) < -5, "left lying at " + match.ball(BodyFields.Y));
    assertTrue(match.stepUntil(ScrumEvents.KICKOFF, 20 * HZ));
    assertEquals(0, match.ball(BodyFields.Y), 0.01f);
    assertEquals(0, match.goals(1) + match.goals(2));
  }

  @Test
  void aBallThatNobodyHasTouchedMayLieForEver() {
    ScrumMatch match = match(TestPitches.striker());
    assertFalse(match.stepUntil(ScrumEvents.KICKOFF, 30 * HZ));
    shove(match, A, AHEAD);
    assertFalse(match.stepUntil(ScrumEvents.KICKOFF, HZ), "nor does the first touch end it");
  }

  @Test
  void aKickOffPutsCratesBack() {
    GameMap.Prop crate = new GameMap.Prop("crate", 2.9f, 0, 0);
    ScrumMatch match =
        match(
            TestPitches.with(
                List.of(TestPitches.LEFT_1, TestPitches.AWAY_2), List.of(), List.of(crate)));
    shoveIn(match, A);
    assertTrue(match.crate(0, BodyFields.X) > 5);
    match.step(CELEBRATION_TICKS + 1);
    assertEquals(2.9f, match.crate(0, BodyFields.X), 0.05f);
  }

  @Test
  void aPlayerWhoGoesTakesTankAndTouchesAlong() {
    ScrumMatch match = match(TestPitches.striker());
    shove(match, A, AHEAD);
    match.simulation.leave(A);
    match.step();
    assertFalse(match.alive(A));
    assertFalse(match.capture().present(match.slots.player(A)));
    assertTrue(match.stepUntil(ScrumEvents.GOAL, 2 * HZ));
    match.simulation.join(A);
    match.step();
    assertEquals(0, match.player(A, ScrumSlots.PLAYER_SCORE));
    assertEquals(1, match.goals(1));
  }
}
