package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.game.GameMap;

/** Small maps for one rule each. */
final class TestMaps {
  private static final float HALF_METERS = 128;

  private TestMaps() {}

  /** 256 m of nothing within an outer wall; two spawns 20 m apart, facing each other. */
  static GameMap open() {
    return with(List.of(), List.of());
  }

  /** The same with a wall across between the spawns. */
  static GameMap walled() {
    return with(List.of(new GameMap.Polyline(List.of(0f, -10f, 0f, 10f))), List.of());
  }

  /** The same with a crate between the spawns. */
  static GameMap crated() {
    return with(List.of(), List.of(new GameMap.Prop("crate", 0, 0, 0)));
  }

  /** The same with these props. */
  static GameMap furnished(GameMap.Prop... props) {
    return with(List.of(), List.of(props));
  }

  static GameMap.Prop prop(String kind, float x, float y) {
    return new GameMap.Prop(kind, x, y, 0);
  }

  /** An open map with places for both teams, and one for nobody's that is far from all. */
  static GameMap sided(GameMap.Prop... props) {
    GameMap open = open();
    List<GameMap.Spawn> spawns =
        List.of(
            new GameMap.Spawn(-20, 0, 0, 1),
            new GameMap.Spawn(-20, 8, 0, 1),
            new GameMap.Spawn(20, 0, (float) StrictMath.PI, 2),
            new GameMap.Spawn(20, 8, (float) StrictMath.PI, 2),
            new GameMap.Spawn(0, 100, 0, 0));
    return new GameMap(
        "sided", open.sizeMeters(), open.walls(), spawns, open.goals(), List.of(props), "");
  }

  /** One spawn, its hull in touch with a wall to the right. */
  static GameMap corner() {
    return new GameMap(
        "corner",
        2 * HALF_METERS,
        List.of(outer(), new GameMap.Polyline(List.of(1f, -10f, 1f, 10f))),
        List.of(new GameMap.Spawn(0, 0, 0, 0)),
        List.of(),
        List.of(),
        "");
  }

  /** A shipped map without its crates. */
  static GameMap bare(GameMap map) {
    return new GameMap(
        map.name(), map.sizeMeters(), map.walls(), map.spawns(), map.goals(), List.of(), "");
  }

  private static GameMap with(List<GameMap.Polyline> walls, List<GameMap.Prop> props) {
    return new GameMap(
        "open",
        2 * HALF_METERS,
        walls.isEmpty() ? List.of(outer()) : List.of(outer(), walls.getFirst()),
        List.of(
            new GameMap.Spawn(-10, 0, 0, 0), new GameMap.Spawn(10, 0, (float) StrictMath.PI, 0)),
        List.of(),
        props,
        "");
  }

  private static GameMap.Polyline outer() {
    return new GameMap.Polyline(
        List.of(
            -HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            -HALF_METERS));
  }
}
