package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * What a shove does to the tank itself: it recoils, hit or miss, and waits. One file for the
 * simulation and for the client's prediction, as {@link TankDrive}; what it does to others is
 * {@link Shoves}' affair.
 */
final class ShoveDrive {
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

  /** A new tank may shove at once. */
  void reset(int tank) {
    ticksLeft[tank] = 0;
  }

  int ticksLeft(int tank) {
    return ticksLeft[tank];
  }

  /** From outside: no wait is longer than that after a shove. */
  void setTicksLeft(int tank, int ticks) {
    ticksLeft[tank] = Math.clamp(ticks, 0, waitTicks);
  }

  /** Waits a tick, and shoves if it is told to and may. */
  void apply(Bodies bodies, long hull, int tank, long command) {
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

  /** Whether it shoved in this tick. */
  boolean begun(int tank) {
    return ticksLeft[tank] == waitTicks;
  }

  /** Whether it shoved just now. */
  boolean shown(int tank) {
    return ticksLeft[tank] > waitTicks - shownTicks;
  }

  /** 0 just shoved .. 1 ready. */
  float share(int tank) {
    return 1 - (float) ticksLeft[tank] / waitTicks;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(ticksLeft, tanks);
  }
}
