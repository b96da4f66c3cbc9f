package ringmaster.client.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.command.Command;

final class CommandHistoryTest {
  private final CommandHistory history = new CommandHistory();

  @Test
  void keepsTheLastTicks() {
    for (int tick = 10; tick < 1000; tick++) {
      history.add(tick, tick, 3);
    }
    assertEquals(999, history.newestTick());
    assertEquals(1000 - CommandHistory.SIZE, history.oldestTick());
    assertEquals(999, history.command(999));
    assertEquals(3, history.viewAgeSixteenths(999));
    assertTrue(history.contains(1000 - CommandHistory.SIZE));
    assertFalse(history.contains(999 - CommandHistory.SIZE));
  }

  @Test
  void isNeutralBeforeTheFirstAndAfterTheLast() {
    history.add(10, 77, 3);
    assertEquals(Command.NEUTRAL, history.command(9));
    assertEquals(Command.NEUTRAL, history.command(11));
    assertEquals(0, history.viewAgeSixteenths(9));
  }

  @Test
  void aTickLeftOutRepeatsTheOneBefore() {
    history.add(10, 77, 3);
    history.add(13, 88, 3);
    assertEquals(77, history.command(11));
    assertEquals(77, history.command(12));
    assertEquals(0, history.viewAgeSixteenths(12));
    assertEquals(88, history.command(13));
  }

  @Test
  void aGapLongerThanTheHistoryIsFilledAsFarAsItIsKept() {
    history.add(10, 77, 3);
    history.add(100_000, 88, 3);
    assertEquals(77, history.command(99_999));
    assertEquals(77, history.command(history.oldestTick()));
    assertEquals(100_001 - CommandHistory.SIZE, history.oldestTick());
  }

  @Test
  void whatIsTakenBackMayBeAddedAnew() {
    for (int tick = 10; tick < 30; tick++) {
      history.add(tick, tick, 3);
    }
    history.truncate(20);
    assertEquals(20, history.newestTick());
    assertEquals(20, history.command(20));
    assertEquals(Command.NEUTRAL, history.command(21));
    history.add(21, 99, 3);
    assertEquals(99, history.command(21));
    assertFalse(history.contains(22));
  }

  @Test
  void takenBackBeyondWhatIsKeptItIsOneNeutralCommand() {
    for (int tick = 10; tick < 1000; tick++) {
      history.add(tick, tick, 3);
    }
    history.truncate(500);
    assertEquals(500, history.oldestTick());
    assertEquals(500, history.newestTick());
    assertEquals(Command.NEUTRAL, history.command(500));
  }
}
