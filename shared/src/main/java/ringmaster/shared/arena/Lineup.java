package ringmaster.shared.arena;

/**
 * Where a team's tanks stand at a kick-off: at the team's places in the map's order, so that the
 * map decides on the formation.
 */
final class Lineup {
  /** Of two hulls' centres, and a hand's breadth. */
  private static final float ROOM_METERS = 2 * ArenaBodies.HULL_RADIUS_METERS + 0.1f;

  private final TankArena arena;

  Lineup(TankArena arena) {
    this.arena = arena;
  }

  /**
   * The first place of a seat's team where no tank stands. The last of a team that has none free:
   * the two hulls push each other off.
   */
  int choose(int seat) {
    int last = 0;
    for (int place = 0; place < arena.places.count(); place++) {
      if (arena.places.team(place) == arena.teams.of(seat)) {
        last = place;
        if (!arena.places.taken(place, arena.hulls, ROOM_METERS)) {
          return place;
        }
      }
    }
    return last;
  }
}
