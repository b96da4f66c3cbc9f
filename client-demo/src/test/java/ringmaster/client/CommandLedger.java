package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;

/**
 * Checks what one match is told to do, tick by tick and seat by seat: the very command that was
 * made for the tick; or the one before once more, for half a second at most; or nothing. For pilots
 * whose commands tell their tick, see {@link #stamped}.
 */
final class CommandLedger {
  private static final int MAX_REPEATS = 30;
  private static final int NEVER = -1;

  private final long[] last = new long[MatchSettings.MAX_PLAYERS];
  private final int[] repeats = new int[MatchSettings.MAX_PLAYERS];
  private final int[] missedTick = new int[MatchSettings.MAX_PLAYERS];
  private int tick;

  /** Commands that were taken in their tick. */
  long fresh;

  /** Times that the last one was taken once more. */
  long repeated;

  CommandLedger() {
    Arrays.fill(missedTick, NEVER);
  }

  /** A command whose aim is its tick, modulo a turn. */
  static long stamped(int tick, int thrust, int turn, int buttons) {
    return Command.of(thrust, turn, tick, buttons);
  }

  /** The newest tick that had no command of its own for a seat; -1: none. */
  int missedTick(int seat) {
    return missedTick[seat];
  }

  /** A game for a server that plays one match of it, with four seats or fewer. */
  Game checked(Game game) {
    return ServerFrames.proxy(
        Game.class,
        (self, method, arguments) -> {
          Object result = ServerFrames.call(game, method, arguments);
          return result instanceof Simulation match ? checked(match) : result;
        });
  }

  private Simulation checked(Simulation match) {
    tick = 0;
    return ServerFrames.proxy(
        Simulation.class,
        (self, method, arguments) -> {
          if (method.getName().equals("tick")) {
            check((TickCommands) arguments[0]);
            tick++;
          }
          return ServerFrames.call(match, method, arguments);
        });
  }

  private void check(TickCommands commands) {
    for (int seat = 0; seat < 4; seat++) {
      long command = commands.command(seat);
      String where = "tick " + tick + ", seat " + seat;
      if (command != Command.NEUTRAL && Command.aim(command) == (tick & 4095)) {
        fresh++;
        repeats[seat] = 0;
      } else {
        missedTick[seat] = tick;
        if (command != Command.NEUTRAL) {
          assertEquals(last[seat], command, where + ": neither its own nor the one before");
          assertTrue(++repeats[seat] <= MAX_REPEATS, where + ": repeated for too long");
          repeated++;
        }
      }
      last[seat] = command;
    }
  }
}
