package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.time.TickRate;

/**
 * What the bodies of the tank games are made of, and what a map puts around them.
 *
 * <p>A world's walls are made before anything else, in the server and in the client alike: so of
 * two walls a hull touches the same one is solved first in both, and a prediction is exact.
 */
final class ArenaBodies {
  static final int CATEGORY_TANK = 1;
  static final int CATEGORY_CRATE = 2;
  static final int CATEGORY_WALL = 4;

  /** The tag of what is nobody's; that of a hull is its seat. */
  static final int TAG_CRATE = -1;

  static final float HULL_RADIUS_METERS = 1;
  static final float HULL_MASS_KILOGRAMS = 800;

  /** A hover tank coasts: it keeps a quarter of its speed for a second. */
  static final float HULL_DAMPING_PER_SECOND = 1.4f;

  static final float HULL_TURN_DAMPING_PER_SECOND = 6;

  /**
   * A hull glides along what it touches, and never sleeps: a client that predicts it knows nothing
   * of what else is in its island.
   */
  static final BodyKind TANK =
      BodyKind.dynamic()
          .part(Shape.circle(HULL_RADIUS_METERS), new Material(1, 0, 0.2f), of(CATEGORY_TANK))
          .massKilograms(HULL_MASS_KILOGRAMS)
          .damping(HULL_DAMPING_PER_SECOND, HULL_TURN_DAMPING_PER_SECOND)
          .sleepless()
          .build();

  /** Half the side of a crate. */
  static final float CRATE_HALF_METERS = 0.8f;

  static final BodyKind CRATE =
      BodyKind.dynamic()
          .part(
              Shape.box(CRATE_HALF_METERS, CRATE_HALF_METERS),
              new Material(1, 0.3f, 0.2f),
              of(CATEGORY_CRATE))
          .massKilograms(180)
          .damping(1.8f, 2)
          .build();

  /** The body of the walls: the first that is made. */
  static final long WALLS = 0;

  private static final Material WALL = new Material(0, 0.3f, 0);
  private static final String CRATE_PROP = "crate";

  private ArenaBodies() {}

  private static Filter of(int category) {
    return new Filter(category, -1, 0);
  }

  /** A world with the map's walls and nothing else. */
  static World world(GameMap map, TickRate rate, int bodies) {
    World world = new World(WorldSettings.fromAbove(rate.stepSeconds(), bodies + 1));
    BodyKind.Builder walls = BodyKind.fixed();
    for (GameMap.Polyline wall : map.walls()) {
      List<Float> points = wall.points();
      for (int i = 0; i + 3 < points.size(); i += 2) {
        Shape segment =
            Shape.segment(points.get(i), points.get(i + 1), points.get(i + 2), points.get(i + 3));
        walls.part(segment, WALL, of(CATEGORY_WALL));
      }
    }
    world.bodies().create(walls.build(), 0, 0);
    return world;
  }

  /** Questions about a map's walls alone. */
  static Queries walls(GameMap map) {
    return world(map, new TickRate(60), 0).newQueries();
  }

  /** Refuses a restored handle of a body that is not there or has another tag. */
  static void checkRestored(Bodies bodies, long body, int tag) {
    if (body != Bodies.NONE && !(bodies.exists(body) && bodies.tag(body) == tag)) {
      throw new StateFormatException("no body " + body + " of tag " + tag);
    }
  }

  static List<GameMap.Prop> crates(GameMap map) {
    return map.props().stream().filter(prop -> prop.kind().equals(CRATE_PROP)).toList();
  }
}
