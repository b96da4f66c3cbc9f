package ringmaster.shared.arena;

import ringmaster.shared.body.Neighbour;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.MatchSettings;

/** A client's own tank in scrum, and its shoves. */
final class ScrumPrediction extends TankPrediction {
  /** The ball is what everybody looks at, and comes fast. */
  private static final float BALL_REACH_METERS = 16;

  private final ShoveDrive shoves;

  ScrumPrediction(MatchSettings settings, GameMap map) {
    this(settings, map, new ShoveDrive(1, settings.rate()));
  }

  private ScrumPrediction(MatchSettings settings, GameMap map, ShoveDrive shoves) {
    super(
        map,
        settings.rate(),
        shoves,
        new Neighbour(ScrumSlots.BALL, Ball.KIND, BALL_REACH_METERS, false),
        new Neighbour(ScrumSlots.CRATE, ArenaBodies.CRATE, REACH_METERS, false));
    this.shoves = shoves;
  }

  @Override
  public void foretell(int seat, long command, EntityView seen, EventList happened, Launch launch) {
    if (alive() && Command.pressed(command, Scrum.BUTTON_SHOVE) && shoves.readyNext(SELF)) {
      ScrumEvents.shove(happened, seat, x(), y());
    }
  }
}
