package ringmaster.shared.body;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/**
 * How the body of a brain gets to a place around a map's walls: a grid of where the body fits, and
 * from each cell the steps to the place. One breadth-first search gives the way from everywhere, so
 * a body that is pushed off its way needs no new one; there is one whenever the place moves to
 * another cell. Of one brain; allocates nothing after construction.
 */
public final class Routes {
  private static final float MIN_CELL_METERS = 1;

  /** Along a side: a search through all of them takes some tens of microseconds. */
  private static final int MAX_CELLS = 96;

  /** How far ahead a corner is cut. */
  private static final int MAX_STEPS = 16;

  /** Of the radius: a body that slides along a wall is not in it. */
  private static final float SLACK = 0.9f;

  /** Of sliding looked ahead. */
  private static final float SLIDE_SECONDS = 0.5f;

  /** What a metre to a refuge counts against one between it and who is fled from. */
  private static final float WAY_WEIGHT = 0.3f;

  private static final int UNREACHED = Integer.MAX_VALUE;

  /** Straight neighbours first: of equally short ways the one with fewer diagonals is found. */
  private static final int[] STEP_X = {1, 0, -1, 0, 1, -1, -1, 1};

  private static final int[] STEP_Y = {0, 1, 0, -1, 1, 1, -1, -1};

  private final Queries walls;
  private final float radiusMeters;
  private final int side;
  private final float cellMeters;
  private final boolean[] free;
  private final int[] steps;
  private final int[] queue;
  private final Hit hit = new Hit();
  private final GameMap map;
  private int goal = -1;

  /**
   * @param radiusMeters of the body
   */
  public Routes(GameMap map, float radiusMeters) {
    this.map = map;
    walls = MapWorld.walls(map);
    this.radiusMeters = SLACK * radiusMeters;
    side = Math.min((int) (map.sizeMeters() / MIN_CELL_METERS), MAX_CELLS);
    cellMeters = map.sizeMeters() / side;
    free = new boolean[side * side];
    steps = new int[side * side];
    queue = new int[side * side];
    long[] met = new long[1];
    for (int cell = 0; cell < free.length; cell++) {
      int mask = MapWorld.CATEGORY_WALL;
      free[cell] = walls.overlapCircle(x(cell), y(cell), radiusMeters, mask, Bodies.NONE, met) == 0;
    }
  }

  /**
   * A command that drives a body to a place; straight ahead where no way leads there.
   *
   * @param slot of an entity with {@link BodyFields}
   * @param toX metres, as all that a map says
   */
  public long towards(EntityFrame frame, int slot, float toX, float toY) {
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    int next = clear(x, y, toX, toY) ? goal : next(x, y, cell(toX, toY));
    return next == goal
        ? straight(frame, slot, toX - x, toY - y)
        : straight(frame, slot, x(next) - x, y(next) - y);
  }

  /**
   * A command that drives a body away from somebody: to a spawn that is far from them and not past
   * them, so it does not end in a corner.
   *
   * @param fromX metres
   */
  public long awayFrom(EntityFrame frame, int slot, float fromX, float fromY) {
    float x = frame.get(slot, BodyFields.X);
    float y = frame.get(slot, BodyFields.Y);
    GameMap.Spawn best = map.spawns().getFirst();
    float bestMeters = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < map.spawns().size(); i++) {
      GameMap.Spawn spawn = map.spawns().get(i);
      float meters = meters(spawn, fromX, fromY) - WAY_WEIGHT * meters(spawn, x, y);
      if (meters > bestMeters) {
        bestMeters = meters;
        best = spawn;
      }
    }
    return towards(frame, slot, best.x(), best.y());
  }

  private static float meters(GameMap.Spawn spawn, float x, float y) {
    float dx = spawn.x() - x;
    float dy = spawn.y() - y;
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** Against what the body slides aside, too: else it would circle around what is near. */
  private static long straight(EntityFrame frame, int slot, float dx, float dy) {
    float vx = frame.get(slot, BodyFields.VELOCITY_X);
    float vy = frame.get(slot, BodyFields.VELOCITY_Y);
    float along = (vx * dx + vy * dy) / Math.max(dx * dx + dy * dy, 1e-3f);
    float againstX = SLIDE_SECONDS * (along * dx - vx);
    float againstY = SLIDE_SECONDS * (along * dy - vy);
    return Steering.towards(frame, slot, dx + againstX, dy + againstY);
  }

  /** The cell furthest along the way to a place that is in sight; the very next, if none is. */
  private int next(float x, float y, int place) {
    if (place != goal) {
      goal = place;
      search();
    }
    int own = cell(x, y);
    int next = downhill(own);
    if (next == own) {
      return goal; // no way leads there
    }
    for (int step = 1; step < MAX_STEPS; step++) {
      int further = downhill(next);
      if (!clear(x, y, x(further), y(further))) {
        return next;
      }
      next = further;
    }
    return next;
  }

  /** Whether the body could go straight from a point to another. */
  private boolean clear(float x, float y, float toX, float toY) {
    int mask = MapWorld.CATEGORY_WALL;
    return !walls.castCircle(x, y, radiusMeters, toX - x, toY - y, mask, Bodies.NONE, hit);
  }

  private int downhill(int cell) {
    int best = cell;
    for (int direction = 0; direction < STEP_X.length; direction++) {
      int neighbour = neighbour(cell, direction);
      if (neighbour >= 0 && steps[neighbour] < steps[best]) {
        best = neighbour;
      }
    }
    return best;
  }

  /** Counts the steps to the goal from everywhere. */
  private void search() {
    Arrays.fill(steps, UNREACHED);
    steps[goal] = 0;
    queue[0] = goal;
    int found = 1;
    for (int head = 0; head < found; head++) {
      for (int direction = 0; direction < STEP_X.length; direction++) {
        int neighbour = neighbour(queue[head], direction);
        if (neighbour >= 0 && steps[neighbour] == UNREACHED) {
          steps[neighbour] = steps[queue[head]] + 1;
          queue[found++] = neighbour;
        }
      }
    }
  }

  /** The neighbour in a direction, or -1: off the grid, not free, or around a corner. */
  private int neighbour(int cell, int direction) {
    int column = cell % side + STEP_X[direction];
    int row = cell / side + STEP_Y[direction];
    if (column < 0 || row < 0 || column >= side || row >= side) {
      return -1;
    }
    int neighbour = row * side + column;
    boolean cutsCorner = !free[cell / side * side + column] || !free[row * side + cell % side];
    boolean open = STEP_X[direction] == 0 || STEP_Y[direction] == 0 || !cutsCorner;
    return open && (free[neighbour] || neighbour == goal) ? neighbour : -1;
  }

  private int cell(float x, float y) {
    return index(y) * side + index(x);
  }

  private int index(float meters) {
    return Math.clamp((int) (meters / cellMeters + 0.5f * side), 0, side - 1);
  }

  /** Centre of a cell, metres. */
  private float x(int cell) {
    return (cell % side + 0.5f - 0.5f * side) * cellMeters;
  }

  private float y(int cell) {
    int row = cell / side;
    return (row + 0.5f - 0.5f * side) * cellMeters;
  }
}
