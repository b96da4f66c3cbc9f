package ringmaster.shared.game;

import ringmaster.shared.command.Command;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/**
 * Looks at nothing: wanders by smoothed random axes and presses each button now and then. Load for
 * a server.
 */
public final class RandomBrain implements Brain {
  /** What games call it. */
  public static final String NAME = "random";

  private static final float FULL_AXIS = 127;

  /** Share of the way to a new axis gone in a second is 1 - 1/e at a rate of 1. */
  private static final float AXIS_RATE_PER_SECOND = 4;

  /** Of each button. */
  private static final float PRESSES_PER_SECOND = 0.5f;

  private static final int BUTTONS = 8;
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

  public RandomBrain(TickRate rate, long seed) {
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
    for (int button = 0; button < BUTTONS; button++) {
      if (rng.nextBoolean(PRESSES_PER_SECOND / hz)) {
        buttons |= 1 << button;
      }
    }
    return buttons;
  }
}
