package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyPredictor;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.time.TickRate;

/**
 * Foretells a tank. A command's thrust is not sent, but there are only so many that make sense: who
 * rolls forward mostly holds the lever down, with boost or without. Once the first component of the
 * velocity is known, it says how hard the tank was pushed along its hull, and so the second.
 */
final class TankPredictor extends BodyPredictor {
  private static final int HALF_TURN = AimTable.ANGLES / 2;
  private static final int UNIT_BITS = AimTable.FIXED_BITS;
  private static final int KEPT_BITS = 16;

  /** Flatter against the axis than this, a component says too little of the push. */
  private static final int STEEP = (int) (0.3 * (1 << UNIT_BITS));

  private final int flagsField;

  /** Speeds in steps. */
  private final int rolling;

  private final int top;
  private final int topBoosted;
  private final int topReverse;

  /**
   * @param flagsField index of the column that has {@link ArenaSlots#FLAG_BOOSTING}
   */
  TankPredictor(List<EntityField> fields, int flagsField, TickRate rate) {
    super(ArenaBodies.TANK, fields, true, rate);
    this.flagsField = flagsField;
    float quantum = fields.get(BodyFields.VELOCITY_X).quantum();
    top = Math.round(TankDrive.TOP_SPEED_METERS_PER_SECOND / quantum);
    topBoosted =
        Math.round(TankDrive.TOP_SPEED_METERS_PER_SECOND * TankDrive.BOOST_SHARE / quantum);
    topReverse =
        -Math.round(TankDrive.TOP_SPEED_METERS_PER_SECOND * TankDrive.REVERSE_SHARE / quantum);
    rolling = top / 3;
  }

  @Override
  public int predict(int field, int[] then, int[] now, int ageTicks) {
    if (field == BodyFields.VELOCITY_X) {
      int hull = meanFacing(then, now);
      return pushed(then[field], likelyPush(then, now), AimTable.fixedCos(hull), ageTicks);
    }
    if (field == BodyFields.VELOCITY_Y) {
      int hull = meanFacing(then, now);
      return pushed(
          then[field], push(then, now, hull, ageTicks), AimTable.fixedSin(hull), ageTicks);
    }
    return super.predict(field, then, now, ageTicks);
  }

  private static int meanFacing(int[] then, int[] now) {
    int turned = now[BodyFields.FACING] - then[BodyFields.FACING] + HALF_TURN;
    return then[BodyFields.FACING] + (((turned & AimTable.ANGLES - 1) - HALF_TURN) >> 1);
  }

  /** The speed to which the engine drives it, by what tanks mostly do. */
  private int likelyPush(int[] then, int[] now) {
    if ((now[flagsField] & ArenaSlots.FLAG_BOOSTING) != 0) {
      return topBoosted;
    }
    int facing = then[BodyFields.FACING];
    int forward =
        (then[BodyFields.VELOCITY_X] - still()) * AimTable.fixedCos(facing)
                + (then[BodyFields.VELOCITY_Y] - still()) * AimTable.fixedSin(facing)
            >> UNIT_BITS;
    return forward > rolling ? top : forward;
  }

  /** The same by what the first component of the velocity became. */
  private int push(int[] then, int[] now, int hull, int ageTicks) {
    int cos = AimTable.fixedCos(hull);
    if (Math.abs(cos) < STEEP) {
      return likelyPush(then, now);
    }
    long kept = kept(ageTicks);
    long driven =
        ((long) (now[BodyFields.VELOCITY_X] - still()) << KEPT_BITS)
            - (then[BodyFields.VELOCITY_X] - still()) * kept;
    long push = (driven << UNIT_BITS) / (((1L << KEPT_BITS) - kept) * cos);
    return (int) Math.clamp(push, topReverse, topBoosted);
  }

  /** One component after some ticks under a constant push along the hull. */
  private int pushed(int velocity, int push, int direction, int ageTicks) {
    long kept = kept(ageTicks);
    long target = (long) push * direction >> UNIT_BITS;
    long sum = (velocity - still()) * kept + target * ((1L << KEPT_BITS) - kept);
    return still() + (int) (sum + (1L << KEPT_BITS - 1) >> KEPT_BITS);
  }
}
