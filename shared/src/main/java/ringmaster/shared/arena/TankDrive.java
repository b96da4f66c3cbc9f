package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * How a command moves a tank: thrust along the hull, torque, boost. One file for the simulation and
 * for the client's prediction, so that both do the same float operations in the same order.
 *
 * <p>Boost charge is counted in whole units, {@link #DRAIN_UNITS} a tick down and one a tick up.
 */
final class TankDrive {
  static final float TOP_SPEED_METERS_PER_SECOND = 14;
  private static final float TOP_TURN_RADIANS_PER_SECOND = 3.2f;

  /** Balances the damping at top speed. */
  private static final float THRUST_NEWTONS =
      TOP_SPEED_METERS_PER_SECOND
          * ArenaBodies.HULL_DAMPING_PER_SECOND
          * ArenaBodies.HULL_MASS_KILOGRAMS;

  /** Balances the damping at the top turning rate. */
  private static final float TORQUE_NEWTON_METERS =
      TOP_TURN_RADIANS_PER_SECOND
          * ArenaBodies.HULL_TURN_DAMPING_PER_SECOND
          * (0.5f
              * ArenaBodies.HULL_MASS_KILOGRAMS
              * ArenaBodies.HULL_RADIUS_METERS
              * ArenaBodies.HULL_RADIUS_METERS);

  static final float REVERSE_SHARE = 0.6f;
  static final float BOOST_SHARE = 1.6f;
  private static final int FULL_BOOST_SECONDS = 2;

  /** A full charge takes four times as long to come as to go. */
  private static final int DRAIN_UNITS = 4;

  private static final float AXIS_UNIT = 1f / 127;

  private final int fullChargeUnits;
  private final int tanks;
  private final int[] chargeUnits;
  private final byte[] boosting;

  TankDrive(int tanks, TickRate rate) {
    this.tanks = tanks;
    fullChargeUnits = FULL_BOOST_SECONDS * rate.hz() * DRAIN_UNITS;
    chargeUnits = new int[tanks];
    boosting = new byte[tanks];
  }

  /** A new tank has a full charge. */
  void reset(int tank) {
    chargeUnits[tank] = fullChargeUnits;
    boosting[tank] = 0;
  }

  int chargeUnits(int tank) {
    return chargeUnits[tank];
  }

  /** From outside: no charge is more than full. */
  void setChargeUnits(int tank, int units) {
    chargeUnits[tank] = Math.clamp(units, 0, fullChargeUnits);
  }

  /** 0 empty .. 1 full. */
  float chargeShare(int tank) {
    return (float) chargeUnits[tank] / fullChargeUnits;
  }

  boolean boosting(int tank) {
    return boosting[tank] != 0;
  }

  /** Pushes and turns a tank for the next step of the world. */
  void apply(Bodies bodies, long hull, int tank, long command) {
    float throttle = Command.thrust(command) * AXIS_UNIT;
    float share = throttle < 0 ? throttle * REVERSE_SHARE : throttle;
    if (boost(tank, command)) {
      share *= BOOST_SHARE;
    }
    if (share != 0) {
      float newtons = share * THRUST_NEWTONS;
      bodies.applyForce(hull, bodies.cos(hull) * newtons, bodies.sin(hull) * newtons);
    }
    bodies.applyTorque(hull, Command.turn(command) * AXIS_UNIT * TORQUE_NEWTON_METERS);
  }

  /** Drains or recharges; only forward thrust is boosted, and nothing recharges while held. */
  private boolean boost(int tank, long command) {
    boolean held = Command.pressed(command, Skirmish.BUTTON_BOOST);
    boolean active = held && Command.thrust(command) > 0 && chargeUnits[tank] >= DRAIN_UNITS;
    if (active) {
      chargeUnits[tank] -= DRAIN_UNITS;
    } else if (!held && chargeUnits[tank] < fullChargeUnits) {
      chargeUnits[tank]++;
    }
    boosting[tank] = (byte) (active ? 1 : 0);
    return active;
  }

  void visit(StateVisitor visitor) {
    visitor.ints(chargeUnits, tanks);
    visitor.bytes(boosting, tanks);
  }
}
