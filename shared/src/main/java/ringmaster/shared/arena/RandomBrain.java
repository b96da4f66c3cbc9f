package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/** Looks at nothing: wanders by smoothed random axes and fires now and then. Load for a server. */
final class RandomBrain implements Brain {
  private static final float FULL_AXIS = 127;

  /** Share of the way to a new axis gone in a second is 1 - 1/e at a rate of 1. */
  private static final float AXIS_RATE_PER_SECOND = 4;

  private static final float SHOTS_PER_SECOND = 0.7f;
  private static final float BOOSTS_PER_SECOND = 0.2f;
  private static final int MAX_AIM_STEP = 64;

  private final Rng rng;
  private final int hz;
  private int changeTick = Integer.MIN_VALUE;
  private float wantedTurn;
  private float wantedThrust;
  private float turn;
  private float thrust;
  private int aim;
  private int aimStep;

  RandomBrain(TickRate rate, long seed) {
    hz = rate.hz();
    rng = new Rng(Rng.mix(seed));
    aim = rng.nextInt(AimTable.ANGLES);
  }

  @Override
  public boolean observes() {
    return false;
  }

  @Override
  public long command(EntityFrame frame, int seat, int tick) {
    if (tick >= changeTick) {
      changeMind(tick);
    }
    turn += (wantedTurn - turn) * AXIS_RATE_PER_SECOND / hz;
    thrust += (wantedThrust - thrust) * AXIS_RATE_PER_SECOND / hz;
    aim += aimStep;
    return Command.of((int) turn, (int) thrust, aim, buttons());
  }

  private void changeMind(int tick) {
    changeTick = tick + hz / 2 + rng.nextInt(hz);
    wantedTurn = rng.nextFloat(-FULL_AXIS, FULL_AXIS);
    wantedThrust = rng.nextFloat(-0.4f * FULL_AXIS, FULL_AXIS);
    int perTick = MAX_AIM_STEP * 60 / hz / 2;
    aimStep = rng.nextInt(2 * perTick + 1) - perTick;
  }

  private int buttons() {
    int buttons = 0;
    if (rng.nextBoolean(SHOTS_PER_SECOND / hz)) {
      buttons |= Skirmish.BUTTON_RAIL;
    }
    if (rng.nextBoolean(SHOTS_PER_SECOND / hz)) {
      buttons |= Skirmish.BUTTON_ROCKET;
    }
    if (rng.nextBoolean(BOOSTS_PER_SECOND / hz)) {
      buttons |= Skirmish.BUTTON_BOOST;
    }
    return buttons;
  }
}
