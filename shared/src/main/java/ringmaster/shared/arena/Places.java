package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;

/** Where a map lets tanks appear, in its order, and for which team each place is. */
final class Places {
  private final int count;
  private final float[] x;
  private final float[] y;
  private final float[] cos;
  private final float[] sin;
  private final int[] team;

  Places(List<GameMap.Spawn> spawns) {
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

  int count() {
    return count;
  }

  /** Whose it is; {@link Teams#NONE} for nobody's. */
  int team(int place) {
    return team[place];
  }

  /** Where a tank that stands there looks. */
  int aim(int place) {
    return AimTable.of(cos[place], sin[place]);
  }

  /** Makes a seat's hull there. */
  void spawn(int place, int seat, PlayerBodies hulls) {
    hulls.spawn(seat, x[place], y[place], cos[place], sin[place]);
  }

  /** Whether the centre of a hull is so near. */
  boolean taken(int place, PlayerBodies hulls, float roomMeters) {
    for (int seat = 0; seat < hulls.seats(); seat++) {
      if (hulls.alive(seat) && squared(place, seat, hulls) < roomMeters * roomMeters) {
        return true;
      }
    }
    return false;
  }

  /** Squared metres to the centre of a living tank. */
  float squared(int place, int seat, PlayerBodies hulls) {
    float dx = hulls.x(seat) - x[place];
    float dy = hulls.y(seat) - y[place];
    return dx * dx + dy * dy;
  }
}
