package ringmaster.shared.body;

import java.util.List;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.time.TickRate;

/**
 * Worlds seen from above with a map's walls in them.
 *
 * <p>Walls are made before anything else, in the server and in the client alike: so of two walls a
 * body touches the same one is solved first in both, and a prediction is exact.
 */
public final class MapWorld {
  /** The body of the walls: the first that is made; its parts are the walls in the map's order. */
  public static final long WALLS = 0;

  /** Category of walls; games number theirs from 1 on. */
  public static final int CATEGORY_WALL = 1 << 30;

  private static final Material WALL = new Material(0, 0.3f, 0);

  private MapWorld() {}

  /**
   * A world with the map's walls and nothing else.
   *
   * @param bodies how many there will be beside, at first; more make it grow
   */
  public static World of(GameMap map, TickRate rate, int bodies) {
    World world = new World(WorldSettings.fromAbove(rate.stepSeconds(), bodies + 1));
    BodyKind.Builder walls = BodyKind.fixed();
    Filter filter = new Filter(CATEGORY_WALL, -1, 0);
    for (GameMap.Polyline wall : map.walls()) {
      List<Float> points = wall.points();
      for (int i = 0; i + 3 < points.size(); i += 2) {
        Shape segment =
            Shape.segment(points.get(i), points.get(i + 1), points.get(i + 2), points.get(i + 3));
        walls.part(segment, WALL, filter);
      }
    }
    world.bodies().create(walls.build(), 0, 0);
    return world;
  }

  /** Questions about a map's walls alone, for brains. */
  public static Queries walls(GameMap map) {
    return of(map, new TickRate(60), 0).newQueries();
  }
}
