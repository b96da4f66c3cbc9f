package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.time.TickRate;

/**
 * Stands where it is and fires the rail at the nearest opponent in sight, exactly where it sees it:
 * no lead, no wavering. So it hits if shots are judged by what the shooter saw, and on a slow line
 * misses what moves if they are not: a gauge of lag compensation.
 */
final class SniperBrain implements Brain {
  private final FighterView view;
  private final int railTicks;
  private int readyTick;
  private int aim;

  SniperBrain(SkirmishSlots slots, Queries walls, TickRate rate) {
    view = new FighterView(slots, walls);
    railTicks = Cooldowns.railTicks(rate);
  }

  @Override
  public long command(EntityFrame frame, int seat, int tick) {
    int target = view.look(frame, seat) ? view.nearestOpponent() : FighterView.NOTHING;
    int buttons = target == FighterView.NOTHING ? 0 : shoot(target, tick);
    return Command.of(0, 0, aim, buttons);
  }

  private int shoot(int target, int tick) {
    aim = AimTable.of(view.dx(target), view.dy(target));
    if (tick < readyTick || view.shielded(target)) {
      return 0;
    }
    readyTick = tick + railTicks;
    return Skirmish.BUTTON_RAIL;
  }
}
