package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.command.Command;
import ringmaster.shared.math.Rng;

class WaitingCommandsTest {
  private static final int HZ = 60;
  private final WaitingCommands commands = new WaitingCommands(2, HZ);

  @BeforeEach
  void takeSeats() {
    commands.clear(0);
    commands.clear(1);
  }

  private long take(int tick) {
    commands.take(tick);
    return commands.command(0);
  }

  @Test
  void eachTickTakesItsOwnCommand() {
    commands.offer(0, 2, 0, 22);
    commands.offer(0, 1, 16, 11);
    commands.offer(1, 1, 0, 99);
    assertEquals(11, take(1));
    assertEquals(16, commands.rewindSixteenths(0));
    assertEquals(99, commands.command(1));
    assertEquals(22, take(2));
    assertEquals(0, commands.missed(0));
    assertEquals(1, commands.missed(1));
  }

  @Test
  void theLastCommandIsRepeatedForHalfASecondWithItsRewind() {
    commands.offer(0, 0, 40, 7);
    assertEquals(7, take(0));
    assertEquals(40, commands.rewindSixteenths(0));
    for (int tick = 1; tick <= HZ / 2; tick++) {
      assertEquals(7, take(tick), "tick " + tick);
      assertEquals(40, commands.rewindSixteenths(0));
    }
    assertEquals(Command.NEUTRAL, take(HZ / 2 + 1));
    assertEquals(0, commands.rewindSixteenths(0));
    assertEquals(Command.NEUTRAL, take(HZ / 2 + 2));
    assertEquals(HZ / 2 + 2, commands.missed(0));
  }

  @Test
  void afterALongSilenceOneCommandCountsAgain() {
    for (int tick = 0; tick < 10_000; tick++) {
      assertEquals(Command.NEUTRAL, take(tick));
    }
    commands.offer(0, 10_000, 0, 5);
    assertEquals(5, take(10_000));
    assertEquals(5, take(10_001));
  }

  @Test
  void whatComesLateIsDropped() {
    assertEquals(Command.NEUTRAL, take(5));
    commands.offer(0, 5, 0, 55);
    commands.offer(0, 4, 0, 44);
    assertEquals(Command.NEUTRAL, take(6));
    assertEquals(Command.NEUTRAL, take(7));
  }

  @Test
  void whenTooManyWaitTheEarliestGoes() {
    for (int tick = 10; tick <= 10 + WaitingCommands.DEPTH; tick++) {
      boolean room = tick < 10 + WaitingCommands.DEPTH;
      assertEquals(room, commands.offer(0, tick, 0, tick));
    }
    assertEquals(Command.NEUTRAL, take(10));
    for (int tick = 11; tick <= 10 + WaitingCommands.DEPTH; tick++) {
      assertEquals(tick, take(tick));
    }
  }

  /** Else sending the same tick again would push out commands that are due. */
  @Test
  void aSurplusForTheEarliestTickIsItselfDropped() {
    for (int tick = 10; tick < 10 + WaitingCommands.DEPTH; tick++) {
      commands.offer(0, tick, 0, tick);
    }
    assertEquals(false, commands.offer(0, 9, 0, 9));
    assertEquals(Command.NEUTRAL, take(9));
    assertEquals(10, take(10));
  }

  @Test
  void aNewPlayerInheritsNothing() {
    commands.offer(0, 1, 0, 11);
    commands.offer(0, 3, 0, 33);
    assertEquals(11, take(1));
    commands.clear(0);
    assertEquals(Command.NEUTRAL, take(2));
    assertEquals(Command.NEUTRAL, take(3));
    assertEquals(2, commands.missed(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTickTakesOneCommandHoweverManyCame(long seed) {
    Rng rng = new Rng(seed);
    List<Long> offered = new ArrayList<>();
    offered.add(Command.NEUTRAL);
    int own = 0;
    for (int tick = 0; tick < 2_000; tick++) {
      for (int i = rng.nextInt(20); i > 0; i--) {
        int target = tick - 3 + rng.nextInt(20);
        long command = Command.of(target % 100, rng.nextInt(100), 0, 0);
        offered.add(command);
        commands.offer(0, target, 0, command);
      }
      int missedBefore = commands.missed(0);
      long command = take(tick);
      own += commands.missed(0) == missedBefore ? 1 : 0;
      if (commands.missed(0) == missedBefore) {
        assertEquals(tick % 100, Command.turn(command), "seed " + seed);
      }
      assertEquals(true, offered.contains(command), "seed " + seed);
    }
    assertEquals(2_000, own + commands.missed(0));
  }
}
