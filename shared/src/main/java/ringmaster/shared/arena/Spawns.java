package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateVisitor;

/** Where new tanks appear: as far from living opponents as the map allows. */
final class Spawns {
  private final int count;
  private final float[] x;
  private final float[] y;
  private final float[] cos;
  private final float[] sin;
  private final Rng rng;

  Spawns(List<GameMap.Spawn> spawns, long seed) {
    count = spawns.size();
    x = new float[count];
    y = new float[count];
    cos = new float[count];
    sin = new float[count];
    for (int i = 0; i < count; i++) {
      GameMap.Spawn spawn = spawns.get(i);
      x[i] = spawn.x();
      y[i] = spawn.y();
      cos[i] = (float) StrictMath.cos(spawn.angle());
      sin[i] = (float) StrictMath.sin(spawn.angle());
    }
    rng = new Rng(seed);
  }

  /** Gives the seat a tank; among equally good places chance decides. */
  void spawn(int seat, Tanks tanks) {
    int first = rng.nextInt(count);
    int best = first;
    float bestSquared = -1;
    for (int i = 0; i < count; i++) {
      int place = (first + i) % count;
      float squared = nearestSquared(place, tanks);
      if (squared > bestSquared) {
        bestSquared = squared;
        best = place;
      }
    }
    tanks.spawn(seat, x[best], y[best], cos[best], sin[best]);
  }

  /** Squared distance to the nearest living tank; infinite if there is none. */
  private float nearestSquared(int place, Tanks tanks) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int other = 0; other < tanks.seats(); other++) {
      if (tanks.alive(other)) {
        float dx = tanks.x(other) - x[place];
        float dy = tanks.y(other) - y[place];
        nearest = Math.min(nearest, dx * dx + dy * dy);
      }
    }
    return nearest;
  }

  void visit(StateVisitor visitor) {
    rng.restore(visitor.int64(rng.state()));
  }
}
