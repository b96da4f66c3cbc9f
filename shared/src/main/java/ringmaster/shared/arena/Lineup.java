package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.GameMap;

/**
 * Where a team's tanks stand at a kick-off: at the team's places in the map's order, so that the
 * map decides on the formation.
 */
final class Lineup {
  /** Of two hulls' centres, and a hand's breadth. */
  private static final float ROOM_METERS = 2 * ArenaBodies.HULL_RADIUS_METERS + 0.1f;

  private final int count;
  private final float[] x;
  private final float[] y;
  private final float[] cos;
  private final float[] sin;
  private final int[] team;

  Lineup(List<GameMap.Spawn> spawns) {
    count = spawns.size();
    x = new float[count];
    y = new float[count];
    cos = new float[count];
    sin = new float[count];
    team = new int[count];
    for (int place = 0; place < count; place++) {
      GameMap.Spawn spawn = spawns.get(place);
      x[place] = spawn.x();
      y[place] = spawn.y();
      cos[place] = (float) StrictMath.cos(spawn.angle());
      sin[place] = (float) StrictMath.sin(spawn.angle());
      team[place] = spawn.team();
    }
  }

  /** Gives a seat a tank at its team's first place where none stands. */
  void spawn(int seat, Teams teams, PlayerBodies hulls) {
    int place = choose(teams.of(seat), hulls);
    hulls.spawn(seat, x[place], y[place], cos[place], sin[place]);
  }

  /** The last of a team that has none free: the two hulls push each other off. */
  private int choose(int wanted, PlayerBodies hulls) {
    int last = 0;
    for (int place = 0; place < count; place++) {
      if (team[place] == wanted) {
        last = place;
        if (free(place, hulls)) {
          return place;
        }
      }
    }
    return last;
  }

  private boolean free(int place, PlayerBodies hulls) {
    for (int seat = 0; seat < hulls.seats(); seat++) {
      if (hulls.alive(seat)) {
        float dx = hulls.x(seat) - x[place];
        float dy = hulls.y(seat) - y[place];
        if (dx * dx + dy * dy < ROOM_METERS * ROOM_METERS) {
          return false;
        }
      }
    }
    return true;
  }
}
