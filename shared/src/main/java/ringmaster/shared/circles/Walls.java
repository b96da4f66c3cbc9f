package ringmaster.shared.circles;

/**
 * Line segments that never move, two-sided, found through a uniform grid. Immutable, so that a
 * match, its copies and its players' brains may share one.
 *
 * <p>A grid cell lists, in index order, every wall within {@link #REACH_METERS} of the cell. So one
 * look-up finds all that can touch a body whose centre is in the cell, and a cast of a circle need
 * only follow the cells under its centre.
 */
public final class Walls {
  /** Radius of the largest body or cast circle. */
  public static final float MAX_RADIUS_METERS = 1.5f;

  /** Above the largest radius by more than a body is ever pushed in one pass. */
  private static final float REACH_METERS = 2f;

  private static final float CELL_METERS = 4f;

  /** Half the diagonal of a cell, rounded up. */
  private static final float CELL_RADIUS_METERS = 0.7072f * CELL_METERS;

  /** Closes the hairline between two segments that share a point. */
  private static final float JOINT_METERS = 1e-3f;

  private static final int COORDINATES = 4;

  private final int count;
  private final float[] startX;
  private final float[] startY;
  private final float[] alongX;
  private final float[] alongY;
  private final float[] length;

  private final int cellsPerSide;
  private final float cornerMeters;
  private final int[] cellStarts;
  private final int[] cellWalls;

  /**
   * @param sizeMeters side of the square, centred on the origin, that holds everything
   * @param ends x0, y0, x1, y1 of each segment, metres
   */
  public Walls(float sizeMeters, float[] ends) {
    count = ends.length / COORDINATES;
    startX = new float[count];
    startY = new float[count];
    alongX = new float[count];
    alongY = new float[count];
    length = new float[count];
    for (int wall = 0; wall < count; wall++) {
      setWall(wall, ends, wall * COORDINATES);
    }
    cellsPerSide = Math.max(1, (int) Math.ceil(sizeMeters / CELL_METERS));
    cornerMeters = -0.5f * cellsPerSide * CELL_METERS;
    cellStarts = new int[cellsPerSide * cellsPerSide + 1];
    cellWalls = new int[countCellEntries()];
    fillCells();
  }

  private void setWall(int wall, float[] ends, int at) {
    float dx = ends[at + 2] - ends[at];
    float dy = ends[at + 3] - ends[at + 1];
    float meters = (float) Math.sqrt(dx * dx + dy * dy);
    if (!(meters > 0)) {
      throw new IllegalArgumentException("wall " + wall + " has no length");
    }
    startX[wall] = ends[at];
    startY[wall] = ends[at + 1];
    alongX[wall] = dx / meters;
    alongY[wall] = dy / meters;
    length[wall] = meters;
  }

  private int countCellEntries() {
    int entries = 0;
    for (int cell = 0; cell < cellsPerSide * cellsPerSide; cell++) {
      for (int wall = 0; wall < count; wall++) {
        entries += reaches(wall, cell) ? 1 : 0;
      }
    }
    return entries;
  }

  private void fillCells() {
    int entries = 0;
    for (int cell = 0; cell < cellsPerSide * cellsPerSide; cell++) {
      cellStarts[cell] = entries;
      for (int wall = 0; wall < count; wall++) {
        if (reaches(wall, cell)) {
          cellWalls[entries++] = wall;
        }
      }
    }
    cellStarts[cellsPerSide * cellsPerSide] = entries;
  }

  private boolean reaches(int wall, int cell) {
    int column = cell % cellsPerSide;
    int row = cell / cellsPerSide;
    float x = cornerMeters + (column + 0.5f) * CELL_METERS;
    float y = cornerMeters + (row + 0.5f) * CELL_METERS;
    float limit = REACH_METERS + CELL_RADIUS_METERS;
    return squaredDistance(wall, x, y) <= limit * limit;
  }

  private int column(float meters) {
    return Math.clamp((int) ((meters - cornerMeters) / CELL_METERS), 0, cellsPerSide - 1);
  }

  /** The cell of a point; the nearest one for a point outside the square. */
  int cell(float x, float y) {
    return column(y) * cellsPerSide + column(x);
  }

  /** First entry of the walls that can touch a body in the cell. */
  int firstEntry(int cell) {
    return cellStarts[cell];
  }

  /** The entry after the last. */
  int endEntry(int cell) {
    return cellStarts[cell + 1];
  }

  int wallOfEntry(int entry) {
    return cellWalls[entry];
  }

  /** Where on a wall the point nearest to (x, y) lies, metres from its start. */
  private float nearest(int wall, float x, float y) {
    float along = (x - startX[wall]) * alongX[wall] + (y - startY[wall]) * alongY[wall];
    return Math.clamp(along, 0f, length[wall]);
  }

