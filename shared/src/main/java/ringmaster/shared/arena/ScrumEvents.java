package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.MatchSettings;

/**
 * What happens in scrum.
 *
 * <pre>
 * event    when                                  fields
 * goal     the ball crossed a goal line          team that scored; seat of who is credited with
 *                                                it, 64 if nobody is; where the ball was
 * kickoff  ball and tanks are back at their      where the ball is
 *          places
 * shove    a tank shoved                         seat; where
 * spawn    a new player's tank appeared          seat; where
 * </pre>
 *
 * Of goals and kick-offs everybody is told, of the others who is near.
 */
final class ScrumEvents extends ArenaEvents {
  static final int GOAL = 0;
  static final int KICKOFF = 1;
  static final int SHOVE = 2;
  static final int SPAWN = 3;

  /** Value of a goal's {@code seat} that nobody is credited with. */
  static final int NO_SEAT = MatchSettings.MAX_PLAYERS;

  static final List<EventType> TYPES =
      List.of(
          new EventType(
                  "goal",
                  List.of(
                      EntityField.count("team", 0, 2),
                      EntityField.count("seat", 0, NO_SEAT),
                      position("x"),
                      position("y")))
              .everywhere(),
          new EventType("kickoff", List.of(position("x"), position("y"))).everywhere(),
          ofSeat("shove"),
          ofSeat("spawn"));

  ScrumEvents() {
    super(TYPES);
  }

  /**
   * @param seat who is credited with it, or {@link BallTouches#NOBODY}
   */
  void goal(int team, int seat, float x, float y) {
    add(GOAL);
    set(0, team);
    set(1, seat == BallTouches.NOBODY ? NO_SEAT : seat);
    place(2, x, y);
  }

  void kickOff(float x, float y) {
    add(KICKOFF);
    place(0, x, y);
  }

  void shove(int seat, float x, float y) {
    shove(list(), seat, x, y);
  }

  static void shove(EventList to, int seat, float x, float y) {
    add(to, SHOVE, seat, x, y);
  }

  void spawn(int seat, float x, float y) {
    add(SPAWN, seat, x, y);
  }
}
