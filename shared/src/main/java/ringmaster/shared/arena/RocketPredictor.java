package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.SteadyPredictor;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.time.TickRate;

/**
 * Foretells a rocket: it flies on, and a new one comes from its owner's tank along that one's aim.
 */
final class RocketPredictor implements EntityPredictor {
  private static final int[] ORDER = {
    SkirmishSlots.ROCKET_OWNER,
    BodyFields.VELOCITY_X,
    BodyFields.VELOCITY_Y,
    BodyFields.X,
    BodyFields.Y
  };

  /** A viewer that lost nothing sees it first after one tick, and again until it said so. */
  private static final int LIKELY_TICKS = 3;

  private static final int SHIFT = 16;

  /** Slower to the side than so many steps, its place there says too little. */
  private static final int STEEP = 100;

  private final EntityPredictor steady;
  private final int players;
  private final int speed;
  private final int still;
  private final int firstSlot;

  /** Steps that it likely has come when it is first seen, per step of velocity. */
  private final long likelyWay;

  RocketPredictor(List<EntityField> fields, int players, int firstSlot, TickRate rate) {
    steady = new SteadyPredictor(fields, rate);
    this.players = players;
    EntityField velocity = fields.get(BodyFields.VELOCITY_X);
    speed = Math.round(Rockets.SPEED_METERS_PER_SECOND / velocity.quantum());
    still = velocity.quantize(0);
    this.firstSlot = firstSlot;
    double meters = velocity.quantum() * LIKELY_TICKS / rate.hz();
    likelyWay = Math.round(meters / fields.get(BodyFields.X).quantum() * (1 << SHIFT));
  }

  @Override
  public int[] order() {
    return ORDER.clone();
  }

  @Override
  public int predict(int field, int[] then, int[] now, int ageTicks) {
    return steady.predict(field, then, now, ageTicks);
  }

  @Override
  public int expect(int field, int slot, int[] now, Seen others) {
    int owner = (slot - firstSlot) / Rockets.PER_TANK;
    int tank = SkirmishSlots.tank(players, owner);
    if (field == SkirmishSlots.ROCKET_OWNER) {
      return owner;
    }
    if (others.type(tank) == SkirmishSlots.TANK) {
      return launched(field, now, others, tank);
    }
    int own = others.ownBody();
    boolean place = field == BodyFields.X || field == BodyFields.Y;
    return place && others.type(own) == SkirmishSlots.TANK
        ? others.value(own, field)
        : steady.expect(field, slot, now, others);
  }

  private int launched(int field, int[] now, Seen others, int tank) {
    int aim = SkirmishSlots.aimAngle(others.value(tank, SkirmishSlots.TANK_AIM));
    return switch (field) {
      case BodyFields.VELOCITY_X -> still + (speed * AimTable.fixedCos(aim) >> AimTable.FIXED_BITS);
      case BodyFields.VELOCITY_Y -> otherComponent(now, AimTable.fixedSin(aim) < 0);
      case BodyFields.X ->
          others.value(tank, field) + likelyWay(velocity(now, BodyFields.VELOCITY_X));
      default -> others.value(tank, field) + climb(now, others.value(tank, BodyFields.X));
    };
  }

  /** All rockets are as fast: the rest of the speed, to the side that the turret points to. */
  private int otherComponent(int[] now, boolean down) {
    int x = velocity(now, BodyFields.VELOCITY_X);
    int rest = (int) Math.sqrt(Math.max(speed * speed - x * x, 0));
    return down ? still - rest : still + rest;
  }

  private int likelyWay(int velocity) {
    return (int) (likelyWay * velocity >> SHIFT);
  }

  private int velocity(int[] now, int field) {
    return now[field] - still;
  }

  /** How far it came up while it came so far to the side. */
  private int climb(int[] now, int tankX) {
    int vx = velocity(now, BodyFields.VELOCITY_X);
    int vy = velocity(now, BodyFields.VELOCITY_Y);
    if (Math.abs(vx) < STEEP) {
      return likelyWay(vy);
    }
    return (int) ((now[BodyFields.X] - tankX) * (long) vy / vx);
  }
}
