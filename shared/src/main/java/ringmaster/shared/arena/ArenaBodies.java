package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;

/** What the bodies of the tank games are made of. */
final class ArenaBodies {
  static final int CATEGORY_TANK = 1;
  static final int CATEGORY_CRATE = 2;

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

  static final String CRATE_PROP = "crate";

  private ArenaBodies() {}

  private static Filter of(int category) {
    return new Filter(category, -1, 0);
  }

  static List<GameMap.Prop> crates(GameMap map) {
    return props(map, CRATE_PROP);
  }

  /** Those of one kind, in the map's order. */
  static List<GameMap.Prop> props(GameMap map, String kind) {
    return map.props().stream().filter(prop -> prop.kind().equals(kind)).toList();
  }
}
