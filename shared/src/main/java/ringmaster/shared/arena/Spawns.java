package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateVisitor;

/** Where new tanks appear: as far from living opponents as the map allows. */
final class Spawns {
  /** Between the centres of two hulls that are not to touch. */
  private static final float ROOM_METERS = 2.2f;

  /** Worth less than any free place. */
  private static final float TAKEN = -1;

  private static final int NOWHERE = -1;

  private final int count;
  private final float[] x;
  private final float[] y;
  private final float[] cos;
  private final float[] sin;
  private final int[] team;
  private final Rng rng;

  Spawns(List<GameMap.Spawn> spawns, long seed) {
    count = spawns.size();
    x = new float[count];
    y = new float[count];
    cos = new float[count];
    sin = new float[count];
    team = new int[count];
    for (int i = 0; i < count; i++) {
      GameMap.Spawn spawn = spawns.get(i);
      x[i] = spawn.x();
      y[i] = spawn.y();
      cos[i] = (float) StrictMath.cos(spawn.angle());
      sin[i] = (float) StrictMath.sin(spawn.angle());
      team[i] = spawn.team();
    }
    rng = new Rng(seed);
  }

  /**
   * A place for a seat's next tank; among equally good ones chance decides. A team has the places
   * the map gives it, and all where the map gives it none; without teams everybody has all. One
   * that is taken, be it by a mate, is the last resort.
   */
  int choose(int seat, Teams teams, PlayerBodies tanks) {
    int side = has(teams.of(seat)) ? teams.of(seat) : Teams.NONE;
    int first = rng.nextInt(count);
    int best = NOWHERE;
    float bestSquared = 0;
    for (int i = 0; i < count; i++) {
      int place = (first + i) % count;
      if (side == Teams.NONE || team[place] == side) {
        float squared = taken(place, tanks) ? TAKEN : nearestSquared(place, seat, teams, tanks);
        if (best == NOWHERE || squared > bestSquared) {
          bestSquared = squared;
          best = place;
        }
      }
    }
    return best;
  }

  private boolean taken(int place, PlayerBodies tanks) {
    for (int seat = 0; seat < tanks.seats(); seat++) {
      if (tanks.alive(seat) && squared(place, seat, tanks) < ROOM_METERS * ROOM_METERS) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int side) {
    for (int place = 0; place < count; place++) {
      if (team[place] == side) {
        return true;
      }
    }
    return false;
  }

  /** Squared distance to the nearest living opponent; infinite if there is none. */
  private float nearestSquared(int place, int seat, Teams teams, PlayerBodies tanks) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int other = 0; other < tanks.seats(); other++) {
      if (tanks.alive(other) && !teams.together(seat, other)) {
        nearest = Math.min(nearest, squared(place, other, tanks));
      }
    }
    return nearest;
  }

  private float squared(int place, int seat, PlayerBodies tanks) {
    float dx = tanks.x(seat) - x[place];
    float dy = tanks.y(seat) - y[place];
    return dx * dx + dy * dy;
  }

  float x(int place) {
    return x[place];
  }

  float y(int place) {
    return y[place];
  }

  float cos(int place) {
    return cos[place];
  }

  float sin(int place) {
    return sin[place];
  }

  void visit(StateVisitor visitor) {
    rng.restore(visitor.int64(rng.state()));
  }
}
