package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.circles.BodyKind;
import ringmaster.shared.circles.Walls;
import ringmaster.shared.game.GameMap;

/** What the bodies of the tank games are made of, and what a map puts around them. */
final class ArenaBodies {
  static final int CATEGORY_TANK = 1;
  static final int CATEGORY_CRATE = 2;

  static final float HULL_RADIUS_METERS = 1;
  static final float HULL_MASS_KILOGRAMS = 800;

  /** A hover tank coasts: it keeps a quarter of its speed for a second. */
  static final float HULL_DAMPING_PER_SECOND = 1.4f;

  static final float HULL_TURN_DAMPING_PER_SECOND = 6;

  static final BodyKind TANK =
      new BodyKind(
          HULL_RADIUS_METERS,
          HULL_MASS_KILOGRAMS,
          HULL_DAMPING_PER_SECOND,
          HULL_TURN_DAMPING_PER_SECOND,
          0.2f,
          CATEGORY_TANK);

  static final float CRATE_RADIUS_METERS = 0.8f;

  static final BodyKind CRATE =
      new BodyKind(CRATE_RADIUS_METERS, 180, 1.8f, 1, 0.2f, CATEGORY_CRATE);

  private static final String CRATE_PROP = "crate";

  private ArenaBodies() {}

  static Walls walls(GameMap map) {
    int segments = map.walls().stream().mapToInt(wall -> wall.points().size() / 2 - 1).sum();
    float[] ends = new float[segments * 4];
    int at = 0;
    for (GameMap.Polyline wall : map.walls()) {
      List<Float> points = wall.points();
      for (int i = 0; i + 3 < points.size(); i += 2) {
        for (int coordinate = 0; coordinate < 4; coordinate++) {
          ends[at++] = points.get(i + coordinate);
        }
      }
    }
    return new Walls(map.sizeMeters(), ends);
  }

  static List<GameMap.Prop> crates(GameMap map) {
    return map.props().stream().filter(prop -> prop.kind().equals(CRATE_PROP)).toList();
  }
}
