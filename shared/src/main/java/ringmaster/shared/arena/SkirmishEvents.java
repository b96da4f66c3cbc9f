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
 * event      when                     fields
 * rail       a rail was fired         seat; from and to: the beam, up to what it met
 * rocket     a rocket was launched    seat; where
 * explosion  a rocket ended, or a     seat of its owner, or that lit the first barrel; where
 *            barrel's fuse
 * hit        a tank lost health       attacker, victim, damage, weapon; where the shot ended
 * death      a tank is gone           killer (the victim itself: self-inflicted), victim, weapon;
 *                                     where
 * spawn      a tank appeared          seat; where
 * pickup     a tank took something    seat; kind, see {@link Pickups}; where
 * </pre>
 *
 * A hit by a rail ends where the shooter saw the victim, which may have moved on since.
 */
final class SkirmishEvents {
  static final int RAIL = 0;
  static final int ROCKET = 1;
  static final int EXPLOSION = 2;
  static final int HIT = 3;
  static final int DEATH = 4;
  static final int SPAWN = 5;
  static final int PICKUP = 6;

  /** Values of the field {@code weapon}. */
  static final int BY_RAIL = 0;

  static final int BY_ROCKET = 1;
  static final int BY_BARREL = 2;

  static final List<EventType> TYPES =
      List.of(
          new EventType(
              "rail",
              List.of(
                  seat("seat"),
                  position("fromX"),
                  position("fromY"),
                  position("toX"),
                  position("toY"))),
          new EventType("rocket", List.of(seat("seat"), position("x"), position("y"))),
          new EventType("explosion", List.of(seat("seat"), position("x"), position("y"))),
          new EventType(
              "hit",
              List.of(
                  seat("attacker"),
                  seat("victim"),
                  EntityField.count("damage", 0, Tanks.MAX_DAMAGE),
                  EntityField.count("weapon", BY_RAIL, BY_BARREL),
                  position("x"),
                  position("y"))),
          new EventType(
              "death",
              List.of(
                  seat("killer"),
                  seat("victim"),
                  EntityField.count("weapon", BY_RAIL, BY_BARREL),
                  position("x"),
                  position("y"))),
          new EventType("spawn", List.of(seat("seat"), position("x"), position("y"))),
          new EventType(
              "pickup",
              List.of(
                  seat("seat"),
                  EntityField.count("kind", 0, Pickups.KINDS.size() - 1),
                  position("x"),
                  position("y"))));

  private final EventList list = new EventList(TYPES);

  private static EntityField seat(String name) {
    return EntityField.count(name, 0, MatchSettings.MAX_PLAYERS - 1);
  }

  /** Sparks and smoke need no more than 6 cm, which saves three bits against an entity's. */
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

  void rail(int seat, float fromX, float fromY, float toX, float toY) {
    list.add(RAIL);
    list.setQuantized(0, seat);
    place(1, fromX, fromY);
    place(3, toX, toY);
  }

  void rocket(int seat, float x, float y) {
    ofSeat(ROCKET, seat, x, y);
  }

  void explosion(int seat, float x, float y) {
    ofSeat(EXPLOSION, seat, x, y);
  }

  void spawn(int seat, float x, float y) {
    ofSeat(SPAWN, seat, x, y);
  }

  void pickup(int seat, int kind, float x, float y) {
    list.add(PICKUP);
    list.setQuantized(0, seat);
    list.setQuantized(1, kind);
    place(2, x, y);
  }

  private void ofSeat(int type, int seat, float x, float y) {
    list.add(type);
    list.setQuantized(0, seat);
    place(1, x, y);
  }

  void hit(int attacker, int victim, int damage, int weapon, float x, float y) {
    list.add(HIT);
    list.setQuantized(0, attacker);
    list.setQuantized(1, victim);
    list.setQuantized(2, damage);
    list.setQuantized(3, weapon);
    place(4, x, y);
  }

  void death(int killer, int victim, int weapon, float x, float y) {
    list.add(DEATH);
    list.setQuantized(0, killer);
    list.setQuantized(1, victim);
    list.setQuantized(2, weapon);
    place(3, x, y);
  }

  private void place(int firstField, float x, float y) {
    list.set(firstField, x);
    list.set(firstField + 1, y);
  }
}
