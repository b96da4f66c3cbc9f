package ringmaster.client.render;

import org.joml.Vector2f;
import org.joml.Vector3f;
import ringmaster.client.scene.Walls;
import ringmaster.shared.game.GameMap;

/** What stands in a map for good, and what is painted on its floor. */
final class ArenaMesh {
  private static final float PAINT_HEIGHT_METERS = 0.012f;
  private static final float SPAWN_RADIUS_METERS = 1.5f;
  private static final int SPAWN_CORNERS = 24;

  private static final float HALF_LINE_METERS = 0.2f;
  private static final float POST_RADIUS_METERS = 0.3f;

  /** Of its light's upper end; a goal is to be found from the other end of the arena. */
  private static final float POST_HEIGHT_METERS = 4;

  private static final int POST_CORNERS = 8;

  /** From the foot up, at which height a wall's side changes; the last edge is cut. */
  private static final float[] EDGES = {0, 0.22f, 1.30f, 1.40f, 1.52f, Walls.HEIGHT_METERS};

  private static final float CUT_METERS = 0.08f;

  private ArenaMesh() {}

  static Mesh build(GameMap map) {
    MeshBuilder mesh = new MeshBuilder();
    for (GameMap.Polyline polyline : map.walls()) {
      Outline outline = new Outline(polyline);
      boolean inhabited =
          map.spawns().stream().anyMatch(spawn -> polyline.surrounds(spawn.x(), spawn.y()));
      if (outline.convex() && !inhabited) {
        block(mesh, outline);
      } else {
        wall(mesh, outline, inhabited ? Material.OUTER_STRIP : Material.STRIP);
      }
    }
    for (GameMap.Spawn spawn : map.spawns()) {
      spawnMark(mesh, spawn);
    }
    for (GameMap.Goal goal : map.goals()) {
      goal(mesh, goal);
    }
    return mesh.build();
  }

  /** Nobody gets inside: a solid with a roof. */
  private static void block(MeshBuilder mesh, Outline outline) {
    Vector3f[][] rings = new Vector3f[EDGES.length][];
    for (int edge = 0; edge < EDGES.length; edge++) {
      rings[edge] = level(outline, EDGES[edge], edge + 1 == EDGES.length ? CUT_METERS : 0);
    }
    mesh.loft(Material.WALL, Material.COPING, (span, side) -> side(span, Material.STRIP), rings);
  }

  /** The outline at some height, drawn in by so much, counter-clockwise. */
  private static Vector3f[] level(Outline outline, float z, float inwards) {
    int n = outline.size();
    boolean forward = outline.counterClockwise();
    Vector3f[] ring = new Vector3f[n];
    for (int i = 0; i < n; i++) {
      int point = forward ? i : n - 1 - i;
      Vector2f at = outline.beside(point, forward ? inwards : -inwards);
      ring[i] = new Vector3f(at.x, at.y, z);
    }
    return ring;
  }

  private static Material side(int span, Material strip) {
    return switch (span) {
      case 0 -> Material.PLINTH;
      case 1 -> Material.WALL;
      case 2 -> strip;
      default -> Material.COPING;
    };
  }

  /** A wall along a line: its cross-section, led along it. */
  private static void wall(MeshBuilder mesh, Outline outline, Material strip) {
    int n = outline.size();
    Vector3f[][] rings = new Vector3f[outline.closed() ? n + 1 : n][];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = crossSection(outline, i);
    }
    MeshBuilder.Sides sides = (span, side) -> wallSide(side, strip);
    if (outline.closed()) {
      mesh.tube(sides, rings);
    } else {
      mesh.loft(Material.WALL, Material.WALL, sides, rings);
    }
  }

  /** Up on the left, down on the right. */
  private static Vector3f[] crossSection(Outline outline, int i) {
    int edges = EDGES.length;
    Vector3f[] ring = new Vector3f[2 * edges];
    for (int edge = 0; edge < edges; edge++) {
      float half = edge + 1 == edges ? Walls.HALF_METERS - CUT_METERS : Walls.HALF_METERS;
      Vector2f left = outline.beside(i, half);
      Vector2f right = outline.beside(i, -half);
      ring[edge] = new Vector3f(left.x, left.y, EDGES[edge]);
      ring[2 * edges - 1 - edge] = new Vector3f(right.x, right.y, EDGES[edge]);
    }
    return ring;
  }

  /** Sides of the cross-section in order: up, over, down, and the foot. */
  private static Material wallSide(int side, Material strip) {
    int spans = EDGES.length - 1;
    if (side < spans) {
      return side(side, strip);
    }
    return side == spans ? Material.COPING : side(2 * spans - side, strip);
  }

  /** A broken ring on the floor where players appear. */
  private static void spawnMark(MeshBuilder mesh, GameMap.Spawn spawn) {
    Vector3f[] inner =
        Rings.acrossZ(
            SPAWN_CORNERS, PAINT_HEIGHT_METERS, spawn.x(), spawn.y(), SPAWN_RADIUS_METERS - 0.12f);
    Vector3f[] outer =
        Rings.acrossZ(
            SPAWN_CORNERS, PAINT_HEIGHT_METERS, spawn.x(), spawn.y(), SPAWN_RADIUS_METERS);
    for (int i = 0; i < SPAWN_CORNERS; i++) {
      if (i % 6 != 0) {
        int next = (i + 1) % SPAWN_CORNERS;
        mesh.face(Material.MARKING, inner[i], outer[i], outer[next], inner[next]);
      }
    }
  }

  /** A line of light between two posts, in the colour of the team that defends it. */
  private static void goal(MeshBuilder mesh, GameMap.Goal goal) {
    Material light =
        switch (goal.team()) {
          case 1 -> Material.GOAL_BLUE;
          case 2 -> Material.GOAL_ORANGE;
          default -> Material.GOAL;
        };
    goalLine(mesh, goal, light);
    post(mesh, goal.x0(), goal.y0(), light);
    post(mesh, goal.x1(), goal.y1(), light);
  }

  private static void post(MeshBuilder mesh, float x, float y, Material light) {
    mesh.loft(
        Material.PLINTH,
        Material.COPING,
        (span, side) -> span == 1 ? light : Material.COPING,
        Rings.acrossZ(POST_CORNERS, 0, x, y, POST_RADIUS_METERS),
        Rings.acrossZ(POST_CORNERS, Walls.HEIGHT_METERS, x, y, POST_RADIUS_METERS),
        Rings.acrossZ(POST_CORNERS, POST_HEIGHT_METERS, x, y, POST_RADIUS_METERS),
        Rings.acrossZ(POST_CORNERS, POST_HEIGHT_METERS + CUT_METERS, x, y, POST_RADIUS_METERS / 2));
  }

  private static void goalLine(MeshBuilder mesh, GameMap.Goal goal, Material light) {
    Vector2f across =
        new Vector2f(goal.y0() - goal.y1(), goal.x1() - goal.x0()).normalize(HALF_LINE_METERS);
    mesh.face(
        light,
        new Vector3f(goal.x0() - across.x, goal.y0() - across.y, PAINT_HEIGHT_METERS),
        new Vector3f(goal.x1() - across.x, goal.y1() - across.y, PAINT_HEIGHT_METERS),
        new Vector3f(goal.x1() + across.x, goal.y1() + across.y, PAINT_HEIGHT_METERS),
        new Vector3f(goal.x0() + across.x, goal.y0() + across.y, PAINT_HEIGHT_METERS));
  }
}
