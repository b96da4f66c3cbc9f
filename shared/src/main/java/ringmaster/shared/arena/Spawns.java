package ringmaster.shared.arena;

import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateVisitor;

/** Where new tanks appear: as far from living opponents as the map allows. */
final class Spawns {
  /** Between the centres of two hulls that are not to touch. */
  private static final float ROOM_METERS = 2.2f;

  /** Worth less than any free place. */
  private static final float TAKEN = -1;

  private static final int NOWHERE = -1;

  private final Places places;
  private final Teams teams;
  private final PlayerBodies hulls;
  private final Rng rng;

  Spawns(TankArena arena, long seed) {
    places = arena.places;
    teams = arena.teams;
    hulls = arena.hulls;
    rng = new Rng(seed);
  }

  /**
   * A place for a seat's next tank; among equally good ones chance decides. A team has the places
   * the map gives it, and all where the map gives it none; without teams everybody has all. One
   * that is taken, be it by a mate, is the last resort.
   */
  int choose(int seat) {
    int side = has(teams.of(seat)) ? teams.of(seat) : Teams.NONE;
    int first = rng.nextInt(places.count());
    int best = NOWHERE;
    float bestSquared = 0;
    for (int i = 0; i < places.count(); i++) {
      int place = (first + i) % places.count();
      if (side == Teams.NONE || places.team(place) == side) {
        boolean taken = places.taken(place, hulls, ROOM_METERS);
        float squared = taken ? TAKEN : nearestSquared(place, seat);
        if (best == NOWHERE || squared > bestSquared) {
          bestSquared = squared;
          best = place;
        }
      }
    }
    return best;
  }

  private boolean has(int side) {
    for (int place = 0; place < places.count(); place++) {
      if (places.team(place) == side) {
        return true;
      }
    }
    return false;
  }

  /** Squared distance to the nearest living opponent; infinite if there is none. */
  private float nearestSquared(int place, int seat) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int other = 0; other < hulls.seats(); other++) {
      if (hulls.alive(other) && !teams.together(seat, other)) {
        nearest = Math.min(nearest, places.squared(place, other, hulls));
      }
    }
    return nearest;
  }

  void visit(StateVisitor visitor) {
    rng.restore(visitor.int64(rng.state()));
  }
}
