package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * When each tank's weapons are ready again. One file for the simulation and for the client's
 * prediction, as {@link TankDrive}.
 *
 * <p>A rocket needs a place among its tank's rockets as well; by the time it is ready there always
 * is one (see {@link Rockets}), so nobody has to predict that.
 */
final class Cooldowns {
  private static final int RAIL_MILLIS = 1000;
  private static final int ROCKET_MILLIS = 800;
  private static final int WORD_SHIFT = 8;
  private static final int WORD_MASK = 0xFF;

  private final int tanks;
  private final int railTicks;
  private final int rocketTicks;
  private final int[] railTicksLeft;
  private final int[] rocketTicksLeft;

  Cooldowns(int tanks, TickRate rate) {
    this.tanks = tanks;
    railTicks = rate.hz() * RAIL_MILLIS / 1000;
    rocketTicks = rate.hz() * ROCKET_MILLIS / 1000;
    railTicksLeft = new int[tanks];
    rocketTicksLeft = new int[tanks];
  }

  /** A new tank may shoot at once. */
  void reset(int tank) {
    railTicksLeft[tank] = 0;
    rocketTicksLeft[tank] = 0;
  }

  /** Both waits in one word: the rail's in bits 0..7, the rocket's in bits 8..15. */
  int word(int tank) {
    return railTicksLeft[tank] | rocketTicksLeft[tank] << WORD_SHIFT;
  }

  /** From outside: no wait is longer than that after a shot. */
  void setWord(int tank, int word) {
    railTicksLeft[tank] = Math.min(word & WORD_MASK, railTicks);
    rocketTicksLeft[tank] = Math.min(word >>> WORD_SHIFT & WORD_MASK, rocketTicks);
  }

  /** A tick begins. */
  void advance(int tank) {
    railTicksLeft[tank] = Math.max(railTicksLeft[tank] - 1, 0);
    rocketTicksLeft[tank] = Math.max(rocketTicksLeft[tank] - 1, 0);
  }

  /**
   * What a command does to the waits, whatever becomes of the shots: in results there are none, and
   * no prediction knows that.
   */
  void use(int tank, long command) {
    if (Command.pressed(command, Skirmish.BUTTON_RAIL) && railReady(tank)) {
      useRail(tank);
    }
    if (Command.pressed(command, Skirmish.BUTTON_ROCKET) && rocketReady(tank)) {
      useRocket(tank);
    }
  }

  boolean railReady(int tank) {
    return railTicksLeft[tank] == 0;
  }

  boolean rocketReady(int tank) {
    return rocketTicksLeft[tank] == 0;
  }

  void useRail(int tank) {
    railTicksLeft[tank] = railTicks;
  }

  void useRocket(int tank) {
    rocketTicksLeft[tank] = rocketTicks;
  }

  /** 0 just fired .. 1 ready. */
  float railShare(int tank) {
    return 1 - (float) railTicksLeft[tank] / railTicks;
  }

  /** 0 just fired .. 1 ready. */
  float rocketShare(int tank) {
    return 1 - (float) rocketTicksLeft[tank] / rocketTicks;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(railTicksLeft, tanks);
    visitor.ints(rocketTicksLeft, tanks);
  }
}
