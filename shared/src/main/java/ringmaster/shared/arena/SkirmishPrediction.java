package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.Neighbour;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.math.AimTable;

/** A client's own tank in skirmish, and its shots. */
final class SkirmishPrediction extends TankPrediction {
  private final Cooldowns cooldowns;
  private final SkirmishSlots slots;
  private final SeenShot shot;

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
    slots = new SkirmishSlots(settings, map);
    shot = new SeenShot(slots, newQueries());
  }

  private static boolean isOver(EntityView seen) {
    int slot = ArenaSlots.MATCH_SLOT;
    return seen.present(slot)
        && seen.type(slot) == ArenaSlots.MATCH
        && MatchTimer.shownOver(seen, slot);
  }

  @Override
  public void foretell(int seat, long command, EntityView seen, EventList happened, Launch launch) {
    if (!alive() || isOver(seen)) {
      return;
    }
    if (Command.pressed(command, Skirmish.BUTTON_RAIL) && cooldowns.railReadyNext(SELF)) {
      shot.rail(seat, x(), y(), Command.aim(command), seen);
      SkirmishEvents.rail(happened, seat, x(), y(), shot.toX(), shot.toY());
    }
    if (Command.pressed(command, Skirmish.BUTTON_ROCKET) && cooldowns.rocketReadyNext(SELF)) {
      SkirmishEvents.rocket(happened, seat, x(), y());
      launch(seat, Command.aim(command), seen, launch);
    }
  }

  private void launch(int seat, int aim, EntityView seen, Launch launch) {
    shot.rocket(seat, x(), y(), aim, seen, surroundings());
    float flightSeconds = shot.meters() / Rockets.SPEED_METERS_PER_SECOND;
    int firstSlot = slots.rocket(seat * Rockets.PER_TANK);
    launch.begin(SkirmishSlots.ROCKET, firstSlot, Rockets.PER_TANK, flightSeconds);
    launch.set(BodyFields.X, x());
    launch.set(BodyFields.Y, y());
    launch.set(BodyFields.VELOCITY_X, AimTable.cos(aim) * Rockets.SPEED_METERS_PER_SECOND);
    launch.set(BodyFields.VELOCITY_Y, AimTable.sin(aim) * Rockets.SPEED_METERS_PER_SECOND);
    launch.set(SkirmishSlots.ROCKET_OWNER, seat);
  }
}
