package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.MatchSettings;

/**
 * What happened in the tick under way, or is foretold to, for clients to show. No match state: it
 * begins empty with each tick, and no rule looks at it.
 */
abstract sealed class ArenaEvents permits ScrumEvents, SkirmishEvents {
  private final EventList list;

  ArenaEvents(List<EventType> types) {
    list = new EventList(types);
  }

  static EntityField seat(String name) {
    return EntityField.count(name, 0, MatchSettings.MAX_PLAYERS - 1);
  }

  /** Sparks and smoke need no more than 6 cm, which saves three bits against an entity's. */
  static EntityField position(String name) {
    return new EntityField(name, "m", -264, 264, 1f / 16);
  }

  /** An event of one seat at one place. */
  static EventType ofSeat(String name) {
    return new EventType(name, List.of(seat("seat"), position("x"), position("y")));
  }

  final EventList list() {
    return list;
  }

  /** A tick begins. */
  final void clear() {
    list.clear();
  }

  final void add(int type) {
    list.add(type);
  }

  final void set(int field, int quantized) {
    list.setQuantized(field, quantized);
  }

  final void place(int firstField, float x, float y) {
    place(list, firstField, x, y);
  }

  static void place(EventList to, int firstField, float x, float y) {
    to.set(firstField, x);
    to.set(firstField + 1, y);
  }

  /** Adds one whose type is made by {@link #ofSeat(String)}. */
  final void add(int type, int seat, float x, float y) {
    add(list, type, seat, x, y);
  }

  static void add(EventList to, int type, int seat, float x, float y) {
    to.add(type);
    to.setQuantized(0, seat);
    place(to, 1, x, y);
  }
}
