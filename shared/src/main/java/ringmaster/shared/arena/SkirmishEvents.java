package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;

/**
 * What happens in skirmish.
 *
 * <pre>
 * event      when                     fields
 * rail       a rail was fired         seat; from and to: the beam, up to what it met
 * rocket     a rocket was launched    seat; where
 * explosion  a rocket ended, or a     seat of its owner, or that lit the first barrel; where
 *            barrel's fuse
 * hit        a tank lost health       attacker, victim, damage, weapon; where the shot ended
 * death      a tank is gone           killer (the victim itself: self-inflicted), victim, weapon
 * spawn      a tank appeared          seat; where
 * pickup     a tank took something    seat; kind, see {@link Pickups}; where
 * wreck      a tank is gone           seat; where
 * </pre>
 *
 * Of deaths everybody is told, of the others who is near or named. So a death does not say where:
 * with fog that is for those alone who see the wreck. A hit by a rail ends where the shooter saw
 * the victim, which may have moved on since.
 */
final class SkirmishEvents extends ArenaEvents {
  static final int RAIL = 0;
  static final int ROCKET = 1;
  static final int EXPLOSION = 2;
  static final int HIT = 3;
  static final int DEATH = 4;
  static final int SPAWN = 5;
  static final int PICKUP = 6;
  static final int WRECK = 7;

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
          ofSeat("rocket"),
          ofSeat("explosion"),
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
                  seat("killer"), seat("victim"), EntityField.count("weapon", BY_RAIL, BY_BARREL))),
          ofSeat("spawn"),
          new EventType(
              "pickup",
              List.of(
                  seat("seat"),
                  EntityField.count("kind", 0, Pickups.KINDS.size() - 1),
                  position("x"),
                  position("y"))),
          ofSeat("wreck"));

  SkirmishEvents() {
    super(TYPES);
  }

  void rail(int seat, float fromX, float fromY, float toX, float toY) {
    rail(list(), seat, fromX, fromY, toX, toY);
  }

  static void rail(EventList to, int seat, float fromX, float fromY, float toX, float toY) {
    add(to, RAIL, seat, fromX, fromY);
    place(to, 3, toX, toY);
  }

  void rocket(int seat, float x, float y) {
    rocket(list(), seat, x, y);
  }

  static void rocket(EventList to, int seat, float x, float y) {
    add(to, ROCKET, seat, x, y);
  }

  void explosion(int seat, float x, float y) {
    add(EXPLOSION, seat, x, y);
  }

  void spawn(int seat, float x, float y) {
    add(SPAWN, seat, x, y);
  }

  void pickup(int seat, int kind, float x, float y) {
    add(PICKUP);
    set(0, seat);
    set(1, kind);
    place(2, x, y);
  }

  void hit(int attacker, int victim, int damage, int weapon, float x, float y) {
    add(HIT);
    set(0, attacker);
    set(1, victim);
    set(2, damage);
    set(3, weapon);
    place(4, x, y);
  }

  void wreck(int seat, float x, float y) {
    add(WRECK, seat, x, y);
  }

  void death(int killer, int victim, int weapon) {
    add(DEATH);
    set(0, killer);
    set(1, victim);
    set(2, weapon);
  }
}
