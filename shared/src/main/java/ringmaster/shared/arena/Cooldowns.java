package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * When each tank's weapons are ready again.
 *
 * <p>A rocket needs a place among its tank's rockets as well; by the time it is ready there always
 * is one (see {@link Rockets}), so nobody has to predict that.
 */
final class Cooldowns implements Gear {
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
    railTicks = railTicks(rate);
    rocketTicks = rate.hz() * ROCKET_MILLIS / 1000;
    railTicksLeft = new int[tanks];
    rocketTicksLeft = new int[tanks];
  }

  /** From a shot of the rail to the next. */
  static int railTicks(TickRate rate) {
    return rate.hz() * RAIL_MILLIS / 1000;
  }

  @Override
  public void reset(int tank) {
    railTicksLeft[tank] = 0;
    rocketTicksLeft[tank] = 0;
  }

  /** Both waits in one word: the rail's in bits 0..7, the rocket's in bits 8..15. */
  @Override
  public int word(int tank) {
    return railTicksLeft[tank] | rocketTicksLeft[tank] << WORD_SHIFT;
  }

  @Override
  public void setWord(int tank, int word) {
    railTicksLeft[tank] = Math.min(word & WORD_MASK, railTicks);
    rocketTicksLeft[tank] = Math.min(word >>> WORD_SHIFT & WORD_MASK, rocketTicks);
  }

  /** A tick begins. */
  void advance(int tank) {
    railTicksLeft[tank] = Math.max(railTicksLeft[tank] - 1, 0);
    rocketTicksLeft[tank] = Math.max(rocketTicksLeft[tank] - 1, 0);
  }

  @Override
  public void apply(Bodies bodies, long hull, int tank, long command) {
    advance(tank);
    use(tank, command);
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

  /** Whether the rail will be ready as the next tick begins. */
  boolean railReadyNext(int tank) {
    return railTicksLeft[tank] <= 1;
  }

  boolean rocketReadyNext(int tank) {
    return rocketTicksLeft[tank] <= 1;
  }

  void useRail(int tank) {
    railTicksLeft[tank] = railTicks;
  }

  void useRocket(int tank) {
    rocketTicksLeft[tank] = rocketTicks;
  }

  @Override
  public float share(int tank, int gauge) {
    return switch (gauge) {
      case Skirmish.GAUGE_RAIL -> 1 - (float) railTicksLeft[tank] / railTicks;
      case Skirmish.GAUGE_ROCKET -> 1 - (float) rocketTicksLeft[tank] / rocketTicks;
      default -> throw new IndexOutOfBoundsException("skirmish has no gauge " + gauge);
    };
  }

  void visit(StateVisitor visitor) {
    visitor.ints(railTicksLeft, tanks);
    visitor.ints(rocketTicksLeft, tanks);
  }
}
