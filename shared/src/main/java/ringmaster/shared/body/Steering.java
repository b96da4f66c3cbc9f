package ringmaster.shared.body;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;

/** What a brain's hands do: from where it wants to go to the axes of a command. */
public final class Steering {
  private static final int FULL_AXIS = 127;

  /** Turned away further than this, it turns first. */
  private static final float MIN_AHEAD = 0.2f;

  /** Seconds of turning looked ahead, so as not to swing past. */
  private static final float SPIN_SECONDS = 0.15f;

  private Steering() {}

  /**
   * A command that turns a body to a direction and drives it there; full speed when it is faced.
   *
   * @param slot of an entity with {@link BodyFields}
   * @param dx metres, or any length: only the direction counts
   */
  public static long towards(EntityFrame frame, int slot, float dx, float dy) {
    float length = Math.max((float) Math.sqrt(dx * dx + dy * dy), 1e-3f);
    int facing = frame.quantized(slot, BodyFields.FACING);
    float ahead = (AimTable.cos(facing) * dx + AimTable.sin(facing) * dy) / length;
    float left = (AimTable.cos(facing) * dy - AimTable.sin(facing) * dx) / length;
    float spin = frame.get(slot, BodyFields.ANGULAR_VELOCITY);
    float turn = ahead < 0 ? Math.copySign(1, left) : 2 * left - SPIN_SECONDS * spin;
    float thrust = ahead > MIN_AHEAD ? ahead : 0;
    return Command.of((int) (FULL_AXIS * turn), (int) (FULL_AXIS * thrust), AimTable.of(dx, dy), 0);
  }
}