  /** From the nearest point of a wall to (x, y). */
  float offsetX(int wall, float x, float y) {
    return x - (startX[wall] + alongX[wall] * nearest(wall, x, y));
  }

  float offsetY(int wall, float x, float y) {
    return y - (startY[wall] + alongY[wall] * nearest(wall, x, y));
  }

  private float squaredDistance(int wall, float x, float y) {
    float dx = offsetX(wall, x, y);
    float dy = offsetY(wall, x, y);
    return dx * dx + dy * dy;
  }

  /** Whether a circle touches no wall; its radius is at most {@link #MAX_RADIUS_METERS}. */
  public boolean clear(float x, float y, float radiusMeters) {
    int cell = cell(x, y);
    for (int entry = cellStarts[cell]; entry < cellStarts[cell + 1]; entry++) {
      if (squaredDistance(cellWalls[entry], x, y) < radiusMeters * radiusMeters) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing stands between two points. */
  public boolean visible(float fromX, float fromY, float toX, float toY, CastHit scratch) {
    scratch.reset();
    cast(fromX, fromY, toX - fromX, toY - fromY, 0, scratch);
    return !scratch.hit();
  }

  /**
   * Moves a circle along a way until it meets a wall nearer than what {@code hit} holds already.
   *
   * <p>Follows the cells under the way as in Amanatides and Woo: "A fast voxel traversal algorithm
   * for ray tracing", Eurographics 1987.
   */
  void cast(float x, float y, float wayX, float wayY, float radiusMeters, CastHit hit) {
    int column = column(x);
    int row = column(y);
    int columnStep = wayX < 0 ? -1 : 1;
    int rowStep = wayY < 0 ? -1 : 1;
    float nextColumn = borderFraction(x, wayX, column);
    float nextRow = borderFraction(y, wayY, row);
    while (inside(column) && inside(row)) {
      castInCell(row * cellsPerSide + column, x, y, wayX, wayY, radiusMeters, hit);
      if (!(Math.min(nextColumn, nextRow) <= hit.fraction())) {
        return;
      }
      if (nextColumn < nextRow) {
        column += columnStep;
        nextColumn = borderFraction(x, wayX, column);
      } else {
        row += rowStep;
        nextRow = borderFraction(y, wayY, row);
      }
    }
  }

  private boolean inside(int column) {
    return column >= 0 && column < cellsPerSide;
  }

  /** Share of the way after which a column of cells is left. */
  private float borderFraction(float from, float way, int column) {
    if (way == 0) {
      return Float.POSITIVE_INFINITY;
    }
    float border = cornerMeters + (way > 0 ? column + 1 : column) * CELL_METERS;
    return (border - from) / way;
  }

  private void castInCell(
      int cell, float x, float y, float wayX, float wayY, float radiusMeters, CastHit hit) {
    for (int entry = cellStarts[cell]; entry < cellStarts[cell + 1]; entry++) {
      int wall = cellWalls[entry];
      float fraction = castAtWall(wall, x, y, wayX, wayY, radiusMeters);
      if (fraction <= 1) {
        hit.offerWall(fraction, wall);
      }
    }
  }

  /** A circle moving at a segment is a point moving at a capsule: its sides and two end circles. */
  private float castAtWall(int wall, float x, float y, float wayX, float wayY, float radius) {
    float relativeX = x - startX[wall];
    float relativeY = y - startY[wall];
    float side = castAtSide(wall, relativeX, relativeY, wayX, wayY, radius);
    if (side <= 1 || radius == 0) {
      return side;
    }
    float endX = relativeX - alongX[wall] * length[wall];
    float endY = relativeY - alongY[wall] * length[wall];
    return Math.min(
        CircleCast.fraction(relativeX, relativeY, wayX, wayY, radius),
        CircleCast.fraction(endX, endY, wayX, wayY, radius));
  }

  private float castAtSide(
      int wall, float relativeX, float relativeY, float wayX, float wayY, float radius) {
    float along = relativeX * alongX[wall] + relativeY * alongY[wall];
    float away = relativeY * alongX[wall] - relativeX * alongY[wall];
    float wayAlong = wayX * alongX[wall] + wayY * alongY[wall];
    float wayAway = wayY * alongX[wall] - wayX * alongY[wall];
    float distance = Math.abs(away);
    float approach = away > 0 ? -wayAway : wayAway;
    if (distance < radius) {
      return onWall(wall, along) ? 0 : CircleCast.MISS;
    }
    if (!(approach > 0) || distance - radius > approach) {
      return CircleCast.MISS;
    }
    float fraction = (distance - radius) / approach;
    return onWall(wall, along + wayAlong * fraction) ? fraction : CircleCast.MISS;
  }

  private boolean onWall(int wall, float along) {
    return along >= -JOINT_METERS && along <= length[wall] + JOINT_METERS;
  }
}
