package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.MatchSettings;

/**
 * What happened in the tick under way, for clients to show. No match state: it begins empty with
 * each tick, and no rule looks at it.
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
 */
final class ScrumEvents {
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
                  position("y"))),
          new EventType("kickoff", List.of(position("x"), position("y"))),
          new EventType("shove", List.of(seat(), position("x"), position("y"))),
          new EventType("spawn", List.of(seat(), position("x"), position("y"))));

  private final EventList list = new EventList(TYPES);

  private static EntityField seat() {
    return EntityField.count("seat", 0, MatchSettings.MAX_PLAYERS - 1);
  }

  /** As coarse as skirmish's. */
  private static EntityField position(String name) {
    return new EntityField(name, "m", -264, 264, 1f / 16);
  }

  EventList list() {
    return list;
  }

  /** A tick begins. */
  void clear() {
    list.clear();
  }

  /**
   * @param seat who is credited with it, or {@link BallTouches#NOBODY}
   */
  void goal(int team, int seat, float x, float y) {
    list.add(GOAL);
    list.setQuantized(0, team);
    list.setQuantized(1, seat == BallTouches.NOBODY ? NO_SEAT : seat);
    place(2, x, y);
  }

  void kickOff(float x, float y) {
    list.add(KICKOFF);
    place(0, x, y);
  }

  void shove(int seat, float x, float y) {
    ofSeat(SHOVE, seat, x, y);
  }

  void spawn(int seat, float x, float y) {
    ofSeat(SPAWN, seat, x, y);
  }

  private void ofSeat(int type, int seat, float x, float y) {
    list.add(type);
    list.setQuantized(0, seat);
    place(1, x, y);
  }

  private void place(int firstField, float x, float y) {
    list.set(firstField, x);
    list.set(firstField + 1, y);
  }
}
