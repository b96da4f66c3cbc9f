package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * What a shove does to the tank itself: it recoils, hit or miss, and waits. What it does to others
 * is {@link Shoves}' affair.
 */
final class ShoveDrive implements Gear {
  static final int WAIT_MILLIS = 1500;

  /** As long a display shows the shove. */
  private static final int SHOWN_MILLIS = 200;

  /** Takes 1.5 m/s from a hull. */
  private static final float RECOIL_NEWTON_SECONDS = 1200;

  private final int tanks;
  private final int waitTicks;
  private final int shownTicks;
  private final int[] ticksLeft;

  ShoveDrive(int tanks, TickRate rate) {
    this.tanks = tanks;
    waitTicks = rate.hz() * WAIT_MILLIS / 1000;
    shownTicks = rate.hz() * SHOWN_MILLIS / 1000;
    ticksLeft = new int[tanks];
  }

  @Override
  public void reset(int tank) {
    ticksLeft[tank] = 0;
  }

  @Override
  public int word(int tank) {
    return ticksLeft[tank];
  }

  @Override
  public void setWord(int tank, int word) {
    ticksLeft[tank] = Math.clamp(word, 0, waitTicks);
  }

  @Override
  public void apply(Bodies bodies, long hull, int tank, long command) {
    ticksLeft[tank] = Math.max(ticksLeft[tank] - 1, 0);
    if (ticksLeft[tank] == 0 && Command.pressed(command, Scrum.BUTTON_SHOVE)) {
      ticksLeft[tank] = waitTicks;
      int aim = Command.aim(command);
      bodies.applyImpulse(
          hull,
          -AimTable.cos(aim) * RECOIL_NEWTON_SECONDS,
          -AimTable.sin(aim) * RECOIL_NEWTON_SECONDS);
    }
  }

  /** Whether it can shove as the next tick begins. */
  boolean readyNext(int tank) {
    return ticksLeft[tank] <= 1;
  }

  /** Whether it shoved in this tick. */
  boolean begun(int tank) {
    return ticksLeft[tank] == waitTicks;
  }

  /** Whether it shoved just now. */
  boolean shown(int tank) {
    return ticksLeft[tank] > waitTicks - shownTicks;
  }

  @Override
  public float share(int tank, int gauge) {
    if (gauge != Scrum.GAUGE_SHOVE) {
      throw new IndexOutOfBoundsException("scrum has no gauge " + gauge);
    }
    return 1 - (float) ticksLeft[tank] / waitTicks;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(ticksLeft, tanks);
  }
}
