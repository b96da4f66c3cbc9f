package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Queries;

/**
 * Ways through a map for one brain: a coarse grid of where a hull fits, and the steps from every
 * cell to the present goal.
 *
 * <p>One breadth-first search per goal gives the way from everywhere, so a tank that is shoved off
 * its way needs no new one. A goal is set every few seconds; the search takes about as long as ten
 * commands.
 */
final class RouteGrid {
  private static final float CELL_METERS = 2;

  /** A hull and room to slide. */
  private static final float CLEARANCE_METERS = 1.45f;

  private static final int UNREACHED = Integer.MAX_VALUE;

  /** Straight neighbours first: of equally short ways the one with fewer diagonals is found. */
  private static final int[] STEP_X = {1, 0, -1, 0, 1, -1, -1, 1};

  private static final int[] STEP_Y = {0, 1, 0, -1, 1, 1, -1, -1};

  private final int side;
  private final float corner;
  private final boolean[] free;
  private final int[] steps;
  private final int[] queue;
  private final int[] reachable;

  RouteGrid(GameMap map, Queries walls) {
    side = (int) Math.ceil(map.sizeMeters() / CELL_METERS);
    corner = -0.5f * side * CELL_METERS;
    free = new boolean[side * side];
    steps = new int[side * side];
    queue = new int[side * side];
    for (int cell = 0; cell < free.length; cell++) {
      free[cell] = clear(walls, x(cell), y(cell), CLEARANCE_METERS);
    }
    GameMap.Spawn spawn = map.spawns().getFirst();
    int found = search(nearestFree(spawn.x(), spawn.y()));
    reachable = Arrays.copyOf(queue, found);
  }

  /** Whether a circle touches no wall. */
  static boolean clear(Queries walls, float x, float y, float radiusMeters) {
    int mask = MapWorld.CATEGORY_WALL;
    return walls.overlapCircle(x, y, radiusMeters, mask, Bodies.NONE, new long[1]) == 0;
  }

  private int column(float meters) {
    return Math.clamp((int) ((meters - corner) / CELL_METERS), 0, side - 1);
  }

  int cell(float x, float y) {
    return column(y) * side + column(x);
  }

  /** Centre of a cell, metres. */
  float x(int cell) {
    return corner + (cell % side + 0.5f) * CELL_METERS;
  }

  float y(int cell) {
    int row = cell / side;
    return corner + (row + 0.5f) * CELL_METERS;
  }

  boolean free(float x, float y) {
    return free[cell(x, y)];
  }

  /** Makes a random reachable cell at least so far from (x, y) the goal, if chance finds one. */
  int chooseGoal(Rng rng, float x, float y, float minMeters) {
    int goal = reachable[rng.nextInt(reachable.length)];
    for (int tries = 0; tries < 8 && nearer(goal, x, y, minMeters); tries++) {
      goal = reachable[rng.nextInt(reachable.length)];
    }
    search(goal);
    return goal;
  }

  /** Makes the free cell nearest to (x, y) the goal. */
  int setGoal(float x, float y) {
    int goal = nearestFree(x, y);
    search(goal);
    return goal;
  }

  private boolean nearer(int cell, float x, float y, float meters) {
    float dx = x(cell) - x;
    float dy = y(cell) - y;
    return dx * dx + dy * dy < meters * meters;
  }

  /** The cell to head for from (x, y): some steps nearer to the goal, on a straight clear way. */
  int next(float x, float y, int maxSteps) {
    int from = nearestFree(x, y);
    int next = from;
    for (int i = 0; i < maxSteps; i++) {
      int further = downhill(next);
      if (further == next || (i > 0 && !straight(from, further))) {
        return next;
      }
      next = further;
    }
    return next;
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

  /** Whether all cells under the line between two cells' centres are free. */
  private boolean straight(int from, int to) {
    int columns = to % side - from % side;
    int rows = to / side - from / side;
    int samples = 2 * Math.max(Math.abs(columns), Math.abs(rows));
    for (int i = 1; i < samples; i++) {
      float share = (float) i / samples;
      float x = x(from) + columns * CELL_METERS * share;
      float y = y(from) + rows * CELL_METERS * share;
      if (!free(x, y)) {
        return false;
      }
    }
    return true;
  }

  /** The neighbour in a direction, or -1: off the grid, not free, or around a corner. */
  private int neighbour(int cell, int direction) {
    int column = cell % side + STEP_X[direction];
    int row = cell / side + STEP_Y[direction];
    if (column < 0 || row < 0 || column >= side || row >= side) {
      return -1;
    }
    boolean open =
        free[row * side + column]
            && free[cell / side * side + column]
            && free[row * side + cell % side];
    return open ? row * side + column : -1;
  }

  /** The cell itself, or the nearest free one of those around it: hulls slide along walls. */
  private int nearestFree(float x, float y) {
    int cell = cell(x, y);
    if (free[cell]) {
      return cell;
    }
    int best = cell;
    float bestSquared = Float.POSITIVE_INFINITY;
    for (int direction = 0; direction < STEP_X.length; direction++) {
      int column = Math.clamp(cell % side + STEP_X[direction], 0, side - 1);
      int row = Math.clamp(cell / side + STEP_Y[direction], 0, side - 1);
      int candidate = row * side + column;
      float dx = x(candidate) - x;
      float dy = y(candidate) - y;
      if (free[candidate] && dx * dx + dy * dy < bestSquared) {
        bestSquared = dx * dx + dy * dy;
        best = candidate;
      }
    }
    return best;
  }

  /** Counts the steps to a goal from everywhere; the queue then holds the cells found, in order. */
  private int search(int goal) {
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
    return found;
  }
}
