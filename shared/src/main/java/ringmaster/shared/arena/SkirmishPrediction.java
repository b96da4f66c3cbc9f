package ringmaster.shared.arena;

import ringmaster.shared.body.Neighbour;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;

/** A client's own tank in skirmish, and its shots. */
final class SkirmishPrediction extends TankPrediction {
  private final Cooldowns cooldowns;
  private final SeenBeam beam;

  SkirmishPrediction(MatchSettings settings, GameMap map) {
    this(settings, map, new Cooldowns(1, settings.rate()));
  }

  private SkirmishPrediction(MatchSettings settings, GameMap map, Cooldowns cooldowns) {
    super(
        map,
        settings.rate(),
        cooldowns,
        new Neighbour(SkirmishSlots.CRATE, ArenaBodies.CRATE, REACH_METERS, false),
        new Neighbour(SkirmishSlots.BARREL, Barrels.KIND, REACH_METERS, false));
    this.cooldowns = cooldowns;
    beam = new SeenBeam(settings, map, newQueries());
  }

  private static boolean isOver(EntityView seen) {
    int slot = ArenaSlots.MATCH_SLOT;
    return seen.present(slot)
        && seen.type(slot) == ArenaSlots.MATCH
        && MatchTimer.shownOver(seen, slot);
  }

  @Override
  public void foretell(int seat, long command, EntityView seen, EventList happened) {
    if (!alive() || isOver(seen)) {
      return;
    }
    if (Command.pressed(command, Skirmish.BUTTON_RAIL) && cooldowns.railReadyNext(SELF)) {
      beam.cast(seat, x(), y(), Command.aim(command), seen);
      SkirmishEvents.rail(happened, seat, x(), y(), beam.toX(), beam.toY());
    }
    if (Command.pressed(command, Skirmish.BUTTON_ROCKET) && cooldowns.rocketReadyNext(SELF)) {
      SkirmishEvents.rocket(happened, seat, x(), y());
    }
  }
}
