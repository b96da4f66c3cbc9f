package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.time.TickRate;

final class MatchTimerTest {
  private static final int HZ = 60;
  private static final int WARM_UP_SECONDS = 5;
  private static final int PLAY_SECONDS = 20;
  private static final int OVERTIME_SECONDS = 60;

  private static MatchSettings settings(int seats) {
    return new MatchSettings("test", "test", seats, new TickRate(HZ), PLAY_SECONDS, 0);
  }

  private static void pass(MatchTimer timer, int ticks, int players, boolean decided) {
    for (int tick = 0; tick < ticks; tick++) {
      timer.advance(players, decided);
    }
  }

  @Test
  void oneOfManyWaitsForAnother() {
    MatchTimer timer = new MatchTimer(settings(8));
    pass(timer, 1000, 1, false);
    assertEquals(Phase.WARM_UP, timer.phase());
    assertEquals(0, timer.remainingSeconds(), "nobody can say how long");
    pass(timer, WARM_UP_SECONDS * HZ - 1, 2, false);
    assertEquals(1, timer.remainingSeconds());
    assertFalse(timer.playing());
    pass(timer, 1, 2, false);
    assertEquals(Phase.PLAYING, timer.phase());
  }

  @Test
  void whoLeavesInTheCountDownStopsIt() {
    MatchTimer timer = new MatchTimer(settings(8));
    pass(timer, WARM_UP_SECONDS * HZ - 1, 2, false);
    pass(timer, 1, 1, false);
    pass(timer, WARM_UP_SECONDS * HZ - 1, 2, false);
    assertEquals(Phase.WARM_UP, timer.phase());
    pass(timer, 1, 2, false);
    assertEquals(Phase.PLAYING, timer.phase());
  }

  @Test
  void whoPlaysAloneNeedNotWait() {
    MatchTimer timer = new MatchTimer(settings(1));
    pass(timer, 100, 0, false);
    assertEquals(Phase.WARM_UP, timer.phase());
    pass(timer, WARM_UP_SECONDS * HZ, 1, false);
    assertEquals(Phase.PLAYING, timer.phase());
  }

  @Test
  void withoutAWarmUpPlayBeginsAtOnce() {
    assertTrue(new MatchTimer(settings(8).with(MatchTimer.WARM_UP, 0)).playing());
  }

  @Test
  void whatIsDecidedHasNoOvertime() {
    MatchTimer timer = new MatchTimer(settings(8).with(MatchTimer.WARM_UP, 0));
    pass(timer, PLAY_SECONDS * HZ, 2, true);
    assertEquals(Phase.RESULTS, timer.phase());
    assertTrue(timer.over());
    pass(timer, 10 * HZ, 2, true);
    assertEquals(Phase.OVER, timer.phase());
  }

  @Test
  void overtimeEndsWithTheDecisionOrItsTime() {
    MatchTimer timer = new MatchTimer(settings(8).with(MatchTimer.WARM_UP, 0));
    pass(timer, PLAY_SECONDS * HZ, 2, false);
    assertEquals(Phase.OVERTIME, timer.phase());
    pass(timer, OVERTIME_SECONDS * HZ - 1, 2, false);
    assertEquals(Phase.OVERTIME, timer.phase());
    pass(timer, 1, 2, false);
    assertEquals(Phase.RESULTS, timer.phase());

    MatchTimer other = new MatchTimer(settings(8).with(MatchTimer.WARM_UP, 0));
    pass(other, PLAY_SECONDS * HZ, 2, false);
    pass(other, 1, 2, true);
    assertEquals(Phase.RESULTS, other.phase());
  }

  @Test
  void withoutOvertimeADrawIsADraw() {
    MatchTimer timer =
        new MatchTimer(settings(8).with(MatchTimer.WARM_UP, 0).with(MatchTimer.OVERTIME, 0));
    pass(timer, PLAY_SECONDS * HZ, 2, false);
    assertEquals(Phase.RESULTS, timer.phase());
  }
}
